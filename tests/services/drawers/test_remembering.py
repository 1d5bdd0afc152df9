"""What a process remembers of a drawer is what lies there, whoever has written into it, and in whatever order."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.rounds import reopening
from cadre_tui.services.session import Session
from tests.services.small import Small, make, rules
from tests.store.places import tampered

choices = st.sampled_from(["good", "half", "unknown", None])
answers = st.builds(Answer, choice=choices, reason=st.sampled_from(["", "见台账", "学" * 30])) | st.none()
saved = st.tuples(
    st.just("save"),
    st.integers(0, 2),
    st.dictionaries(st.sampled_from(["pair.one", "pair.two"]), answers, min_size=1),
)
acts = saved | st.tuples(st.sampled_from(["fill", "hand in", "take back", "give back", "look"]))


def done(act: tuple, session: Session, small: Small) -> None:  # type: ignore[type-arg]
    """What is not possible now is refused, and changes nothing."""
    wanted = tasks.todo(session, "r1", Purpose.PEER).tasks
    match act:
        case "save", at, changes:
            responses.save(session, wanted[at], changes)
        case ("fill",):
            full = {"pair.one": Answer(choice="good"), "pair.two": Answer(choice="half", reason="见台账")}
            responses.save_many(session, dict.fromkeys(wanted, full))
        case ("hand in",):
            responses.hand_in(session, "r1", Purpose.PEER)
        case ("take back",):
            responses.take_back(session, "r1", Purpose.PEER)
        case ("give back",):
            reopening.reopen(small.organiser, "r1", "a1", Purpose.PEER, "再看看")
        case _:
            responses.open_forms(session, "r1", Purpose.PEER, "t.pair")


@settings(max_examples=25)
@given(st.lists(st.tuples(st.booleans(), acts), min_size=3, max_size=12))
def test_two_processes_remember_what_is_stored(steps: list[tuple[bool, tuple]]) -> None:  # type: ignore[type-arg]
    with TemporaryDirectory() as folder:
        small = make(Path(folder) / "data")
        small.opened(rules())
        file = Path(folder) / "data" / "drawers" / "r1" / "a1.json"
        processes = [small, small.again()]
        sessions = [each.signed_in("a1") for each in processes]
        done(("fill",), sessions[0], small)
        tampered(file, lambda found: found["responses"]["peer/t.pair/a2"].update(later="字段"))
        for at, act in steps:
            try:
                done(act, sessions[at], processes[at])
            except CadreError as refusal:
                assert refusal.code in ("not-complete", "handed-in-already", "nothing-handed-in", "nothing-to-reopen")
            stored = read_drawer(small.again().county, "r1", "a1")
            assert [read_drawer(each.county, "r1", "a1") for each in processes] == [stored, stored]
        assert "字段" in json.dumps(json.loads(file.read_bytes()), ensure_ascii=False)


def test_an_answer_given_is_stored_over_what_a_later_version_put_beside_it(going: Small) -> None:
    session = going.signed_in("a1")
    done(("fill",), session, going)
    file = going.folder / "drawers" / "r1" / "a1.json"
    tampered(file, lambda found: found["responses"]["peer/t.pair/a2"]["answers"]["pair.one"].update(later="字段"))
    done(("save", 0, {"pair.two": Answer(choice="half")}), session, going)
    done(("hand in",), session, going)
    assert "字段" in file.read_text("utf-8")

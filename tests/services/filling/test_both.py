"""A form open in two places: no word of either is lost, and what only one has changed is as they changed it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.filling import responses
from cadre_tui.services.filling.both import both
from tests.services.small import NOTES, Clock, Small, reopened, task
from tests.store.processes import ended_well, in_a_process

answers = st.none() | st.builds(
    Answer,
    choice=st.none() | st.sampled_from("ab"),
    reason=st.sampled_from(["", "x", "y", "z"]),
    evidence=st.lists(st.sampled_from("pq"), unique=True).map(tuple),
)
texts = st.text("ab\n", max_size=5)


@given(answers, answers)
def test_what_only_one_has_changed_is_as_they_changed_it(one: Answer | None, before: Answer | None) -> None:
    """An answer that holds nothing is none."""

    def same(found: Answer | None, wanted: Answer | None) -> bool:
        return (found or Answer()) == (wanted or Answer())

    assert same(both(before, one, before), one)
    assert same(both(one, before, before), one)
    assert same(both(one, one, before), one)


@given(texts, texts, texts)
def test_no_word_of_either_is_lost(theirs: str, mine: str, before: str) -> None:
    found = both(Answer(reason=theirs), Answer(reason=mine), Answer(reason=before)) or Answer()
    if mine != before:
        assert mine in found.reason
    if theirs not in (before, mine) and not theirs.endswith(f"\n{before}"):
        assert theirs in found.reason


def test_a_reason_here_and_a_choice_there_are_one_answer() -> None:
    before = Answer(choice="a")
    assert both(Answer(choice="b"), Answer(choice="a", reason="x"), before) == Answer(choice="b", reason="x")


def test_of_values_that_both_changed_the_later_one_stands() -> None:
    assert both(Answer(choice="b"), Answer(choice="c"), Answer(choice="a")) == Answer(choice="c")


def test_taking_an_answer_away_takes_no_word_of_another(going: Small) -> None:
    assert both(Answer(reason="x"), None, Answer(choice="a")) == Answer(reason="x")
    assert both(Answer(choice="a"), None, Answer(choice="a")) is None


def test_two_processes_write_into_one_text_and_all_lines_are_there(going: Small) -> None:
    """Each adds a line to what it shows, and never looks at what the other did."""
    folder: Path = going.folder

    def write(name: str) -> None:
        session = reopened(folder, Clock()).signed_in("a1")
        own = task(session, Purpose.SELF, "t.own", "a1")
        seen: dict[str, Answer | None] = {NOTES: None}
        lines = ""
        for number in range(8):
            lines += f"{name}{number};"
            mine: dict[str, Answer | None] = {NOTES: Answer(text=lines)}
            responses.save(session, own, mine, seen=seen)
            seen = mine

    children = [in_a_process(lambda name=name: write(name)) for name in "AB"]
    assert all(map(ended_well, children))
    session = going.again().signed_in("a1")
    text = responses.open_form(session, task(session, Purpose.SELF, "t.own", "a1")).response.answers[NOTES].text or ""
    for name in "AB":
        assert all(f"{name}{number};" in text for number in range(8)), text

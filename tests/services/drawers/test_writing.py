"""Responses that change together are stored as each would be alone, over whatever a later version put there."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawer import Change, all_after, change_of, name_of
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.drawers.writing import written
from cadre_tui.services.stored import stored

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER: dict[str, Any] = {"of-a-later-version": {"mood": 3}}

answers = st.dictionaries(
    st.sampled_from(["c1", "c2"]),
    st.builds(Answer, choice=st.sampled_from(["good", "fair"]), reason=st.sampled_from(["", "见台账", "理由" * 30])),
)
responses = st.builds(
    Response,
    checklist=st.just("t.pair|1"),
    digest=st.just("d" * 64),
    subject=st.sampled_from(["a1", "a2", "a3", "a4"]),
    purpose=st.just(Purpose.PEER),
    answers=answers,
    entered_by=st.sampled_from([None, "k1"]),
    hands=st.sampled_from([{}, {"a1": 1}]),
)
others = st.fixed_dictionaries(
    {},
    optional={
        "state": st.sampled_from(State),
        "saved": st.just(NOON),
        "submitted": st.sampled_from([None, NOON]),
        "answers": answers,
        "entered_by": st.sampled_from([None, "k2"]),
    },
)


def raw(response: Response) -> dict[str, Any]:
    """The response as a later version stored it: with fields of its own, in it and in each answer."""
    found = response.model_dump(mode="json")
    given = {
        key: {**answer.model_dump(mode="json", exclude_defaults=True), **LATER}
        for key, answer in response.answers.items()
    }
    return {**found, "answers": given, **LATER}


@given(
    st.lists(responses, unique_by=name_of),
    st.lists(st.tuples(st.booleans(), responses), unique_by=lambda each: name_of(each[1]), min_size=1),
    others,
)
def test_all_at_once_is_each_alone(
    before: list[Response], changed: list[tuple[bool, Response]], other: dict[str, Any]
) -> None:
    known = {name_of(each): raw(each) for each in before}
    read = {name: stored(Response, each, "drawers") for name, each in known.items()}
    of = {name_of(each): read.get(name_of(each), each) if as_read else each for as_read, each in changed}
    together = Change(of, other)

    found = written(together, read, known)

    assert found == {name: written(change_of(each, other), read, known)[name] for name, each in of.items()}
    assert {name: stored(Response, each, "drawers") for name, each in found.items()} == all_after({}, [together])
    for name in found.keys() & known.keys():
        assert found[name].items() >= LATER.items()
        kept = found[name]["answers"].keys() & known[name]["answers"].keys()
        assert all(found[name]["answers"][criterion].items() >= LATER.items() for criterion in kept)


def test_what_does_not_become_other_stays_as_it_is_stored() -> None:
    """Also where this version reads less of it than is there."""
    one = Response(checklist="t.pair|1", digest="d", subject="a1", purpose=Purpose.PEER)
    known = {
        name_of(one): {
            **raw(one),
            "originals": [
                {"answers": {}, "submitted": None, "reason": "", "by": "a1", "at": NOON.isoformat(), **LATER}
            ],
        }
    }
    read = {name: stored(Response, each, "drawers") for name, each in known.items()}
    (found,) = written(Change(read, {"state": State.SUBMITTED}), read, known).values()
    assert found == {**known[name_of(one)], "state": "submitted"}


def test_an_original_that_is_kept_comes_after_those_that_a_later_version_keeps() -> None:
    """Where it is given back, and where it is carried over to an amended checklist, too."""
    kept = {"answers": {"c1": {"choice": "good", **LATER}}, "submitted": None, "reason": "", "by": "a1", **LATER}
    one = Response(checklist="t.pair|1", digest="d", subject="a1", purpose=Purpose.PEER)
    known = {name_of(one): {**raw(one), "originals": [{**kept, "at": NOON.isoformat()}]}}
    read = {name: stored(Response, each, "drawers") for name, each in known.items()}
    ((name, before),) = read.items()
    originals = (*before.originals, before.as_original("再看看", "zzb", NOON))
    for change in (Change(read, {"originals": originals}), change_of(before.but({"originals": originals}))):
        (found,) = written(change, read, known).values()
        assert found["originals"][0] == known[name]["originals"][0]
        assert stored(Response, found, "drawers").originals == originals
    for others in ((), originals[1:]):
        (found,) = written(Change(read, {"originals": others}), read, known).values()
        assert stored(Response, found, "drawers").originals == others

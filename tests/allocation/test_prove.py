"""A proof is worked out from the pairs alone, and finds whatever a hand has broken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.allocation.allocating import allocate
from cadre_tui.allocation.faults import fault_of_pieces, fault_of_violation
from cadre_tui.allocation.proving import prove
from cadre_tui.locale import use
from cadre_tui.model.rounds.allocation import AllocationRules, Pair, Participant, Wrong
from cadre_tui.words.faults import sentence
from tests.allocation.units import rules, unit

PEOPLE = unit(8)
PAIRS = allocate(PEOPLE, rules(3), 1).pairs


def wrong(pairs: list[Pair], people: list[Participant] = PEOPLE, told: AllocationRules | None = None) -> set[Wrong]:
    return {each.what for each in prove(people, pairs, told or rules(3)).violations}


def test_a_right_allocation_has_nothing_wrong() -> None:
    proof = prove(PEOPLE, PAIRS, rules(3))
    assert proof.holds
    assert (proof.per_subject.min, proof.per_subject.max, proof.per_rater.min, proof.per_rater.max) == (3, 3, 3, 3)
    assert proof == allocate(PEOPLE, rules(3), 1).proof


def test_each_thing_that_a_hand_can_break_is_found() -> None:
    first, *rest = PAIRS
    free = next(each.id for each in PEOPLE if each.id != first.rater and Pair(first.rater, each.id) not in PAIRS)
    assert wrong(rest) == {Wrong.SHORT, Wrong.LIGHT}
    assert wrong([*PAIRS, first]) == {Wrong.DOUBLED}
    assert wrong([*rest, Pair(first.rater, first.rater)]) == {Wrong.SELF, Wrong.SHORT, Wrong.OVER}
    assert wrong([*PAIRS, Pair(first.rater, free)]) == {Wrong.OVER, Wrong.HEAVY}
    assert wrong([*PAIRS, Pair("nobody", first.subject)]) == {Wrong.UNKNOWN}
    assert wrong(list(PAIRS), told=rules(3, first)) == {Wrong.CONFLICT}
    led = [each.model_copy(update={"superior": first.subject} if each.id == first.rater else {}) for each in PEOPLE]
    assert wrong(list(PAIRS), led) == set()
    assert wrong(list(PAIRS), led, AllocationRules(raters_each=3, upwards=False)) == {Wrong.SUPERIOR}
    turned = [
        each.model_copy(update={"superior": first.rater} if each.id == first.subject else {}) for each in PEOPLE
    ]
    assert wrong(list(PAIRS), turned, AllocationRules(raters_each=3, downwards=False)) == {Wrong.SUBORDINATE}
    other = Participant(id="b", unit="b", rated=False)
    assert wrong([*PAIRS, Pair("b", first.subject)], [*PEOPLE, other]) >= {Wrong.OTHER_UNIT, Wrong.OVER}


def test_of_a_list_made_by_hand_numbers_and_units_are_free() -> None:
    people = [*unit(3), *unit(2, "b")]
    free = AllocationRules(raters_each=None)
    proof = prove(people, [Pair("b000", "a000"), Pair("a001", "a000"), Pair("b001", "b000")], free)
    assert proof.holds
    assert (proof.per_subject.max, proof.per_rater.max, proof.components) == (2, 1, 1)
    assert wrong([Pair("a000", "a000")], people, free) == {Wrong.SELF}


@settings(max_examples=80, deadline=None)
@given(
    pairs=st.lists(st.tuples(*[st.sampled_from([each.id for each in PEOPLE] + ["x"])] * 2).map(lambda it: Pair(*it)))
)
def test_a_proof_can_be_had_of_any_pairs_and_each_fault_said(pairs: list[Pair]) -> None:
    proof = prove(PEOPLE, pairs, rules(2))
    for violation in proof.violations:
        assert sentence(fault_of_violation(violation))
    for proved in proof.units:
        fault = fault_of_pieces(proved)
        assert (fault is None) == (proved.components < 2)
        assert fault is None or sentence(fault)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sentence_names_those_whom_it_concerns(language: str) -> None:
    use(language)
    told = [sentence(fault_of_violation(each)) for each in prove(PEOPLE, PAIRS[1:], rules(3, PAIRS[5])).violations]
    assert any(PAIRS[5].rater in each and PAIRS[5].subject in each for each in told)
    assert any(PAIRS[0].subject in each and "2" in each and "3" in each for each in told)

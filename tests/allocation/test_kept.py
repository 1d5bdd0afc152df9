"""Re-run after a change: what was begun stays as far as it is allowed, and what it costs is told."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.allocation.allocating import CannotAllocate, allocate
from cadre_tui.model.rounds.allocation import AllocationRules, Bar, ObstacleKind, Pair, Participant, Wrong
from tests.allocation import oracle
from tests.allocation.test_allocate import assert_exact
from tests.allocation.units import rules, tasks, unit


@settings(max_examples=60, deadline=None)
@given(task=tasks(most=25), chance=st.randoms(use_true_random=False), share=st.sampled_from((0.1, 0.5, 1.0)))
def test_what_was_begun_stays_as_far_as_it_is_allowed(
    task: tuple[list[Participant], AllocationRules], chance: Random, share: float
) -> None:
    people, told = task
    every = [Pair(one.id, other.id) for one in people for other in people]
    kept = {pair for pair in every if chance.random() < share * 8 / len(people)}
    by_id = {each.id: each for each in people}
    allowed = {pair for pair in kept if oracle.may(by_id[pair.rater], by_id[pair.subject], told)}
    try:
        allocation = allocate(people, told, 1, kept=kept)
    except CannotAllocate:
        assert not oracle.feasible(people, told)
        return
    assert allowed <= set(allocation.pairs)
    assert {each.pair for each in allocation.dropped} == kept - allowed
    got = Counter(pair.subject for pair in allocation.pairs)
    begun = Counter(pair.subject for pair in allowed)
    assert all(got[each.id] == max(told.raters_each or 0, begun[each.id]) for each in people if each.rated)
    assert all(oracle.may(by_id[pair.rater], by_id[pair.subject], told) for pair in allocation.pairs)
    if allocation.obstacles:
        assert not allocation.proof.holds
        assert all(each.kind is ObstacleKind.KEPT and each.kept for each in allocation.obstacles)
        assert {pair for each in allocation.obstacles for pair in each.kept} <= allowed
    else:
        assert_exact(allocation, people, told)


def test_somebody_joins_and_somebody_leaves() -> None:
    before = allocate(unit(10), rules(3), 1)
    now = [*unit(10)[1:], Participant(id="new", unit="a")]
    begun = before.pairs[3::4]
    after = allocate(now, rules(3), 1, kept=begun)
    assert_exact(after, now, rules(3))
    gone = {pair for pair in begun if "a000" in pair}
    assert gone
    assert set(begun) - gone <= set(after.pairs)
    assert {(each.pair, each.bar) for each in after.dropped} == {(pair, Bar.UNKNOWN) for pair in gone}


def test_a_conflict_declared_later_takes_away_what_was_begun() -> None:
    before = allocate(unit(10), rules(3), 1)
    late = before.pairs[5]
    after = allocate(unit(10), rules(3, late), 1, kept=before.pairs)
    assert [(each.pair, each.bar) for each in after.dropped] == [(late, Bar.CONFLICT)]
    assert set(before.pairs) - {late} <= set(after.pairs)
    # All others are fixed: the two who lost each other can only be given to each other, so somebody carries more.
    assert after.obstacles
    assert {each.what for each in after.proof.violations} == {Wrong.LIGHT, Wrong.HEAVY}


def test_too_much_begun_is_told_with_the_pairs() -> None:
    begun = [Pair("a000", f"a{at:03}") for at in range(1, 5)]
    after = allocate(unit(8), rules(3), 1, kept=begun)
    assert [(each.people, each.needed, each.possible, set(each.kept)) for each in after.obstacles] == [
        (("a000",), 4, 3, set(begun))
    ]
    assert set(begun) <= set(after.pairs)
    heavy = [each for each in after.proof.violations if each.what is Wrong.HEAVY]
    assert [(each.rater, each.count, each.expected) for each in heavy] == [("a000", 4, 3)]
    assert after.proof.per_subject.min == after.proof.per_subject.max == 3


def test_kept_pairs_are_no_excuse_for_what_the_rules_forbid() -> None:
    with pytest.raises(CannotAllocate):
        allocate(unit(3), rules(3), 1, kept=[Pair("a000", "a001")])

"""The mark of a vote, by each rule: that no vote carries the grade says that votes lie on one side of it."""

from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given

from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.scoring.marks import marks
from cadre_tui.scoring.statutory import figure, kept

VOTES = st.lists(st.integers(0, 20).map(Fraction), min_size=2, max_size=9).map(sorted)
BOUNDS = st.integers(0, 40).map(lambda each: Fraction(each, 2))


def without(rule: Rule, votes: list[Fraction]) -> list[Fraction]:
    """The figures without each one of the votes."""
    left = (figure(rule, votes[:at] + votes[at + 1 :]) for at in range(len(votes)))
    return [each for each in left if each is not None]


@given(VOTES, BOUNDS)
def test_by_the_mean_every_vote_lies_on_one_side(votes: list[Fraction], bound: Fraction) -> None:
    whole = figure(Rule.MEAN, votes)
    assert whole is not None
    (mark,) = marks(Rule.MEAN, whole, len(votes), whole - bound)
    assert [each >= bound for each in without(Rule.MEAN, votes)] == [each <= mark for each in votes]


@given(VOTES.filter(lambda votes: len(votes) > 5), BOUNDS)
def test_trimmed_every_vote_that_counts_does(votes: list[Fraction], bound: Fraction) -> None:
    whole = figure(Rule.TRIMMED, votes)
    assert whole is not None
    (mark,) = marks(Rule.TRIMMED, whole, len(votes), whole - bound)
    holds = all(each >= bound for each in without(Rule.TRIMMED, votes))
    assert holds == all(each <= mark for each in kept(Rule.TRIMMED, votes))


@given(VOTES.filter(lambda votes: len(votes) == 5), BOUNDS)
def test_trimmed_of_five_an_extreme_one_comes_in(votes: list[Fraction], bound: Fraction) -> None:
    whole = figure(Rule.TRIMMED, votes)
    assert whole is not None
    mark, _mean = marks(Rule.TRIMMED, whole, 5, whole - bound)
    found = without(Rule.TRIMMED, votes)
    assert [found[0] >= bound, found[-1] >= bound] == [votes[-1] >= mark, votes[0] >= mark]


@given(VOTES, BOUNDS)
def test_by_the_median_the_neighbours_do(votes: list[Fraction], bound: Fraction) -> None:
    whole = figure(Rule.MEDIAN, votes)
    assert whole is not None
    (mark,) = marks(Rule.MEDIAN, whole, len(votes), whole - bound)
    half = len(votes) // 2
    low, high = votes[half - 1], votes[half + (len(votes) % 2)] if len(votes) > 2 else votes[-1]
    found = without(Rule.MEDIAN, votes)
    assert min(found) >= bound if low >= mark else min(found) < bound
    assert max(found) >= bound if high >= mark else max(found) < bound

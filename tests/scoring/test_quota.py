"""How many may have a grade and where the line falls; which cases are referred."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.rounds.counting_rules import Quota, Referral
from cadre_tui.scoring.quota import draw, places
from cadre_tui.scoring.referral import Ballot, refers, share

F, D = Fraction, Decimal


@pytest.mark.parametrize(
    ("rounding", "people", "count"),
    [("floor", 11, 2), ("half-up", 11, 2), ("ceil", 11, 3), ("floor", 13, 2), ("half-up", 13, 3), ("ceil", 10, 2)],
)
def test_a_fifth_of_so_many_people(rounding: str, people: int, count: int) -> None:
    """20 % of 11 are 2.2, of 13 are 2.6, of 10 just 2."""
    assert places(Quota.model_validate({"share": "1/5", "rounding": rounding}), people) == count


def test_a_third_is_a_third() -> None:
    """A third of 12 are 4; with 0.3333 the floor would be 3."""
    assert places(Quota(share=F(1, 3)), 12) == 4


def test_whoever_is_above_the_line_is_in() -> None:
    found = draw({"a": D(95), "b": D(93), "c": D(91)}, 2)
    assert (found.inside, found.tied, found.cut) == ({"a", "b"}, (), 93)


def test_equals_on_the_line_are_never_parted() -> None:
    found = draw({"a": D(95), "b": D(93), "c": D(93), "d": D(90)}, 2)
    assert (found.inside, found.tied, found.left, found.cut) == ({"a"}, ("b", "c"), 1, 93)


def test_equals_who_all_find_a_place_are_in() -> None:
    found = draw({"a": D(93), "b": D(93), "c": D(90)}, 2)
    assert (found.inside, found.tied) == ({"a", "b"}, ())


def test_where_there_are_places_enough_there_is_no_line() -> None:
    assert draw({"a": D(91)}, 2).cut is None
    assert draw({"a": D(91)}, 2).inside == {"a"}
    assert draw({"a": D(91)}, 0).inside == frozenset()


@given(st.lists(st.integers(80, 90), max_size=20), st.integers(0, 12))
def test_the_line_holds_whatever_the_totals(totals: list[int], count: int) -> None:
    reached = {str(at): D(total) for at, total in enumerate(totals)}
    found = draw(reached, count)
    assert len(found.inside) <= count
    assert len(found.inside) + found.left <= count
    assert not found.tied or 0 < found.left < len(found.tied)
    if found.inside:
        out = reached.keys() - found.inside - {*found.tied}
        assert all(reached[one] > reached[other] for one in found.inside for other in {*out, *found.tied})
    totals_of_out = Counter(reached[each] for each in reached.keys() - found.inside - {*found.tied})
    assert not totals_of_out.keys() & {reached[each] for each in found.inside}, "equals stand on one side"


GOOD_UNDER = Referral(options=("good", "fair"), under=F(2, 3))
POOR_OVER = Referral(options=("poor",), over=F(1, 3))


def ballots(**counts: int) -> list[Ballot]:
    return [Ballot(code, code != "unknown") for code, count in counts.items() for _each in range(count)]


def test_good_and_fairly_good_under_two_thirds() -> None:
    """4 of 6 are just two thirds: not under. With one more who does not know they are still 4 of 6."""
    assert not refers(GOOD_UNDER, ballots(good=3, fair=1, average=2))
    assert not refers(GOOD_UNDER, ballots(good=3, fair=1, average=2, unknown=1))
    assert refers(GOOD_UNDER, ballots(good=3, average=2))


def test_poor_over_one_third() -> None:
    assert not refers(POOR_OVER, ballots(good=4, poor=2))
    assert refers(POOR_OVER, ballots(good=3, poor=2))


def test_the_denominator_is_a_rule_of_the_round() -> None:
    of_all = POOR_OVER.model_copy(update={"of": "all"})
    votes = ballots(good=1, poor=1, unknown=4)
    assert share(POOR_OVER, votes) == F(1, 2)
    assert share(of_all, votes) == F(1, 6)


def test_without_votes_nobody_is_referred() -> None:
    assert not refers(GOOD_UNDER, [])
    assert not refers(GOOD_UNDER, ballots(unknown=3))

"""The four quadrants and the gaps, against a table by hand, and what holds for any figures."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.results.result import CriterionResult
from cadre_tui.model.results.self_and_others import Lean, Quadrant
from cadre_tui.model.text import Text
from cadre_tui.scoring.self_and_others import HIGH, LEAST_GAP, found_low, lean, quadrant

OPEN, HIDDEN, BLIND, SHARED = Quadrant.OPEN, Quadrant.HIDDEN, Quadrant.BLIND, Quadrant.SHARED
OVER, UNDER = Lean.OVER, Lean.UNDER


def row(own: str | None, peers: str | None, points: str = "10", name: str = "one") -> CriterionResult:
    figures = [None if each is None else Decimal(each) for each in (own, peers)]
    gap = None if figures[0] is None or figures[1] is None else figures[0] - figures[1]
    return CriterionResult(
        criterion=name,
        checklist="t|1",
        section=Text({"zh": "全部"}),
        text=Text({"zh": name}),
        focus=None,
        points=Decimal(points),
        own=figures[0],
        peers=figures[1],
        inspection=None,
        raters=None if figures[1] is None else 5,
        gap=gap,
        change=None,
    )


@pytest.mark.parametrize(
    ("own", "peers", "where", "leaning"),
    [
        ("9", "8.5", OPEN, None),
        ("8", "8", OPEN, None),  # the threshold itself is high
        ("10", "8", OPEN, OVER),  # both high, and still apart
        ("8", "10", OPEN, UNDER),
        ("7", "9", HIDDEN, UNDER),
        ("7.99", "9", HIDDEN, UNDER),
        ("9", "7", BLIND, OVER),
        ("8", "7", BLIND, OVER),  # a gap of exactly a tenth is one
        ("5", "7", SHARED, UNDER),
        ("7", "5", SHARED, OVER),
        ("6", "6", SHARED, None),
        ("8.1", "7.9", SHARED, None),  # the same to both: others say that it is low
        ("7.9", "8.1", OPEN, None),
        ("0", "0", SHARED, None),
    ],
)
def test_the_quadrants_by_hand(own: str, peers: str, where: Quadrant, leaning: Lean | None) -> None:
    assert (quadrant(row(own, peers)), lean(row(own, peers))) == (where, leaning)


@pytest.mark.parametrize(("own", "peers", "points"), [(None, "8", "10"), ("8", None, "10"), ("0", "0", "0")])
def test_where_there_is_nothing_to_compare_there_is_no_quadrant(
    own: str | None, peers: str | None, points: str
) -> None:
    assert quadrant(row(own, peers, points)) is None
    assert lean(row(own, peers, points)) is None


hundredths = st.integers(0, 1000).map(lambda number: str(Decimal(number) / 100))


@given(hundredths, hundredths)
def test_a_quadrant_follows_from_two_highs_and_a_gap(own: str, peers: str) -> None:
    """Others' figure alone tells strengths from weaknesses; the two that differ need a gap that is named."""
    found = quadrant(row(own, peers))
    assert (found in (OPEN, HIDDEN)) == (Fraction(peers) >= HIGH * 10)
    apart = abs(Fraction(own) - Fraction(peers)) >= LEAST_GAP * 10
    crossed = (Fraction(own) >= HIGH * 10) != (Fraction(peers) >= HIGH * 10)
    assert (found in (HIDDEN, BLIND)) == (apart and crossed)
    assert (lean(row(own, peers)) is not None) == apart


@given(hundredths, hundredths, st.integers(1, 9))
def test_points_are_only_a_measure(own: str, peers: str, times: int) -> None:
    larger = row(str(Decimal(own) * times), str(Decimal(peers) * times), str(10 * times))
    assert (quadrant(larger), lean(larger)) == (quadrant(row(own, peers)), lean(row(own, peers)))


def test_what_oneself_alone_answered_and_low_the_lowest_first() -> None:
    rows = [row("7", None, name="a"), row("8", None, name="b"), row("3", "9", name="c"), row("1", None, "5", "d")]
    assert [each.criterion for each in found_low(rows)] == ["d", "a"]

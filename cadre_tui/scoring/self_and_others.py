"""Oneself against others: in which quadrant a criterion stands, and whether the gap is worth a word. Exact.

After the Johari window (Luft & Ingham 1955) as feedback from all sides uses it. It is worked out from the figures
that a result shows, rounded as they stand there: nothing that is withheld can follow from it.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.model.results.result import CriterionResult
from cadre_tui.model.results.self_and_others import Lean, Quadrant

HIGH: Final = Fraction(8, 10)
"""The share of a criterion's points from which on a figure is high: what 较好 earns on a scale of four."""

LEAST_GAP: Final = Fraction(1, 10)
"""The share of a criterion's points from which on a gap between oneself and others is named. Below it both agree."""


def quadrant(row: CriterionResult) -> Quadrant | None:
    """Where a criterion stands; None where there is nothing to compare, or it has no points to be a share of.

    High or low is asked of each of the two. Where they are less than ``LEAST_GAP`` apart they see the same, and
    others' figure says for both whether that is high: a hair's breadth at the threshold makes no blind spot.
    """
    if row.own is None or row.peers is None or row.points <= 0:
        return None
    others = _high(row.peers, row.points)
    own = others if lean(row) is None else _high(row.own, row.points)
    if others:
        return Quadrant.OPEN if own else Quadrant.HIDDEN
    return Quadrant.BLIND if own else Quadrant.SHARED


def lean(row: CriterionResult) -> Lean | None:
    """Whether oneself is noticeably above others, or below; None where not, or where there is nothing to compare."""
    if row.gap is None or row.points <= 0 or abs(Fraction(row.gap)) < LEAST_GAP * Fraction(row.points):
        return None
    return Lean.OVER if row.gap > 0 else Lean.UNDER


def found_low(rows: Iterable[CriterionResult]) -> tuple[CriterionResult, ...]:
    """The criteria that oneself alone answered and that are not high, the lowest share first."""
    alone = [row for row in rows if row.own is not None and row.peers is None and row.points > 0]
    low = [row for row in alone if not _high(row.own or Decimal(0), row.points)]
    return tuple(sorted(low, key=lambda row: Fraction(row.own or 0) / Fraction(row.points)))


def _high(figure: Decimal, points: Decimal) -> bool:
    return Fraction(figure) >= HIGH * Fraction(points)

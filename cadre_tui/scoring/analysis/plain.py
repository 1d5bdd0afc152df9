"""The plain figures of one subject, exact: mean, median, trimmed mean, and what one vote can do."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from cadre_tui.model.results.analysis import Absent, Exact
from cadre_tui.model.summing import summed

TRIMMED_FROM: Final = 5
"""Votes from which on one highest and one lowest are left out."""


def mean(scores: Sequence[Fraction]) -> Fraction:
    """The sum by the number; there is at least one."""
    return summed(scores) / len(scores)


def median(scores: Sequence[Fraction]) -> Fraction:
    """The middle one, or half way between the two in the middle; there is at least one."""
    ordered, half = sorted(scores), len(scores) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def trimmed(scores: Sequence[Fraction]) -> Exact:
    """The mean without one highest and one lowest, from five votes on."""
    if len(scores) < TRIMMED_FROM:
        return Absent("few-to-trim", {"n": len(scores), "needed": TRIMMED_FROM})
    return (summed(scores) - max(scores) - min(scores)) / (len(scores) - 2)


def sensitivity(scores: Sequence[Fraction]) -> Exact:
    """The most by which the mean changes, up or down, when any one vote is taken out: a vote's distance by n − 1."""
    if len(scores) == 1:
        return Absent("one-vote")
    centre = mean(scores)
    return max(max(scores) - centre, centre - min(scores)) / (len(scores) - 1)

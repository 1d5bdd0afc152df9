"""Krippendorff's α: *Content Analysis* (2013), chapter 12; for any number of raters, with ratings missing.

α = 1 − D_o/D_e, the disagreement that is seen beside that which chance would bring. Subjects with one rating are left
out. Its ordinal distance is the interval distance of mid-ranks, so that one formula does for both.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate

import numpy as np

from cadre_tui.model.results.analysis import Absent, Number
from cadre_tui.scoring.analysis.ratings import Numbers, Ratings

LEVELS = ("nominal", "ordinal", "interval", "ratio")
MOST_VALUES = 20_000
"""Different scores up to which every two are compared, which the ratio distance needs."""

Units = Sequence[Sequence[int]]


def alpha(ratings: Ratings) -> dict[str, Number]:
    """By level of measurement."""
    units = [[ratings.whole[at] for at in unit] for unit in ratings.by_subject() if len(unit) > 1]
    counts = Counter(score for unit in units for score in unit)
    if not units:
        return dict.fromkeys(LEVELS, Absent("one-vote-each"))
    if len(counts) == 1:
        return dict.fromkeys(LEVELS, Absent("all-the-same"))
    ranks = mid_ranks(counts)
    return {
        "nominal": _nominal(units, counts),
        "ordinal": _interval([[ranks[score] for score in unit] for unit in units]),
        "interval": _interval(units),
        "ratio": _ratio(units, counts),
    }


def mid_ranks(counts: Mapping[int, int]) -> dict[int, int]:
    """By score: twice its rank among all ratings, tied ones sharing the middle (without the constant)."""
    ordered = sorted(counts)
    below = accumulate((counts[score] for score in ordered), initial=0)
    return {score: 2 * before + counts[score] for score, before in zip(ordered, below, strict=False)}


def _nominal(units: Units, counts: Mapping[int, int]) -> float:
    seen = sum(
        (Fraction(len(unit) ** 2 - sum(each**2 for each in Counter(unit).values()), len(unit) - 1) for unit in units),
        Fraction(0),
    )
    size = sum(counts.values())
    expected = Fraction(size**2 - sum(each**2 for each in counts.values()), size - 1)
    return float(1 - seen / expected)


def _interval(units: Units) -> float:
    """Squared distances of all pairs are m Σx² − (Σx)², twice."""
    seen, size, total, squares = Fraction(0), 0, 0, 0
    for unit in units:
        own, own_squares = sum(unit), sum(each**2 for each in unit)
        seen += Fraction(len(unit) * own_squares - own**2, len(unit) - 1)
        size, total, squares = size + len(unit), total + own, squares + own_squares
    return float(1 - seen / Fraction(size * squares - total**2, size - 1))


def _ratio(units: Units, counts: Mapping[int, int]) -> Number:
    if min(counts) < 0:
        return Absent("negative-scores")
    if len(counts) > MOST_VALUES:
        return Absent("many-values", {"most": MOST_VALUES})
    seen = sum(
        float(_ratios(np.array(unit, dtype=float)[:, None], np.array(unit, dtype=float)).sum()) / (len(unit) - 1)
        for unit in units
    )
    values = np.array(list(counts), dtype=float)
    often = np.array(list(counts.values()), dtype=float)
    expected = sum(
        float(own * (_ratios(np.array([value]), values) @ often)) for value, own in zip(values, often, strict=True)
    )
    return 1 - seen * (float(often.sum()) - 1) / expected


def _ratios(one: Numbers, other: Numbers) -> Numbers:
    """Krippendorff's ratio distance ((a − b)/(a + b))², 0 between two zeros."""
    both = one + other
    return np.asarray(((one - other) / np.where(both == 0, 1, both)) ** 2)

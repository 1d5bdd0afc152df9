"""How often a table of this size shows something odd though everybody rates honestly.

Honest means: independent, normally distributed residuals. Where no formula is at hand, tables are drawn by a fixed
seed, so that the same table always gets the same answer.
"""

from math import prod
from statistics import NormalDist
from typing import Final

import numpy as np

from cadre_tui.scoring.analysis.huber import NORMAL
from cadre_tui.scoring.analysis.ratings import Numbers, Positions

SEED: Final = 1979
DRAWN: Final = 2_000
"""Tables that are drawn; fewer where each is large."""
NUMBERS: Final = 2_000_000
"""Numbers that are drawn in all, about."""

SEVERITIES: Final = [NormalDist().inv_cdf((at + 0.5) / 25) for at in range(25)]
"""Standard normal values, each as likely as the others."""
GRID: Final = np.linspace(-9, 9, 1801)
NORMAL_BELOW: Final = np.array([NormalDist().cdf(float(each)) for each in GRID])
TINY: Final = 1e-300


def any_of(count: int, each: float) -> float:
    """At least one of ``count`` independent things that happen with chance ``each``."""
    return 1 - (1 - each) ** count


def beyond(deviations: float) -> float:
    """A normal value more than so many standard deviations from the mean, on either side."""
    return 2 * NormalDist().cdf(-deviations)


def any_all_inside(share: float, counts: Positions) -> float:
    """Some rater whose every score is of a kind that ``share`` of all scores are."""
    return 1 - prod(1 - share ** int(count) for count in counts)


def all_inside(lowest: Numbers, highest: Numbers, rater: Positions, raters: int, severity: float) -> Numbers:
    """By rater: every score is from ``lowest`` to ``highest``, both in residual standard deviations of that rating.

    Honest raters are more or less strict, too: ``severity`` is its standard deviation in the same measure, and a
    rater has one severity for all scores, so that who is lenient is likelier to be at the top with each.
    """
    found = np.zeros(raters)
    for level in SEVERITIES:
        inside = _below(highest + severity * level) - _below(lowest + severity * level)
        found += np.exp(np.bincount(rater, np.log(np.maximum(inside, TINY)), raters))
    return found / len(SEVERITIES)


def _below(deviations: Numbers) -> Numbers:
    return np.asarray(np.interp(deviations, GRID, NORMAL_BELOW))


def any_far_from_median(raters: int, deviations: float) -> float:
    """Some of so many raters more than ``deviations`` robust standard deviations from their median."""
    values = np.random.default_rng(SEED).standard_normal((_tables(raters), raters))
    distances = np.abs(values - np.median(values, axis=1, keepdims=True))
    scale = NORMAL * np.median(distances, axis=1, keepdims=True)
    return float((distances > deviations * scale).any(axis=1).mean())


def any_narrow(counts: Positions, spread: float, step: float, part: float) -> float:
    """Some rater whose standard deviation is under ``part`` of the median one.

    ``counts`` are the scores of each, ``spread`` their usual standard deviation, ``step`` what scores are rounded to.
    """
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    chance, found = np.random.default_rng(SEED), 0
    tables = _tables(int(counts.sum()))
    for _ in range(tables):
        values = chance.standard_normal(int(counts.sum())) * spread
        if step:
            values = np.round(values / step) * step
        means = np.add.reduceat(values, starts) / counts
        squares = np.add.reduceat((values - np.repeat(means, counts)) ** 2, starts)
        deviations = np.sqrt(squares / np.maximum(counts - 1, 1))
        middle = float(np.median(deviations))
        found += bool(middle and (deviations < part * middle).any())
    return found / tables


def any_low_mean(values: Numbers, counts: Positions, part: float) -> float:
    """Some rater whose mean is under ``part`` of the median one, where each draws ``counts`` of these ``values``."""
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    chance, found = np.random.default_rng(SEED), 0
    tables = _tables(int(counts.sum()))
    for _ in range(tables):
        means = np.add.reduceat(chance.choice(values, int(counts.sum())), starts) / counts
        found += bool((means < part * np.median(means)).any())
    return found / tables


def _tables(size: int) -> int:
    return max(50, min(DRAWN, NUMBERS // size))

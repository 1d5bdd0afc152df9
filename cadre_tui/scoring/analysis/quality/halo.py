"""Halo: a rater who gives everybody the same on every criterion, as if only one thing were looked at."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import fmean, median, stdev

import numpy as np

from cadre_tui.model.analysis import Flag
from cadre_tui.scoring.analysis.quality import chances
from cadre_tui.scoring.analysis.quality.flags import FEWEST_SCORES, HALO, NARROW


def halo(shares: Mapping[str, Sequence[Sequence[float]]], step: float) -> dict[str, Flag]:
    """By rater, who has it.

    ``shares`` are by rater and subject what each criterion got, 0 to 1, in steps of ``step``. It is seen where the
    mean standard deviation within a subject is under a quarter of the median rater's, not where that is 0, and not of
    raters of fewer than three subjects.
    """
    spread = {
        rater: fmean(stdev(each) for each in subjects if len(each) > 1)
        for rater, subjects in shares.items()
        if sum(len(each) > 1 for each in subjects) >= FEWEST_SCORES
    }
    usual = median(spread.values()) if spread else 0.0
    odd = [rater for rater, own in spread.items() if own < NARROW * usual]
    if not odd:
        return {}
    criteria = round(fmean(len(each) for rater in spread for each in shares[rater]))
    counts = np.array([len(shares[rater]) * max(criteria - 1, 1) + 1 for rater in spread])
    chance = chances.any_narrow(counts, usual, step, NARROW)
    return {rater: Flag(HALO, chance, {"spread": spread[rater], "usual": usual}) for rater in odd}


def step_of(shares: Mapping[str, Sequence[Sequence[float]]]) -> float:
    """The smallest difference between two shares; 0 where all are the same."""
    values = sorted({round(share, 9) for subjects in shares.values() for own in subjects for share in own})
    return min((after - before for before, after in pairwise(values)), default=0.0)

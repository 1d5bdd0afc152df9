"""Halo: a rater who gives everybody the same on every criterion, as if only one thing were looked at."""

from collections.abc import Mapping, Sequence
from statistics import fmean, median, stdev

import numpy as np

from cadre_tui.model.results.analysis import Flag
from cadre_tui.scoring.analysis.quality import chances
from cadre_tui.scoring.analysis.quality.flags import FEWEST_SCORES, HALO, NARROW


def halo(shares: Mapping[str, Sequence[Sequence[float]]]) -> dict[str, Flag]:
    """By rater, who has it. ``shares`` are by rater and subject what each criterion got, 0 to 1.

    It is seen where the mean standard deviation within a subject is under a quarter of the median rater's, not where
    that is 0, and not of raters of fewer than three subjects. Honest raters are those whose subjects are drawn from
    all that were rated.
    """
    within = {rater: [stdev(each) for each in subjects if len(each) > 1] for rater, subjects in shares.items()}
    judged = {rater: own for rater, own in within.items() if len(own) >= FEWEST_SCORES}
    spread = {rater: fmean(own) for rater, own in judged.items()}
    usual = median(spread.values()) if spread else 0.0
    odd = [rater for rater, own in spread.items() if own < NARROW * usual]
    if not odd:
        return {}
    everything = np.array([each for own in judged.values() for each in own])
    chance = chances.any_low_mean(everything, np.array([len(own) for own in judged.values()]), NARROW)
    return {rater: Flag(HALO, chance, {"spread": spread[rater], "usual": usual}) for rater in odd}

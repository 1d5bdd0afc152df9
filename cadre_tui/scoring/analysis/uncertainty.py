"""How sure a figure is. The residuals of all are pooled: five equal votes for one person are no certainty."""

from math import sqrt
from typing import Final

import numpy as np

from cadre_tui.model.results.analysis import TARGET, Absent, Interval, Number
from cadre_tui.scoring.analysis.distributions import SURE, t_quantile
from cadre_tui.scoring.analysis.fit import Fit
from cadre_tui.scoring.analysis.ratings import Numbers, Positions, Ratings
from cadre_tui.scoring.analysis.variance import within_subjects

LARGEST: Final = 2_000
"""Raters of a piece up to which the errors of its adjusted figures are worked out: that takes their number cubed."""


def pooled_variance(ratings: Ratings) -> float | Absent:
    """The variance of one vote around its subject's mean, pooled; at least that of rounding to the score step."""
    free = len(ratings) - len(ratings.subjects)
    if free < 1:
        return Absent("one-vote-each")
    if not ratings.step:
        return Absent("all-the-same")
    return max(within_subjects(ratings) / free, ratings.step**2 / 12)


def errors(ratings: Ratings, pooled: float | Absent) -> list[Number]:
    """By subject: the standard error of the mean."""
    if isinstance(pooled, Absent):
        return [pooled] * len(ratings.subjects)
    return [sqrt(pooled / int(n)) for n in ratings.raters_each]


def band(mean: float, error: Number, ratings: Ratings) -> Interval | Absent:
    """The interval of 95 % around a mean, by the t distribution of the pooled residuals."""
    if isinstance(error, Absent):
        return error
    half = t_quantile((1 + SURE) / 2, len(ratings) - len(ratings.subjects)) * error
    return Interval(mean - half, mean + half)


def residual_variance(ratings: Ratings, fit: Fit) -> float | Absent:
    """The residual variance of the fit in points squared; of a robust one after Huber (1981), 7.6."""
    if fit.free < 1:
        return Absent("nothing-free")
    residuals = fit.weights * fit.solution.residuals(ratings)
    untouched = float((fit.weights == 1).mean())
    floor = ratings.step**2 / 12
    return max(float((residuals**2).sum()) / fit.free / untouched**2, floor) if untouched else Absent("nothing-free")


def adjusted_errors(ratings: Ratings, fit: Fit) -> tuple[list[Number], list[Number]]:
    """The standard errors of the adjusted figures by subject, and of the severities by rater.

    From the inverse of the model's equations; as errors of prediction where there is a ridge.
    """
    variance = residual_variance(ratings, fit)
    if isinstance(variance, Absent):
        return [variance] * len(ratings.subjects), [variance] * len(ratings.raters)
    subjects: list[Number] = [Absent("large-piece", {"most": LARGEST})] * len(ratings.subjects)
    raters: list[Number] = [Absent("large-piece", {"most": LARGEST})] * len(ratings.raters)
    order = np.argsort(fit.pieces.of_subject[ratings.subject], kind="stable")
    counts = np.bincount(fit.pieces.of_subject[ratings.subject], minlength=fit.pieces.count)
    sizes = fit.pieces.raters()
    place = np.empty(len(ratings.raters), dtype=np.intp)
    for piece, here in enumerate(np.split(order, np.cumsum(counts)[:-1])):
        if sizes[piece] > LARGEST:
            continue
        members = np.flatnonzero(fit.pieces.of_rater == piece)
        place[members] = np.arange(len(members))
        cases = np.unique(ratings.subject[here])
        of_subject, of_rater = _spread(ratings, fit, here, cases, place, len(members))
        for subject, share in zip(cases.tolist(), of_subject.tolist(), strict=True):
            subjects[subject] = sqrt(variance * share)
        for rater, share in zip(members.tolist(), of_rater.tolist(), strict=True):
            raters[rater] = sqrt(variance * max(share, 0.0))
    return subjects, raters


def _spread(
    ratings: Ratings, fit: Fit, here: Positions, cases: Positions, place: Positions, size: int
) -> tuple[Numbers, Numbers]:
    """Of one piece: the variances of subjects and raters, in residual variances."""
    weights = fit.weights[here]
    table = np.zeros((len(cases), size))
    table[np.searchsorted(cases, ratings.subject[here]), place[ratings.rater[here]]] = weights
    by_subject = table.sum(axis=1)
    shares = table / by_subject[:, None]
    if np.isinf(fit.shrink):
        return 1 / by_subject, np.zeros(size)
    matrix = np.diag(table.sum(axis=0)) - table.T @ shares + fit.shrink * np.eye(size)
    # Without a ridge: the generalised inverse that belongs to severities with the sum 0.
    inverse = np.linalg.inv(matrix) if fit.shrink else np.linalg.inv(matrix + 1.0) - 1.0 / size**2
    return 1 / by_subject + np.einsum("ij,jk,ik->i", shares, inverse, shares, optimize=True), np.diag(inverse)


def ranking(names: tuple[str, ...], figures: Numbers, reliability: Number, pieces: int) -> tuple[str, ...] | Absent:
    """The subjects, best first, where the figures are reliable enough to bear an order."""
    if pieces > 1:
        return Absent("in-pieces", {"components": pieces})
    if isinstance(reliability, Absent):
        return reliability
    if reliability < TARGET:
        return Absent("unreliable", {"reliability": reliability, "needed": float(TARGET)})
    return tuple(names[at] for at in np.argsort(-figures, kind="stable").tolist())

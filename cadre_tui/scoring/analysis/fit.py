"""The additive model: score = cadre − severity + residual, so that nobody gains or loses by who rated them.

One ridge λ for all raters, pooled over all pieces and estimated from the plain fit; then Huber's weights, found by
weighting again until nothing changes any more. What is far off would swell λ, so it is estimated once more from the
scores with that pulled in, and the weights are found again. Where there are both, severities are measured from the
usual rater (``level``); plain least squares measures them from the mean, as textbooks do.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from cadre_tui.scoring.analysis.free import FEWEST_FREE
from cadre_tui.scoring.analysis.huber import FEWEST_RATERS, HUBER, NORMAL, weights_of
from cadre_tui.scoring.analysis.least_squares import Solution, System
from cadre_tui.scoring.analysis.level import levelled
from cadre_tui.scoring.analysis.pieces import Pieces
from cadre_tui.scoring.analysis.ratings import Numbers, Ratings
from cadre_tui.scoring.analysis.variance import Variances, free_of, plain_fit, variances_of

ROUNDS: Final = 200
STILL: Final = 1e-7
"""A change of the severities, beside the scale, that is none."""


@dataclass(frozen=True, eq=False)
class Fit:
    """What came out. ``shrink`` is λ (infinite: no severities); ``threshold`` is 0 where no weight was asked for.

    ``variances`` are those of the plain fit, ``pooled`` those that λ is estimated from; ``enough`` says that they may
    be relied on.
    """

    pieces: Pieces
    plain: Solution
    solution: Solution
    weights: Numbers
    shrink: float
    given: bool
    robust: bool
    threshold: float
    scale: float
    free: int
    variances: Variances | None
    pooled: Variances | None

    @property
    def enough(self) -> bool:
        """Whether the ridge could be estimated; without, severities are those of plain least squares."""
        return self.free >= FEWEST_FREE and self.variances is not None

    @property
    def adjusts(self) -> bool:
        """Whether adjusted figures may be told."""
        return self.given or self.enough


def fit(ratings: Ratings, pieces: Pieces, shrink: float | None = None, robust: bool | None = None) -> Fit:
    """Fit the model. ``shrink`` is λ from 0 on, where it is given; ``robust`` is by default as λ is not 0."""
    free = free_of(ratings, pieces)
    plain = plain_fit(ratings, pieces)
    variances = variances_of(ratings, pieces, plain)
    enough = free >= FEWEST_FREE and variances is not None
    estimated = variances.shrink if enough and variances else 0.0
    ridge = estimated if shrink is None else shrink
    weigh = (ridge != 0) if robust is None else robust
    start = plain if ridge == 0 else System(ratings, pieces, np.ones(len(ratings)), ridge).solve(plain.severity)
    solution, weights, scale = start, np.ones(len(ratings)), scale_of(ratings, start)
    pooled = variances
    if weigh:
        solution, weights, scale = _weigh(ratings, pieces, ridge, start)
        if enough and shrink is None and (weights < 1).any():
            pooled = _pulled_in(ratings, pieces, solution, weights) or variances
            ridge = pooled.shrink if pooled else ridge
            solution, weights, scale = _weigh(ratings, pieces, ridge, solution)
        solution = levelled(ratings, pieces, solution) if ridge else solution
    return Fit(
        pieces=pieces,
        plain=plain,
        solution=solution,
        weights=weights,
        shrink=ridge,
        given=shrink is not None,
        robust=weigh,
        threshold=HUBER * scale if weigh else 0.0,
        scale=scale,
        free=free,
        variances=variances,
        pooled=pooled,
    )


def scale_of(ratings: Ratings, solution: Solution) -> float:
    """The robust standard deviation of the residuals in points, at least half the smallest score step."""
    residuals = solution.residuals(ratings)
    return max(NORMAL * float(np.median(np.abs(residuals - np.median(residuals)))), ratings.step / 2)


def _pulled_in(ratings: Ratings, pieces: Pieces, solution: Solution, weights: Numbers) -> Variances | None:
    """The variances of Huber's pseudo-values: what the model says and the weighted residual, by the share left alone.

    Huber (1981), *Robust Statistics*, 7.6 and 7.8.
    """
    untouched = float((weights == 1).mean())
    if not untouched:
        return None
    residuals = solution.residuals(ratings)
    pulled = ratings.pulled(ratings.score + (weights / untouched - 1) * residuals)
    return variances_of(pulled, pieces, plain_fit(pulled, pieces, solution.severity))


def _weigh(ratings: Ratings, pieces: Pieces, ridge: float, start: Solution) -> tuple[Solution, Numbers, float]:
    solution, weights = start, np.ones(len(ratings))
    may = (ratings.raters_each >= FEWEST_RATERS)[ratings.subject]
    scale = scale_of(ratings, solution)
    for _ in range(ROUNDS if may.any() and scale > 0 else 0):
        weights = np.where(may, weights_of(solution.residuals(ratings), HUBER * scale), 1.0)
        before, solution = solution, System(ratings, pieces, weights, ridge).solve(solution.severity)
        moved = max(
            float(np.abs(solution.severity - before.severity).max()),
            float(np.abs(solution.subject - before.subject).max()),
        )
        scale = scale_of(ratings, solution)
        if moved <= STILL * scale:
            break
    return solution, weights, scale

"""How much of the scores is due to subjects, to raters, and to neither: Henderson's method III (fitting constants).

Henderson, *Biometrics* 9 (1953), 226-252. Each sum of squares is that of a plain least squares fit, so that the
estimates can be reckoned again with any statistics program; they need no distribution to be unbiased.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from cadre_tui.scoring.analysis.distributions import SURE, f_quantile
from cadre_tui.scoring.analysis.least_squares import Solution, System
from cadre_tui.scoring.analysis.pieces import Pieces
from cadre_tui.scoring.analysis.ratings import Numbers, Ratings

NOTHING: Final = 1e-12
"""A share of the whole sum of squares that is only rounding."""


@dataclass(frozen=True)
class Variances:
    """Estimates in points squared; negative ones stand as they came out. ``within`` is that inside of subjects."""

    free: int
    residual: float
    rater: float
    subject: float
    within: float
    ratio: float
    """F of the raters beside the residuals."""
    raters_free: int
    weight: float
    """What one point squared of the raters' variance adds to their mean square, in residual variances."""

    @property
    def shrink(self) -> float:
        """λ = σ²ₑ/σ²ᵣ; infinite where the raters do not differ beyond chance."""
        return self.residual / self.rater if self.rater > 0 else float("inf")

    def shrink_interval(self) -> tuple[float, float]:
        """λ's interval of 95 % by the F distribution; exact for balanced tables (Burdick & Graybill 1992)."""
        tail = (1 - SURE) / 2
        low, high = (f_quantile(share, self.raters_free, self.free) for share in (tail, 1 - tail))
        most, least = ((self.ratio / each - 1) / self.weight for each in (low, high))
        return (1 / most if most > 0 else float("inf"), 1 / least if least > 0 else float("inf"))


def free_of(ratings: Ratings, pieces: Pieces) -> int:
    """The residual degrees of freedom."""
    return len(ratings) - len(ratings.subjects) - len(ratings.raters) + pieces.count


def plain_fit(ratings: Ratings, pieces: Pieces, start: Numbers | None = None) -> Solution:
    """Plain least squares; ``start`` are severities that save steps."""
    return System(ratings, pieces, np.ones(len(ratings)), 0.0).solve(start)


def within_subjects(ratings: Ratings) -> float:
    """The sum of squares inside of the subjects."""
    means = np.bincount(ratings.subject, ratings.score) / ratings.raters_each
    return float(((ratings.score - means[ratings.subject]) ** 2).sum())


def variances_of(ratings: Ratings, pieces: Pieces, plain: Solution) -> Variances | None:
    """The variances; None where nothing is left free, where raters cannot be compared, or nothing varies."""
    free = free_of(ratings, pieces)
    raters_free = len(ratings.raters) - pieces.count
    if free < 1 or raters_free < 1:
        return None
    inside = within_subjects(ratings)
    means = np.bincount(ratings.rater, ratings.score) / ratings.subjects_each
    inside_raters = float(((ratings.score - means[ratings.rater]) ** 2).sum())
    left = float((plain.residuals(ratings) ** 2).sum())
    whole = float(((ratings.score - ratings.score.mean()) ** 2).sum())
    if left <= NOTHING * whole or whole == 0:
        left = 0.0
    residual = left / free
    count = len(ratings)
    subjects_free = len(ratings.subjects) - pieces.count
    rater = (inside - left - raters_free * residual) / (count - len(ratings.subjects))
    subject = (inside_raters - left - subjects_free * residual) / max(count - len(ratings.raters), 1)
    return Variances(
        free=free,
        residual=residual,
        rater=rater,
        subject=subject,
        within=inside / (count - len(ratings.subjects)),
        ratio=_ratio((inside - left) / raters_free, residual),
        raters_free=raters_free,
        weight=(count - len(ratings.subjects)) / raters_free,
    )


def _ratio(raters: float, residual: float) -> float:
    if residual:
        return raters / residual
    return float("inf") if raters > 0 else 0.0

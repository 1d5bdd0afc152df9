"""Where severity is 0: at the usual rater, not at the mean of all.

The model leaves the level open: severities may all rise by what all cadres rise by. At their mean, two who give
everybody 90 would lift everybody; at their centre by Huber's weights (Huber 1981, *Robust Statistics*, chapter 3) a
rater far off pulls no more than one who stands 1.5 robust standard deviations off.
"""

from typing import Final

import numpy as np

from cadre_tui.scoring.analysis.huber import FEWEST_RATERS, HUBER, NORMAL, weights_of
from cadre_tui.scoring.analysis.least_squares import Solution
from cadre_tui.scoring.analysis.pieces import Pieces
from cadre_tui.scoring.analysis.ratings import Numbers, Positions, Ratings

ROUNDS: Final = 200
STILL: Final = 1e-9
"""A change of the centres in points that is none."""


def levelled(ratings: Ratings, pieces: Pieces, solution: Solution) -> Solution:
    """The same solution, severities measured from the centre of their piece; from the mean where four do not rate."""
    centres = np.where(pieces.raters() < FEWEST_RATERS, 0.0, _centres(ratings.step, pieces, solution.severity))
    return Solution(solution.subject - centres[pieces.of_subject], solution.severity - centres[pieces.of_rater])


def _centres(step: float, pieces: Pieces, severity: Numbers) -> Numbers:
    """By piece: Huber's estimate of location, the scale at least half the smallest score ``step`` in points."""
    of, count = pieces.of_rater, pieces.count
    centres = _medians(severity, of, count)
    scale = np.maximum(NORMAL * _medians(np.abs(severity - centres[of]), of, count), step / 2)
    for _ in range(ROUNDS if step else 0):
        weights = weights_of(severity - centres[of], HUBER * scale[of])
        before, centres = centres, np.bincount(of, weights * severity, count) / np.bincount(of, weights, count)
        if float(np.abs(centres - before).max()) <= STILL:
            break
    return centres


def _medians(values: Numbers, of: Positions, count: int) -> Numbers:
    """By piece: the median; each has at least one value."""
    ordered = values[np.lexsort((values, of))]
    sizes = np.bincount(of, minlength=count)
    first = np.cumsum(sizes) - sizes
    return np.asarray((ordered[first + (sizes - 1) // 2] + ordered[first + sizes // 2]) / 2)

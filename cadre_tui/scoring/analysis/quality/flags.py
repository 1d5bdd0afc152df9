"""The flags of a table of totals: all the same, in the middle or best; strict, lenient; outliers; mutual favours."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cadre_tui.model.results.analysis import Absent, Flag
from cadre_tui.scoring.analysis.fit import Fit
from cadre_tui.scoring.analysis.huber import NORMAL
from cadre_tui.scoring.analysis.quality import chances
from cadre_tui.scoring.analysis.ratings import Numbers, Ratings

SAME: Final = "same-score"
MIDDLE: Final = "all-middle"
BEST: Final = "all-best"
STRICT: Final = "strict"
LENIENT: Final = "lenient"
OUTLIER: Final = "outlier"
MUTUAL: Final = "mutual"
HALO: Final = "halo"

NARROW: Final = 0.25
"""Of the median standard deviation of a rater's scores."""
FAR: Final = 2.5
"""Robust standard deviations of severity."""
ALONE: Final = 3.0
"""Standard deviations of a single residual."""
FAVOUR: Final = 2.0
"""Standard deviations by which two favour each other."""

FEWEST_SCORES: Final = 3
"""Scores of a rater under whom nothing is said of their spread."""
FEWEST_IN_ZONE: Final = 4
"""... and of their place on the scale."""
FEWEST_RATERS: Final = 4
"""Raters under whom none stands out as strict."""
FEWEST_FREE: Final = 10
"""Residual degrees of freedom under which no single score stands out."""


@dataclass(frozen=True)
class Zones:
    """Where the scale is best (from ``best`` on) and where it is in the middle (from ``low`` to ``high``)."""

    best: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Found:
    """By rater the flags; and the kinds that this table cannot show."""

    flags: dict[int, list[Flag]]
    not_judged: dict[str, Absent]


def zones_of(ratings: Ratings) -> Zones:
    """The best quarter of all scores, and the half in the middle."""
    low, high = np.quantile(ratings.score, [0.25, 0.75])
    return Zones(best=float(high), low=float(low), high=float(high))


def flags_of(ratings: Ratings, fit: Fit, zones: Zones | None = None, *, named: bool = True) -> Found:
    """All flags; mutual favours only where ids may be set beside each other (``named``)."""
    found: defaultdict[int, list[Flag]] = defaultdict(list)
    absent: dict[str, Absent] = {HALO: Absent("no-criteria")}
    kinds = [(SAME, _same(ratings)), (BEST, _zones(ratings, fit, zones or zones_of(ratings)))]
    kinds += [(STRICT, _strict(ratings, fit)), (OUTLIER, _outliers(ratings, fit))]
    kinds += [(MUTUAL, _mutual(ratings, fit) if named else iter([Absent("not-named")]))]
    for kind, told in kinds:
        for each in told:
            if isinstance(each, Absent):
                absent[kind] = each
            else:
                found[each[0]].append(each[1])
    return Found(dict(found), absent)


Told = Iterator[tuple[int, Flag] | Absent]


def _same(ratings: Ratings) -> Told:
    counts = ratings.subjects_each
    enough = counts >= FEWEST_SCORES
    deviations = _deviations(ratings)
    middle = float(np.median(deviations[enough])) if enough.any() else 0.0
    if not middle:
        yield Absent("no-spread") if enough.any() else Absent("few-scores", {"needed": FEWEST_SCORES})
        return
    odd = np.flatnonzero(enough & (deviations < NARROW * middle)).tolist()
    chance = chances.any_narrow(counts[enough], middle, ratings.step, NARROW) if odd else 0.0
    for rater in odd:
        values = {"spread": float(deviations[rater]), "usual": middle, "n": int(counts[rater])}
        yield rater, Flag(SAME, chance, values)


def _deviations(ratings: Ratings) -> Numbers:
    """By rater: the standard deviation of the scores."""
    counts = ratings.subjects_each
    shifted = ratings.score - ratings.score[0]  # so that equal scores have exactly no spread
    means = np.bincount(ratings.rater, shifted) / counts
    squares = np.bincount(ratings.rater, (shifted - means[ratings.rater]) ** 2)
    spread = np.sqrt(squares / np.maximum(counts - 1, 1))
    return np.where(spread < ratings.step * 1e-9, 0.0, spread)


def _zones(ratings: Ratings, fit: Fit, zones: Zones) -> Told:
    counts = ratings.subjects_each
    enough = counts >= FEWEST_IN_ZONE
    if not enough.any():
        yield Absent("few-scores", {"needed": FEWEST_IN_ZONE})
        return
    best = ratings.score >= zones.best
    middle = (ratings.score >= zones.low) & (ratings.score <= zones.high) & ~best
    half = ratings.step / 2
    limits = {
        BEST: (zones.best - half, np.inf),
        MIDDLE: (zones.low - half, min(zones.high + half, zones.best - half)),
    }
    for code, inside in ((BEST, best), (MIDDLE, middle)):
        share = float(inside.mean())
        if share == 1:
            continue
        odd = np.flatnonzero(enough & (np.bincount(ratings.rater, inside) == counts)).tolist()
        chance = _all_inside(ratings, fit, limits[code], enough, share) if odd else 0.0
        for rater in odd:
            yield rater, Flag(code, chance, {"n": int(counts[rater]), "share": share})


def _all_inside(
    ratings: Ratings, fit: Fit, limits: tuple[float, float], enough: NDArray[np.bool_], share: float
) -> float:
    """Some honest rater of enough scores with all of them between the limits, by the fit where there is one."""
    scale = _scale(ratings, fit) if fit.free > 0 else 0.0
    if not fit.enough or not scale or fit.pooled is None:
        return chances.any_all_inside(share, ratings.subjects_each[enough])
    low, high = ((limit - fit.solution.subject[ratings.subject]) / scale for limit in limits)
    strict = sqrt(max(fit.pooled.rater, 0.0)) / scale
    each = chances.all_inside(low, high, ratings.rater, len(ratings.raters), strict)
    return 1 - float(np.prod(1 - each[enough]))


def _strict(ratings: Ratings, fit: Fit) -> Told:
    compared = fit.pieces.raters()[fit.pieces.of_rater] > 1
    severity = fit.solution.severity
    if int(compared.sum()) < FEWEST_RATERS:
        yield Absent("few-raters", {"needed": FEWEST_RATERS})
        return
    centre = float(np.median(severity[compared]))
    distances = np.abs(severity - centre)
    scale = max(NORMAL * float(np.median(distances[compared])), ratings.step / 2)
    odd = np.flatnonzero(compared & (distances > FAR * scale)).tolist() if scale else []
    chance = chances.any_far_from_median(int(compared.sum()), FAR) if odd else 0.0
    for rater in odd:
        code = STRICT if severity[rater] > centre else LENIENT
        yield (
            rater,
            Flag(
                code,
                chance,
                {"points": float(abs(severity[rater] - centre)), "times": float(distances[rater] / scale)},
            ),
        )


def _scale(ratings: Ratings, fit: Fit) -> float:
    """A residual's standard deviation: the robust one, for as many as are free."""
    return fit.scale * sqrt(len(ratings) / fit.free)


def _outliers(ratings: Ratings, fit: Fit) -> Told:
    if fit.free < FEWEST_FREE:
        yield Absent("few-free", {"free": fit.free, "needed": FEWEST_FREE})
        return
    scale = _scale(ratings, fit)
    residuals = fit.solution.residuals(ratings)
    chance = chances.any_of(len(ratings), chances.beyond(ALONE))
    for at in np.flatnonzero(np.abs(residuals) > ALONE * scale).tolist() if scale else []:
        subject = ratings.subjects[int(ratings.subject[at])]
        values = {"subject": subject, "points": float(residuals[at]), "times": float(abs(residuals[at]) / scale)}
        yield int(ratings.rater[at]), Flag(OUTLIER, chance, values)


def _mutual(ratings: Ratings, fit: Fit) -> Told:
    if fit.free < FEWEST_FREE:
        yield Absent("few-free", {"free": fit.free, "needed": FEWEST_FREE})
        return
    residuals, scale = fit.solution.residuals(ratings), _scale(ratings, fit)
    pairs = {
        (ratings.raters[rater], ratings.subjects[subject]): at
        for at, (rater, subject) in enumerate(zip(ratings.rater.tolist(), ratings.subject.tolist(), strict=True))
    }
    both = [(at, pairs[pair[::-1]]) for pair, at in pairs.items() if pair[0] < pair[1] and pair[::-1] in pairs]
    if not both:
        yield Absent("nobody-mutual")
        return
    chance = chances.any_of(len(both), NormalDist().cdf(-FAVOUR) ** 2)
    for one, other in both:
        if min(residuals[one], residuals[other]) > FAVOUR * scale:
            for at, back in ((one, other), (other, one)):
                values = {
                    "partner": ratings.subjects[int(ratings.subject[at])],
                    "given": float(residuals[at]),
                    "got": float(residuals[back]),
                }
                yield int(ratings.rater[at]), Flag(MUTUAL, chance, values)

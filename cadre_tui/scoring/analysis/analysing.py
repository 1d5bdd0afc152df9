"""Everything that one table of ratings tells."""

from collections import Counter, defaultdict
from fractions import Fraction

import numpy as np

from cadre_tui.model.results.analysis import (
    Absent,
    Agreement,
    Analysis,
    Fitted,
    GroupFigures,
    Number,
    RaterFigures,
    SubjectFigures,
)
from cadre_tui.scoring.analysis import plain, uncertainty
from cadre_tui.scoring.analysis.agreement.alpha import alpha
from cadre_tui.scoring.analysis.agreement.icc import icc
from cadre_tui.scoring.analysis.agreement.kappa import fleiss_kappa
from cadre_tui.scoring.analysis.agreement.kendall import kendall_w
from cadre_tui.scoring.analysis.agreement.spearman_brown import raters_needed
from cadre_tui.scoring.analysis.distributions import SURE, t_quantile
from cadre_tui.scoring.analysis.figure_errors import Error
from cadre_tui.scoring.analysis.fit import Fit, fit
from cadre_tui.scoring.analysis.free import FEWEST_FREE
from cadre_tui.scoring.analysis.pieces import pieces_of
from cadre_tui.scoring.analysis.quality.flags import Zones, flags_of
from cadre_tui.scoring.analysis.ratings import Ratings


def analyse(
    ratings: Ratings,
    shrink: float | None = None,
    robust: bool | None = None,
    zones: Zones | None = None,
    *,
    named: bool = True,
) -> Analysis:
    """All figures.

    ``shrink`` is λ where it is given (0: plain least squares), ``robust`` says whether Huber's weights are used (by
    default unless λ is given as 0); ``named`` whether raters and subjects bear the same ids.
    """
    fitted = fit(ratings, pieces_of(ratings), shrink, robust)
    agreement = agreement_of(ratings, fitted)
    found = flags_of(ratings, fitted, zones, named=named)
    subject_errors, rater_errors = uncertainty.adjusted_errors(ratings, fitted)
    subjects = _subjects(ratings, fitted, subject_errors)
    figures = np.array(
        [float(each.mean) if isinstance(each.adjusted, Absent) else each.adjusted for each in subjects]
    )
    raters = _raters(ratings, fitted, rater_errors)
    return Analysis(
        subjects=dict(zip(ratings.subjects, subjects, strict=True)),
        raters={
            name: RaterFigures(**facts, flags=tuple(found.flags.get(at, ())))  # type: ignore[arg-type]
            for at, (name, facts) in enumerate(zip(ratings.raters, raters, strict=True))
        },
        groups=_groups(ratings, fitted),
        agreement=agreement,
        fitted=_fitted(fitted),
        components=fitted.pieces.count,
        ranking=uncertainty.ranking(ratings.subjects, figures, agreement.generalisability, fitted.pieces.count),
        not_judged=found.not_judged,
    )


def adjusted(ratings: Ratings) -> dict[str, tuple[Fraction, Number]]:
    """By subject: the mean, and the adjusted figure."""
    fitted = fit(ratings, pieces_of(ratings))
    sizes = fitted.pieces.raters()
    found: dict[str, tuple[Fraction, Number]] = {}
    for at, (name, votes) in enumerate(zip(ratings.subjects, ratings.by_subject(), strict=True)):
        reason = _why_not(fitted, int(sizes[fitted.pieces.of_subject[at]]))
        mean = plain.mean([ratings.exact[vote] for vote in votes])
        found[name] = (mean, reason or float(fitted.solution.subject[at]))
    return found


def errors_of_adjusted(ratings: Ratings) -> dict[str, Error]:
    """By subject: how sure the adjusted figure is, where there is one; of no piece too large to work it out."""
    fitted = fit(ratings, pieces_of(ratings))
    sizes = fitted.pieces.raters()
    deviations, _of_raters = uncertainty.adjusted_errors(ratings, fitted)
    return {
        name: Error(t_quantile((1 + SURE) / 2, fitted.free) * deviation, fitted.free)
        for at, (name, deviation) in enumerate(zip(ratings.subjects, deviations, strict=True))
        if not isinstance(deviation, Absent) and not _why_not(fitted, int(sizes[fitted.pieces.of_subject[at]]))
    }


def agreement_of(ratings: Ratings, fitted: Fit) -> Agreement:
    """How far the raters agree."""
    classes = icc(ratings)
    single = "ICC(A,1)" if ratings.complete else "ICC(1,1)"
    commonest = Counter(ratings.whole).most_common(1)[0][1]
    return Agreement(
        icc=classes,
        alpha=alpha(ratings),
        kendall_w=kendall_w(ratings),
        fleiss_kappa=fleiss_kappa(ratings),
        generalisability=_generalisability(ratings, fitted),
        raters_needed=raters_needed(classes[single]),
        needed_from=single,
        all_alike=commonest / len(ratings),
    )


def _generalisability(ratings: Ratings, fitted: Fit) -> Number:
    """σ²c / (σ²c + (σ²ᵣ + σ²ₑ)/k), k the harmonic mean of the raters a subject.

    Brennan, *Generalizability Theory* (2001): the coefficient of absolute decisions on means.
    """
    if not ratings.step:
        return Absent("all-the-same")
    if fitted.variances is None:
        return Absent("nothing-free")
    found = fitted.variances
    subject, error = max(found.subject, 0.0), max(found.rater, 0.0) + found.residual
    k = len(ratings.subjects) / float((1 / ratings.raters_each).sum())
    whole = subject + error / k
    return subject / whole if whole > 0 else Absent("no-variance")


def _subjects(ratings: Ratings, fitted: Fit, adjusted_errors: list[Number]) -> list[SubjectFigures]:
    errors = uncertainty.errors(ratings, uncertainty.pooled_variance(ratings))
    sizes = fitted.pieces.raters()
    found = []
    for at, votes in enumerate(ratings.by_subject()):
        scores = [ratings.exact[vote] for vote in votes]
        piece = int(fitted.pieces.of_subject[at])
        reason = _why_not(fitted, int(sizes[piece]))
        mean = plain.mean(scores)
        found.append(
            SubjectFigures(
                n=len(scores),
                mean=mean,
                median=plain.median(scores),
                trimmed=plain.trimmed(scores),
                adjusted=reason or float(fitted.solution.subject[at]),
                sensitivity=plain.sensitivity(scores),
                error=errors[at],
                band=uncertainty.band(float(mean), errors[at], ratings),
                adjusted_error=reason or adjusted_errors[at],
                piece=piece + 1,
            )
        )
    return found


def _why_not(fitted: Fit, raters: int) -> Absent | None:
    """Why there is no adjusted figure in a piece of so many raters."""
    if raters < 2:
        return Absent("one-rater-here")
    if not fitted.adjusts:
        return Absent("few-free", {"free": fitted.free, "needed": FEWEST_FREE})
    return None


def _raters(ratings: Ratings, fitted: Fit, errors: list[Number]) -> list[dict[str, object]]:
    sizes = fitted.pieces.raters()
    found = []
    for at, votes in enumerate(ratings.by_rater()):
        piece = int(fitted.pieces.of_rater[at])
        alone = Absent("one-rater-here") if sizes[piece] < 2 else None
        facts: dict[str, object] = {
            "n": len(votes),
            "mean": plain.mean([ratings.exact[vote] for vote in votes]),
            "severity": alone or float(fitted.solution.severity[at]),
            "severity_error": alone or errors[at],
            "piece": piece + 1,
        }
        found.append(facts)
    return found


def _groups(ratings: Ratings, fitted: Fit) -> dict[str, GroupFigures]:
    scores: defaultdict[str, list[Fraction]] = defaultdict(list)
    raters: defaultdict[str, set[int]] = defaultdict(set)
    for group, score, rater in zip(ratings.groups, ratings.exact, ratings.rater.tolist(), strict=True):
        if group:
            scores[group].append(score)
            raters[group].add(rater)
    compared = fitted.pieces.raters()[fitted.pieces.of_rater] > 1
    found = {}
    for group, own in scores.items():
        known = [float(fitted.solution.severity[each]) for each in sorted(raters[group]) if compared[each]]
        severity = sum(known) / len(known) if known else Absent("one-rater-here")
        found[group] = GroupFigures(len(own), plain.mean(own), severity)
    return found


def _fitted(fitted: Fit) -> Fitted:
    found = fitted.pooled
    few = Absent("few-free", {"free": fitted.free, "needed": FEWEST_FREE})
    alike = Absent("raters-alike")

    def ridge(value: float) -> Number:
        return alike if np.isinf(value) else value

    told = fitted.given or fitted.enough
    interval = tuple(map(ridge, found.shrink_interval())) if found and fitted.enough else few
    return Fitted(
        given=fitted.given,
        robust=fitted.robust and told,
        shrink=ridge(fitted.shrink) if told else few,
        shrink_interval=interval,  # type: ignore[arg-type]
        free=fitted.free,
        residual_variance=found.residual if found else Absent("nothing-free"),
        rater_variance=max(found.rater, 0.0) if found else Absent("nothing-free"),
        subject_variance=max(found.subject, 0.0) if found else Absent("nothing-free"),
        threshold=fitted.threshold if fitted.robust and fitted.threshold else Absent("not-robust"),
        weighted_down=int((fitted.weights < 1).sum()),
    )

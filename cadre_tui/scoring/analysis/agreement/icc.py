"""Intraclass correlations: Shrout & Fleiss, *Psychological Bulletin* 86 (1979), named as in McGraw & Wong (1996).

ICC(1,·) takes the raters of each subject as drawn anew, ICC(A,·) asks for absolute agreement of the same raters,
ICC(C,·) only for the same order and distances; ·,1 is of one rater, ·,k of the mean of all.
"""

from fractions import Fraction

from cadre_tui.model.results.analysis import Absent, Number
from cadre_tui.scoring.analysis.ratings import Ratings

NAMES = ("ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)")


def icc(ratings: Ratings) -> dict[str, Number]:
    """All six by name; where not everybody rated everybody only ICC(1,·), by the analysis of variance of one way."""
    reason = _reason(ratings)
    if reason is not None:
        return dict.fromkeys(NAMES, reason)
    if ratings.complete:
        return _complete(ratings)
    return {name: Absent("not-complete") for name in NAMES} | _one_way(ratings)


def _reason(ratings: Ratings) -> Absent | None:
    if len(ratings.subjects) < 2:
        return Absent("one-subject")
    if len(ratings) == len(ratings.subjects):
        return Absent("one-vote-each")
    return Absent("all-the-same") if not ratings.step else None


def _complete(ratings: Ratings) -> dict[str, Number]:
    n, k = len(ratings.subjects), len(ratings.raters)
    subjects, raters, squares = _sums(ratings)
    whole = sum(subjects)
    correction = Fraction(whole**2, n * k)
    rows = Fraction(sum(each**2 for each in subjects), k) - correction
    columns = Fraction(sum(each**2 for each in raters), n) - correction
    total = squares - correction
    between, within = rows / (n - 1), (total - rows) / (n * (k - 1))
    judges, error = columns / (k - 1), (total - rows - columns) / ((n - 1) * (k - 1))
    leaning = (judges - error) / n
    return {
        "ICC(1,1)": _share(between - within, between + (k - 1) * within),
        "ICC(A,1)": _share(between - error, between + (k - 1) * error + k * leaning),
        "ICC(C,1)": _share(between - error, between + (k - 1) * error),
        "ICC(1,k)": _share(between - within, between),
        "ICC(A,k)": _share(between - error, between + leaning),
        "ICC(C,k)": _share(between - error, between),
    }


def _one_way(ratings: Ratings) -> dict[str, Number]:
    """With unequal numbers of raters; k is their mean as the analysis of variance has it."""
    n, size = len(ratings.subjects), len(ratings)
    each = [int(count) for count in ratings.raters_each]
    subjects, _raters, squares = _sums(ratings)
    inside = sum((Fraction(total**2, count) for total, count in zip(subjects, each, strict=True)), Fraction(0))
    between = (inside - Fraction(sum(subjects) ** 2, size)) / (n - 1)
    within = (squares - inside) / (size - n)
    k = (size - Fraction(sum(count**2 for count in each), size)) / (n - 1)
    return {
        "ICC(1,1)": _share(between - within, between + (k - 1) * within),
        "ICC(1,k)": _share(between - within, between),
    }


def _sums(ratings: Ratings) -> tuple[list[int], list[int], int]:
    """Sums by subject and by rater, and the sum of squares, in whole numbers."""
    subjects, raters = [0] * len(ratings.subjects), [0] * len(ratings.raters)
    for subject, rater, score in zip(ratings.subject.tolist(), ratings.rater.tolist(), ratings.whole, strict=True):
        subjects[subject] += score
        raters[rater] += score
    return subjects, raters, sum(score**2 for score in ratings.whole)


def _share(part: Fraction, whole: Fraction) -> Number:
    """A ratio of variances; not to be had where that of the whole was estimated at 0 or below, as of a few subjects
    whom the raters order against each other: ICC(A,k) would come out above 1.
    """
    return float(part / whole) if whole > 0 else Absent("no-variance")

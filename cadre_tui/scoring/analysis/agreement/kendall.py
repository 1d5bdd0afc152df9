"""Kendall's coefficient of concordance W with ties: Siegel & Castellan, *Nonparametric Statistics* (1988), 9.7."""

from collections import Counter
from fractions import Fraction

from cadre_tui.model.results.analysis import Absent, Number
from cadre_tui.scoring.analysis.agreement.alpha import mid_ranks
from cadre_tui.scoring.analysis.ratings import Ratings


def kendall_w(ratings: Ratings) -> Number:
    """W from 0 (no agreement on the order) to 1 (the same order), of raters who all rated everybody."""
    n, m = len(ratings.subjects), len(ratings.raters)
    if n < 2:
        return Absent("one-subject")
    if m < 2:
        return Absent("one-rater")
    if not ratings.complete:
        return Absent("not-complete")
    doubled, ties = [0] * n, 0
    for mine in ratings.by_rater():
        counts = Counter(ratings.whole[at] for at in mine)
        ranks = mid_ranks(counts)
        ties += sum(count**3 - count for count in counts.values())
        for at in mine:
            doubled[int(ratings.subject[at])] += ranks[ratings.whole[at]]
    spread = Fraction(n * sum(each**2 for each in doubled) - sum(doubled) ** 2, 4 * n)
    most = m**2 * (n**3 - n) - m * ties
    return float(12 * spread / most) if most else Absent("all-the-same")

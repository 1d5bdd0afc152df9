"""Fleiss' κ: *Psychological Bulletin* 76 (1971), 378-382.

Each different score is a category; the raters may differ.
"""

from collections import Counter
from fractions import Fraction

from cadre_tui.model.results.analysis import Absent, Number
from cadre_tui.scoring.analysis.ratings import Ratings


def fleiss_kappa(ratings: Ratings) -> Number:
    """κ of subjects that all have the same number of raters."""
    subjects = [Counter(ratings.whole[at] for at in unit) for unit in ratings.by_subject()]
    sizes = {sum(each.values()) for each in subjects}
    if len(sizes) > 1:
        return Absent("unequal-raters", {"fewest": min(sizes), "most": max(sizes)})
    n = sizes.pop()
    if n < 2:
        return Absent("one-vote-each")
    size = n * len(subjects)
    seen = Fraction(sum(count**2 - count for each in subjects for count in each.values()), size * (n - 1))
    by_chance = Fraction(sum(count**2 for count in Counter(ratings.whole).values()), size**2)
    if by_chance == 1:
        return Absent("all-the-same")
    return float((seen - by_chance) / (1 - by_chance))

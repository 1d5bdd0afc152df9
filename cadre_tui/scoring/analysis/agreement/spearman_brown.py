"""How many raters a mean needs: Spearman (1910) and Brown (1910), *British Journal of Psychology* 3."""

from fractions import Fraction
from math import ceil

from cadre_tui.model.results.analysis import TARGET, Absent, Number


def raters_needed(reliability: Number, target: Fraction = TARGET) -> int | Absent:
    """How many raters like these make a mean of reliability ``target`` (above 0, below 1), from that of one rater."""
    if isinstance(reliability, Absent):
        return reliability
    if reliability <= 0:
        return Absent("no-agreement")
    if reliability >= 1:
        return 1
    wanted = float(target)
    needed = wanted * (1 - reliability) / (reliability * (1 - wanted))
    return max(1, ceil(needed - 1e-9))

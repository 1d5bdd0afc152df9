"""How figures are spread: mean, median and quartiles, exact. Pure."""

from collections.abc import Sequence
from fractions import Fraction


def mean(figures: Sequence[Fraction]) -> Fraction:
    """The sum by the number; there must be one at least."""
    return sum(figures, Fraction(0)) / len(figures)


def quantile(ordered: Sequence[Fraction], part: Fraction) -> Fraction:
    """The figure below which ``part`` (0 to 1) of the ``ordered`` ones lie; there must be one at least.

    Between two of them in proportion: Hyndman and Fan's seventh definition (The American Statistician 50, 1996),
    which Excel's QUARTILE.INC and numpy have, too.
    """
    at = part * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])

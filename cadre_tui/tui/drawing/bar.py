"""Bars of exact width in cells, safe beside Chinese. A bar never stands alone: its number is beside it."""

from decimal import Decimal
from fractions import Fraction

from cadre_tui.tui.drawing.glyphs import Glyphs

Amount = Decimal | Fraction | int


def share(value: Amount, maximum: Amount) -> Fraction:
    """How much of ``maximum`` a value is, from 0 to 1; of nothing, nothing."""
    if maximum <= 0:
        return Fraction(0)
    return min(max(Fraction(value) / Fraction(maximum), Fraction(0)), Fraction(1))


def bar(value: Amount, maximum: Amount, width: int, glyphs: Glyphs) -> str:
    """A bar in exactly ``width`` cells, by eighths of a cell where the signs have them.

    It is full only at the maximum and empty only at nothing.
    """
    whole = width * (len(glyphs.blocks) - 1)
    part = share(value, maximum)
    if 0 < part < 1 and whole > 1:
        part = min(max(part, Fraction(1, whole)), Fraction(whole - 1, whole))
    return glyphs.bar(float(part), width)


def pair(upper: Amount | None, lower: Amount | None, maximum: Amount, width: int, glyphs: Glyphs) -> str:
    """Two bars in one row of exactly ``width`` cells: ``upper`` in the upper half of the cells, ``lower`` below it.

    Where both are, cells are full; what stands out at the end belongs to the longer one.
    """
    over, under, both = glyphs.halves
    above, below = (0 if each is None else round(share(each, maximum) * width) for each in (upper, lower))
    shared, longest = min(above, below), max(above, below)
    return (both * shared + (over if above > below else under) * (longest - shared)).ljust(width)

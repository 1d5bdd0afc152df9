"""A row of small columns, one a value: how something went. Its numbers stand beside it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.tui.drawing.glyphs import Glyphs

LEAST_SPAN: Final = Decimal(10)
"""A smaller difference than this does not fill the height, so that a trifle does not look like a leap."""


def spark(values: Sequence[Decimal | None], glyphs: Glyphs, least_span: Decimal = LEAST_SPAN) -> str:
    """One cell a value, the highest value highest; where there is none, a gap."""
    known = [Fraction(value) for value in values if value is not None]
    if not known:
        return " " * len(values)
    low, high = min(known), max(known)
    span = max(high - low, Fraction(least_span)) or Fraction(1)
    floor = (low + high - span) / 2
    top = len(glyphs.sparks) - 1
    return "".join(
        " " if value is None else glyphs.sparks[round((Fraction(value) - floor) / span * top)] for value in values
    )

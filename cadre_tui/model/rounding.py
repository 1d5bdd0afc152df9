"""四舍五入: how a total is rounded, once."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache


def round_half_up(value: Fraction, places: int) -> Decimal:
    """``value`` to that many decimal places, halves away from zero. Python's ``round`` takes them to the even one."""
    numerator, denominator = value.as_integer_ratio()
    whole = (2 * abs(numerator) * 10**places + denominator) // (2 * denominator)
    return _decimal(-whole if numerator < 0 else whole, places)


@lru_cache(10_000)
def _decimal(whole: int, places: int) -> Decimal:
    """Read as written: an operation would round to the context's precision. A round has few figures, often."""
    return Decimal(f"{whole}E-{places}")

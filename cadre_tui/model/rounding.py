"""四舍五入: how a total is rounded, once."""

from decimal import Decimal
from fractions import Fraction


def round_half_up(value: Fraction, places: int) -> Decimal:
    """``value`` to that many decimal places, halves away from zero. Python's ``round`` takes them to the even one."""
    numerator, denominator = value.as_integer_ratio()
    whole = (2 * abs(numerator) * 10**places + denominator) // (2 * denominator)
    sign = "-" if numerator < 0 and whole else ""
    return Decimal(f"{sign}{whole}E-{places}")  # read as written: an operation would round to the context's precision

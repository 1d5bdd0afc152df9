"""Sums of fractions."""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm


def summed(values: Iterable[Fraction]) -> Fraction:
    """The exact sum; 0 of nothing. Reduced once at the end: ``sum`` reduces after each, at ten times the cost."""
    numerator, denominator = 0, 1
    for each in values:
        more, of = each.as_integer_ratio()
        if of != denominator:
            common = lcm(denominator, of)
            numerator, more, denominator = numerator * (common // denominator), more * (common // of), common
        numerator += more
    return Fraction(numerator, denominator)


def rescaled(earned: Fraction, points: Fraction, full: Fraction) -> Fraction:
    """``earned`` of ``points`` as it would be of ``full``, exact: earned × full ÷ points."""
    if points == full:
        return earned
    got, got_of = earned.as_integer_ratio()
    there, there_of = points.as_integer_ratio()
    most, most_of = full.as_integer_ratio()
    return Fraction(got * most * there_of, got_of * most_of * there)

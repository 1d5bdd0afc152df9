"""Numbers as people write them."""

from fractions import Fraction
from typing import Final

from cadre_tui.checklists.canonical import shortest
from cadre_tui.model.rounding import round_half_up

PLACES: Final = 4
"""Decimal places of a number that has no end; one that has an end is shown whole up to twice as many."""


def figure(number: Fraction) -> str:
    """The number in its shortest decimal form; with ``≈`` before it where that is not the whole of it."""
    for places in (0, 2 * PLACES):
        exact = round_half_up(number, places)
        if Fraction(exact) == number:
            return shortest(exact)
    return f"≈{shortest(round_half_up(number, PLACES))}"

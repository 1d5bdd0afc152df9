"""Exact numbers, as people write them."""

from decimal import Decimal
from functools import partial
from math import ceil, floor
from typing import Final

from hypothesis import strategies as st

BIGGEST: Final = 10**12
"""The largest number that may be answered."""


def amounts(low: Decimal | int | str, high: Decimal | int | str) -> st.SearchStrategy[Decimal]:
    """Whole numbers and decimals of up to four places, both ends within."""
    least, most = Decimal(low), Decimal(high)
    choices = []
    for places in (0, 1, 2, 4):
        first, last = ceil(least.scaleb(places)), floor(most.scaleb(places))
        if first <= last:
            choices.append(st.integers(first, last).map(partial(_with_places, places)))
    return st.one_of(choices)


def _with_places(places: int, number: int) -> Decimal:
    return Decimal(number).scaleb(-places)


def shares() -> st.SearchStrategy[Decimal]:
    """From 0 to 1, both included."""
    return amounts(0, 1)

"""Sums of fractions are exact, whatever their denominators."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.summing import summed


@given(st.lists(st.fractions()))
def test_the_sum_is_the_one_of_one_after_the_other(values: list[Fraction]) -> None:
    assert summed(values) == sum(values, Fraction(0))


def test_the_sum_of_nothing_is_nothing() -> None:
    assert summed(iter(())) == 0

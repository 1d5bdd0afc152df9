from fractions import Fraction
from statistics import mean as known_mean
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.scoring.spread import mean, quantile

FIGURES = st.lists(st.fractions(0, 100, max_denominator=100), min_size=2, max_size=60)


@given(figures=FIGURES)
def test_mean_and_quartiles_are_those_of_the_standard_library(figures: list[Fraction]) -> None:
    ordered = sorted(figures)
    assert mean(ordered) == known_mean(ordered)
    wanted = quantiles(ordered, n=4, method="inclusive")
    assert [quantile(ordered, Fraction(part, 4)) for part in (1, 2, 3)] == wanted


@pytest.mark.parametrize(("part", "told"), [(0, 5), (Fraction(1, 2), 5), (1, 5)])
def test_of_one_figure_every_part_is_that_figure(part: Fraction, told: int) -> None:
    assert quantile([Fraction(5)], Fraction(part)) == told

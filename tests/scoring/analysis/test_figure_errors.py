"""The error of a figure is what the figure really varies by: made-up rounds by each rule, with fixed seeds."""

from collections.abc import Callable
from fractions import Fraction
from math import pi, sqrt
from statistics import variance

import numpy as np
import pytest

from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.scoring.analysis.distributions import t_quantile
from cadre_tui.scoring.analysis.figure_errors import Column, errors
from cadre_tui.scoring.statutory import figure

SHARES = (Fraction(1, 2), Fraction(3, 10), Fraction(1, 5))
Noise = Callable[[np.random.Generator, int], np.ndarray]


def normal(chance: np.random.Generator, count: int) -> np.ndarray:
    return chance.normal(0, 6, count)


def wild(chance: np.random.Generator, count: int) -> np.ndarray:
    """One vote in ten is four times as far off."""
    return chance.normal(0, 6, count) * np.where(chance.random(count) < 0.1, 4, 1)


def column(share: Fraction, votes: np.ndarray) -> Column:
    return Column(share, tuple(Fraction(round(float(each) * 4), 4) for each in votes))


def ratio(rule: Rule, noise: Noise, sizes: tuple[int, ...], seed: int, rounds: int = 20, people: int = 60) -> float:
    """The mean of the told variances by the true one, of figures in columns of those sizes; votes in quarters."""
    chance = np.random.default_rng(seed)
    shares = SHARES if len(sizes) > 1 else (Fraction(1),)
    told, moved = [], []
    for _ in range(rounds):
        made = {}
        for at in range(people):
            merit, strict = chance.normal(75, 8), (0.0, -6.0, 9.0)  # groups differ, and that is no error
            made[str(at)] = tuple(
                column(share, merit + strict[place] + noise(chance, size))
                for place, (share, size) in enumerate(zip(shares, sizes, strict=True))
            )
            whole = sum(float(one.share * (figure(rule, one.votes) or 0)) for one in made[str(at)])
            middle = sum(float(share) * (merit + lift) for share, lift in zip(shares, strict, strict=False))
            moved.append(whole - middle)
        told += [(one.points / t_quantile(0.975, one.free)) ** 2 for one in errors(rule, made).values()]
    return float(np.mean(told) / np.mean(np.square(moved)))


@pytest.mark.parametrize("noise", [normal, wild])
@pytest.mark.parametrize("sizes", [(5,), (9,), (3, 6, 8)], ids=str)
@pytest.mark.parametrize("rule", [Rule.MEAN, Rule.TRIMMED])
def test_the_error_of_means_and_trimmed_means_is_the_true_one(
    rule: Rule, sizes: tuple[int, ...], noise: Noise
) -> None:
    assert ratio(rule, noise, sizes, seed=7) == pytest.approx(1, abs=0.15)


@pytest.mark.parametrize(("noise", "most"), [(normal, 1.3), (wild, 3)])
@pytest.mark.parametrize("sizes", [(5,), (12,), (3, 6, 8)], ids=str)
def test_a_median_is_never_called_surer_than_it_is(sizes: tuple[int, ...], noise: Noise, most: float) -> None:
    assert 0.95 < ratio(Rule.MEDIAN, noise, sizes, seed=7) < most


def test_of_many_normal_votes_a_median_s_error_is_the_true_one() -> None:
    assert ratio(Rule.MEDIAN, normal, (51,), seed=7, rounds=12) == pytest.approx(1, abs=0.15)


def test_pooled_votes_of_two_people_by_hand() -> None:
    """Two people, votes 60 70 80 and 70 80 90 100: squares 200 and 500, five differences, s² = 140."""
    people = {"a": (Column(Fraction(1), (Fraction(60), Fraction(70), Fraction(80))),)}
    people["b"] = (Column(Fraction(1), tuple(map(Fraction, (70, 80, 90, 100)))),)
    t = 2.570582
    by_mean, by_median = errors(Rule.MEAN, people), errors(Rule.MEDIAN, people)
    assert by_mean["a"].points == pytest.approx(t * sqrt(140 / 3))
    assert by_mean["b"].points == pytest.approx(t * sqrt(140 / 4))
    assert by_median["b"].points == pytest.approx(t * sqrt(pi / 2 * 140 / 4))
    assert by_mean["a"].free == 5


def test_a_trimmed_mean_by_hand_takes_the_winsorised_squares() -> None:
    """50 70 80 90 99 are winsorised to 70 70 80 90 90: squares 400, by h − 1 = 2 and h = 3."""
    people = {"a": (Column(Fraction(1), tuple(map(Fraction, (99, 50, 70, 90, 80)))),)}
    found = errors(Rule.TRIMMED, people)["a"]
    assert found.free == 2
    assert found.points == pytest.approx(4.302653 * sqrt(400 / 2 / 3))


def test_groups_are_weighed_by_the_squares_of_their_shares() -> None:
    leaders, others = (Fraction(90), Fraction(80)), (Fraction(60), Fraction(66), Fraction(72))
    people = {"a": (Column(Fraction(3, 5), leaders), Column(Fraction(2, 5), others))}
    pooled = (variance(map(float, leaders)) + 2 * variance(map(float, others))) / 3
    expected = sqrt(pooled * (0.36 / 2 + 0.16 / 3)) * t_quantile(0.975, 3)
    assert errors(Rule.MEAN, people)["a"].points == pytest.approx(expected)


@pytest.mark.parametrize("votes", [((80, 80, 80),), ((80,), (90,))], ids=["all alike", "one each"])
def test_where_nothing_differs_there_is_none(votes: tuple[tuple[int, ...], ...]) -> None:
    people = {str(at): (Column(Fraction(1), tuple(map(Fraction, own))),) for at, own in enumerate(votes)}
    assert errors(Rule.MEAN, people) == {}

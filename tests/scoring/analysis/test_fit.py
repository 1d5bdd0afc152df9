"""The additive model: signs, pieces, shrinking, weights, and when nothing is adjusted."""

from fractions import Fraction

import numpy as np
import pytest

from cadre_tui.model.results.analysis import Absent, Rating
from cadre_tui.scoring.analysis import least_squares
from cadre_tui.scoring.analysis.analysing import analyse
from cadre_tui.scoring.analysis.fit import fit, scale_of
from cadre_tui.scoring.analysis.huber import HUBER
from cadre_tui.scoring.analysis.pieces import pieces_of
from cadre_tui.scoring.analysis.ratings import Ratings, ratings_of
from tests.benchmarks import simulation
from tests.scoring.analysis.tables import ratings

STEPS = (1, 3, 7, 12, 17, 20)
"""How far in the circle somebody's raters stand from them."""


def made(cadres: int, each: int, severity: float, noise: float, seed: int = 1, wild: float = 0.0) -> Ratings:
    """``cadres`` who rate each other in a circle, everybody by ``each`` others; scores in tenths."""
    chance = np.random.default_rng(seed)
    merit, strict = chance.normal(75, 8, cadres), chance.normal(0, severity, cadres)
    rows = []
    for subject in range(cadres):
        for step in STEPS[:each]:
            rater = (subject + step) % cadres
            score = merit[subject] - strict[rater] + chance.normal(0, noise)
            score += wild if chance.random() < 0.05 else 0.0
            rows.append(Rating(f"c{subject}", f"r{rater}", Fraction(round(score * 10), 10)))
    return ratings_of(rows)


def test_a_strict_rater_has_a_positive_severity_and_harms_nobody() -> None:
    merit, strict = [60, 70, 80, 90, 65, 75], [-5, 0, 5]
    table = [
        [value - own if (at + column) % 3 else None for column, own in enumerate(strict)]
        for at, value in enumerate(merit)
    ]
    found = analyse(ratings(table), 0.0)
    assert [found.raters[name].severity for name in ("r1", "r2", "r3")] == pytest.approx(strict)
    assert [each.adjusted for each in found.subjects.values()] == pytest.approx(merit)


def test_pieces_are_counted_and_each_has_severities_of_its_own() -> None:
    table = [[80, 70, None, None], [90, 80, None, None], [None, None, 60, 90], [None, None, 50, 80]]
    found = analyse(ratings(table), 0.0)
    assert found.components == 2
    assert [each.severity for each in found.raters.values()] == pytest.approx([-5, 5, 15, -15])
    assert [each.adjusted for each in found.subjects.values()] == pytest.approx([75, 85, 75, 65])
    assert [each.piece for each in found.subjects.values()] == [1, 1, 2, 2]
    assert isinstance(found.ranking, Absent)
    assert found.ranking.code == "in-pieces"


def test_one_who_rates_and_is_rated_under_one_id_is_two_in_the_graph() -> None:
    rows = [Rating("a", "b", Fraction(1)), Rating("b", "a", Fraction(2))]
    found = analyse(ratings_of(rows))
    assert found.components == 2
    assert [each.severity.code for each in found.raters.values() if isinstance(each.severity, Absent)] == [
        "one-rater-here"
    ] * 2


def test_few_data_give_only_the_plain_figure_unless_the_ridge_is_given() -> None:
    table = [[80, 70, 75], [90, 82, 84], [70, 61, 66]]
    few = analyse(ratings(table))
    for each in few.subjects.values():
        assert isinstance(each.adjusted, Absent)
        assert (each.adjusted.code, each.adjusted.values) == ("few-free", {"free": 4, "needed": 30})
    assert few.raters["r2"].severity == pytest.approx(13 / 3)  # that of plain least squares
    given = analyse(ratings(table), 0.0)
    assert [each.adjusted for each in given.subjects.values()] == pytest.approx([75, 256 / 3, 197 / 3])


def test_shrinking_draws_severities_towards_nothing() -> None:
    own = made(24, 5, 4, 4)
    pieces = pieces_of(own)
    sizes = [
        float(np.abs(fit(own, pieces, ridge, robust=False).solution.severity).sum()) for ridge in (0, 0.5, 2, 50, 1e9)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == pytest.approx(0, abs=1e-6)


def test_the_ridge_is_the_ratio_of_variances_and_its_interval_holds_it() -> None:
    found = fit(own := made(400, 6, 4, 4), pieces_of(own))
    assert found.enough
    assert found.shrink == pytest.approx(1.0, rel=0.25)
    assert found.variances is not None
    low, high = found.variances.shrink_interval()
    assert low < found.shrink < high
    assert low < 1 < high


def test_raters_who_do_not_differ_are_not_adjusted_for() -> None:
    seeds = [fit(own := made(24, 5, 0, 4, seed), pieces_of(own)).shrink for seed in range(40)]
    assert sum(np.isinf(each) for each in seeds) >= 12
    endless = next(seed for seed, each in enumerate(seeds) if np.isinf(each))
    found = analyse(made(24, 5, 0, 4, endless), robust=False)
    assert isinstance(found.fitted.shrink, Absent)
    assert all(each.severity == 0 for each in found.raters.values())
    assert all(each.adjusted == pytest.approx(float(each.mean)) for each in found.subjects.values())


def test_weights_are_huber_s_of_the_residuals_that_came_out() -> None:
    own = made(24, 5, 2, 3, wild=40)
    found = fit(own, pieces_of(own))
    residuals = np.abs(found.solution.residuals(own))
    assert found.scale == pytest.approx(scale_of(own, found.solution))
    assert found.weights == pytest.approx(np.minimum(1, HUBER * found.scale / residuals), abs=1e-6)
    assert (found.weights < 1).any()


def test_a_gross_error_neither_hides_that_raters_differ_nor_moves_anybody() -> None:
    """Five raters who differ by a point each; one 82 is written as 5. Its square would make every severity 0."""
    table: list[list[float | None]] = [[80 + subject - rater for rater in range(5)] for subject in range(12)]
    table[3][1] = 5
    found = analyse(ratings(table))
    severities = [each.severity for each in found.raters.values()]
    assert severities == pytest.approx([-2, -1, 0, 1, 2], abs=0.1)
    assert [each.adjusted for each in found.subjects.values()] == pytest.approx(
        [78.0 + subject for subject in range(12)], abs=0.3
    )
    plain = analyse(ratings(table), robust=False)
    assert isinstance(plain.fitted.shrink, Absent)
    assert plain.subjects["c4"].adjusted < 70  # type: ignore[operator]


def test_the_ridge_is_near_the_truth_though_some_votes_are_wild() -> None:
    own = made(400, 6, 4, 4, wild=40)
    pieces = pieces_of(own)
    assert fit(own, pieces).shrink == pytest.approx(1.0, rel=0.3)
    assert fit(own, pieces, robust=False).shrink > 3


def test_the_told_ridge_is_that_of_the_told_variances() -> None:
    for robust in (True, False):
        told = analyse(made(24, 5, 4, 4, wild=40), robust=robust).fitted
        assert told.shrink == pytest.approx(told.residual_variance / told.rater_variance)  # type: ignore[operator]


def test_nothing_is_weighted_down_under_four_raters_a_person() -> None:
    own = made(60, 3, 2, 3, wild=40)
    assert (fit(own, pieces_of(own)).weights == 1).all()


def test_the_scale_is_at_least_half_the_smallest_step() -> None:
    own = ratings([[4, 4, 4, 4, 5], [3, 3, 3, 3, 3], [5, 5, 5, 5, 5], [2, 2, 2, 2, 2]])
    assert scale_of(own, fit(own, pieces_of(own), 0.0).solution) == 0.5


def test_plain_least_squares_has_no_weights_unless_they_are_asked_for() -> None:
    own = made(24, 5, 2, 3, wild=40)
    pieces = pieces_of(own)
    assert not fit(own, pieces, 0.0).robust
    assert fit(own, pieces, 0.0, robust=True).robust
    assert fit(own, pieces, 1.0).robust
    assert not fit(own, pieces, robust=False).robust


def test_many_raters_are_solved_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    own = made(60, 5, 4, 4)
    at_once = fit(own, pieces_of(own), 0.0).solution
    monkeypatch.setattr(least_squares, "AT_ONCE", 1)
    step_by_step = fit(own, pieces_of(own), 0.0).solution
    assert step_by_step.subject == pytest.approx(at_once.subject, abs=1e-8)
    assert step_by_step.severity == pytest.approx(at_once.severity, abs=1e-8)


def test_the_adjusted_figure_is_nearer_the_truth_where_some_cheat() -> None:
    """A few of the rounds of ``tests/benchmarks``; the whole table takes ten seconds."""
    found = simulation.simulate(4, True, seeds=30)
    assert found.holds
    assert found.beside_mean < 0.75

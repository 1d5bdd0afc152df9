"""Where severity is 0: at the usual rater, so that a few who give everybody the same lift nobody."""

import numpy as np
import pytest

from cadre_tui.scoring.analysis.analysing import analyse
from cadre_tui.scoring.analysis.fit import fit
from cadre_tui.scoring.analysis.huber import HUBER, NORMAL
from cadre_tui.scoring.analysis.pieces import pieces_of
from tests.benchmarks import simulation
from tests.scoring.analysis.tables import ratings
from tests.scoring.analysis.test_fit import made


def crossed(lifted: int, seed: int = 11) -> tuple[list[list[float]], list[float]]:
    """Twelve subjects by twelve raters, the first few of whom give everybody 90; and the truth, around 60."""
    chance = np.random.default_rng(seed)
    merit = chance.normal(60, 8, 12)
    table = np.round(merit[:, None] + chance.normal(0, 4, (12, 12)))
    table[:, :lifted] = 90
    return [[float(each) for each in row] for row in table], list(merit)


def lift(robust: bool) -> float:
    """By how many points everybody's adjusted figure stands above the truth, in the mean."""
    table, merit = crossed(2)
    found = analyse(ratings(table), robust=robust)
    return float(np.mean([each.adjusted for each in found.subjects.values()]) - np.mean(merit))  # type: ignore[arg-type]


def test_two_who_give_everybody_90_lift_nobody() -> None:
    assert lift(robust=False) > 4
    assert abs(lift(robust=True)) < 1.5


def test_severity_is_0_at_huber_s_centre_of_the_raters() -> None:
    found = fit(own := made(24, 5, 4, 4, wild=30), pieces_of(own)).solution.severity
    scale = NORMAL * float(np.median(np.abs(found - np.median(found))))
    assert np.clip(found, -HUBER * scale, HUBER * scale).sum() == pytest.approx(0, abs=1e-6)
    assert abs(found.sum()) > 1e-3


def test_each_piece_has_a_centre_of_its_own() -> None:
    one, other = crossed(2)[0], crossed(1, seed=12)[0]
    blank: list[float | None] = [None] * 12
    together = fit(own := ratings([*(row + blank for row in one), *(blank + row for row in other)]), pieces_of(own))
    for raters in (slice(0, 12), slice(12, 24)):
        found = together.solution.severity[raters]
        scale = NORMAL * float(np.median(np.abs(found - np.median(found))))
        assert np.clip(found, -HUBER * scale, HUBER * scale).sum() == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("shrink", "robust"),
    [(0.0, None), (0.0, True), (2.0, False), (None, False)],
    ids=["plain", "weighed", "given", "own"],
)
def test_without_weights_or_without_a_ridge_the_sum_is_0(shrink: float | None, robust: bool | None) -> None:
    found = fit(own := ratings(crossed(2)[0]), pieces_of(own), shrink, robust)
    assert found.solution.severity.sum() == pytest.approx(0, abs=1e-9)


def test_three_raters_have_no_usual_one() -> None:
    own = ratings([row[:3] for row in crossed(1)[0]])
    assert fit(own, pieces_of(own), 1.0).solution.severity.sum() == pytest.approx(0, abs=1e-9)


def test_residuals_are_the_same_wherever_severity_is_0() -> None:
    own = ratings(crossed(0)[0])
    found = fit(own, pieces_of(own), 1.0)
    left = own.score - found.solution.subject[own.subject] + found.solution.severity[own.rater]
    assert found.solution.residuals(own) == pytest.approx(left)
    assert (found.weights * left).sum() == pytest.approx(0, abs=1e-6)


def test_the_adjusted_figure_is_nearest_where_everybody_rates_everybody_and_some_cheat() -> None:
    """A few rounds of ``tests/benchmarks``: severity from the mean of all made it a seventh worse than the median."""
    for severity in (0, 2):
        assert simulation.simulate(severity, True, seeds=12, each=23).holds

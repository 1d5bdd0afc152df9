"""The limits, as a test: ``pytest tests/benchmarks``. Not part of the suite: a busy machine would decide."""

from tests.benchmarks import simulation
from tests.benchmarks.__main__ import measure
from tests.benchmarks.table import told


def test_nothing_is_over_its_limit() -> None:
    rows = list(measure())
    assert not [row.name for row in rows if row.over], "\n" + told(rows)


def test_the_adjusted_figure_is_nearest_to_the_truth_or_near_it() -> None:
    rows = simulation.simulated()
    assert all(row.holds for row in rows), "\n" + simulation.told(rows)

"""The limits, as a test: ``pytest tests/benchmarks``. Not part of the suite: a busy machine would decide."""

from tests.benchmarks.__main__ import measure
from tests.benchmarks.table import told


def test_nothing_is_over_its_limit() -> None:
    rows = list(measure())
    assert not [row.name for row in rows if row.over], "\n" + told(rows)

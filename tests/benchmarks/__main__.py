"""All measurements, as a table: ``python -m tests.benchmarks``. Takes about two minutes."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import allocation, analysis, documents, form, hand_in, oversight, results, startup
from tests.benchmarks.table import Measured, told


def measure() -> Iterator[Measured]:
    """Everything, in folders of its own that go afterwards."""
    with tempfile.TemporaryDirectory() as name:
        for part in (startup, form, hand_in, oversight, allocation, analysis, results, documents):
            folder = Path(name) / part.__name__.rsplit(".", 1)[-1]
            folder.mkdir()
            yield from part.measure(folder)


def main() -> int:
    """Print the table; 1 where something is over its limit."""
    rows = list(measure())
    print(told(rows))
    return int(any(row.over for row in rows))


if __name__ == "__main__":
    sys.exit(main())

"""All measurements as Markdown, as they stand in ``docs/engineers/measurements.md``: ``python -m tests.benchmarks``.

Takes some ten minutes; what is being measured is told on standard error. ``python -m tests.benchmarks results
analysis`` measures these parts alone.
"""

import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from os import cpu_count, getloadavg
from pathlib import Path

from cadre_tui.cli.main import collect_seldom
from tests.benchmarks import (
    allocation,
    analysis,
    documents,
    form,
    hand_in,
    home,
    loading,
    oversight,
    results,
    simulation,
    startup,
    study,
    together,
)
from tests.benchmarks.table import Measured, told

PARTS = (startup, loading, form, hand_in, together, home, oversight, allocation, analysis, results, documents, study)
SIMULATION = "simulation"


def measure(wanted: Sequence[str] = ()) -> Iterator[Measured]:
    """Everything, or the parts of these names, in folders of their own that go afterwards."""
    with tempfile.TemporaryDirectory() as name:
        for part in PARTS:
            short = part.__name__.rsplit(".", 1)[-1]
            if wanted and short not in wanted:
                continue
            print(f"{short} …", file=sys.stderr, flush=True)
            folder = Path(name) / short
            folder.mkdir()
            yield from part.measure(folder)


def machine() -> str:
    """On what it was measured, in one line, and how much else went on there."""
    _now, _soon, busy = getloadavg()
    return (
        f"Python {platform.python_version()}, Textual {version('textual')}, {cpu_count()} cores, on which {busy:.1f} "
        "programs wanted to work at once in the last quarter of an hour (the measuring is one)."
    )


def main(wanted: Sequence[str]) -> int:
    """Print the tables; 1 where something is over its limit."""
    collect_seldom()  # as ``cadre`` does
    rows = list(measure(wanted))
    print(machine(), end="\n\n")
    print(told(rows))
    simulated = []
    if not wanted or SIMULATION in wanted:
        print(f"{SIMULATION} …", file=sys.stderr, flush=True)
        simulated = simulation.simulated()
        print("\n" + simulation.told(simulated))
    return int(any(row.over for row in rows) or not all(row.holds for row in simulated))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

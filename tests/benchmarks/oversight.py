"""What a look at the progress of ten thousand people costs: the first one of a process, and each one after it."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from cadre_tui.services.county import open_county
from cadre_tui.services.oversight import progress
from cadre_tui.services.people import accounts
from tests.benchmarks.county import PASSWORD
from tests.benchmarks.hand_in import MANY, filled
from tests.benchmarks.table import Measured

TIMES = 5
LIMIT = 5.0
"""Times the bare reading of the same files, which is 0.5 to 0.7 s."""


def measure(folder: Path) -> Iterator[Measured]:
    """Both in turns; the baseline reads the same drawers as bare JSON and keeps nothing."""
    store = folder / "responses"
    filled(store, MANY)
    taken: dict[str, list[float]] = {"first": [], "again": [], "bare": []}
    for _time in range(TIMES):
        county = open_county(f"tinydb://{store}")
        session = accounts.sign_in(county, "zzb", PASSWORD)
        for name, act in (
            ("first", lambda: progress.status(session, "r1")),  # noqa: B023 - called at once
            ("again", lambda: progress.status(session, "r1")),  # noqa: B023
            ("bare", lambda: _bare(store / "drawers" / "r1")),
        ):
            taken[name].append(_seconds(act))
    bare = median(taken["bare"])
    told = f"progress of 10,000 people with {MANY:,} responses, beside reading their files"
    yield Measured(f"first look at the {told}", median(taken["first"]), bare, "s", limit=LIMIT)
    yield Measured(f"each further look at the {told}", median(taken["again"]), bare, "s", limit=1.0)


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _bare(drawers: Path) -> int:
    return sum(len(json.loads(each.read_bytes())) for each in sorted(drawers.glob("*.json")))

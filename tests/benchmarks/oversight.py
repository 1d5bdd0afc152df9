"""What a look at the progress of ten thousand people costs: the first one of a process, and each one after it.

And the dashboard of three hundred units, after one of them has changed.
"""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import open_county
from cadre_tui.services.filling import responses
from cadre_tui.services.oversight import progress
from cadre_tui.services.people import accounts
from tests.benchmarks.county import PASSWORD
from tests.benchmarks.stored import crowded, filled
from tests.benchmarks.table import Measured

TIMES = 5
MANY = 100_000
PEOPLE, UNIT = 9_999, 33
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
    yield from _after_one_change(folder / "units")


def _after_one_change(folder: Path) -> Iterator[Measured]:
    """Somebody hands in; the organiser's dashboard, which stands open, is looked at again. Cold: opened anew."""
    mine = crowded(folder, UNIT, UNIT * PEOPLE)
    taken: dict[str, list[float]] = {"cold": [], "after": []}
    for _time in range(3):
        county = open_county(f"tinydb://{folder}")
        session = accounts.sign_in(county, "zzb", PASSWORD)
        taken["cold"].append(_seconds(lambda: progress.status(session, "r1")))  # noqa: B023 - called at once
        for _change in range(5):
            responses.take_back(mine, "r1", Purpose.SELF)
            taken["after"].append(_seconds(lambda: progress.status(session, "r1")))  # noqa: B023
            responses.hand_in(mine, "r1", Purpose.SELF)
            taken["after"].append(_seconds(lambda: progress.status(session, "r1")))  # noqa: B023
    units = len(progress.status(session, "r1").units)
    yield Measured(
        f"the dashboard of {units} units and {PEOPLE:,} people, each rating theirs, after one change, beside cold",
        median(taken["after"]) * 1000,
        median(taken["cold"]) * 1000,
        "ms",
        limit=0.1,
    )


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _bare(drawers: Path) -> int:
    return sum(len(json.loads(each.read_bytes())) for each in sorted(drawers.glob("*.json")))

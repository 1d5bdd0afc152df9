"""What the home screen's data cost one person in a county of ten thousand."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from cadre_tui.services.county import open_county
from cadre_tui.services.home import home_of
from cadre_tui.services.people import accounts
from tests.benchmarks.county import PASSWORD, PERSON, crowd
from tests.benchmarks.stored import COLLEAGUES, USES, handed_in
from tests.benchmarks.table import Measured

PEOPLE = 10_000
TIMES, LOOKS = 5, 40

OWN = ("county.json", f"accounts/{PERSON}.json", f"drawers/r1/{PERSON}.json", "rounds/r1.json")
SHARED = ("roster.json", "round-rosters/r1.json")
"""What everybody needs once: who is in the county, and who was when the round opened."""


def measure(folder: Path) -> Iterator[Measured]:
    """The first look of a process, and each one after it, in turns with bare reading of the same files as JSON."""
    county = folder / "data"
    county.mkdir(mode=0o700)
    handed_in(crowd(county, PEOPLE, USES, COLLEAGUES))
    taken: dict[str, list[float]] = {"first": [], "further": [], "all files": [], "own files": []}
    for _time in range(TIMES):
        session = accounts.sign_in(open_county(f"tinydb://{county}"), PERSON, PASSWORD)
        taken["first"].append(_milliseconds(lambda: home_of(session)))  # noqa: B023 - called at once
        taken["all files"].append(_milliseconds(lambda: _read(county, OWN + SHARED)))
        for _look in range(LOOKS):
            taken["further"].append(_milliseconds(lambda: home_of(session)))  # noqa: B023
            taken["own files"].append(_milliseconds(lambda: _read(county, OWN)))
    first, everything = median(taken["first"]), median(taken["all files"])
    further, own = min(taken["further"]), min(taken["own files"])  # of a millisecond chance takes the half
    told = f"home of one person among {PEOPLE:,}"
    yield Measured(f"{told}, first look, beside reading its files bare", first, everything, "ms", limit=5)
    yield Measured(f"{told}, each further look, beside reading that person's files bare", further, own, "ms", limit=5)


def _read(county: Path, names: tuple[str, ...]) -> None:
    for name in names:
        json.loads((county / name).read_bytes())


def _milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000

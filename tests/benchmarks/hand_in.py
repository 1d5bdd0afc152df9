"""What one hand-in costs: beside the disk's part of it, as the county grows, and beside stock TinyDB."""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tinydb import TinyDB

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import Validity
from cadre_tui.services.filling import responses
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from cadre_tui.store.folder.engine import FolderStore
from tests.benchmarks.county import PERSON
from tests.benchmarks.stored import COLLEAGUES, crowded
from tests.benchmarks.table import Measured

FEW, MANY = 100, 1_000_000
SMALL, LARGE = 6, 200
"""People in a unit."""

COLLEAGUES_EACH = 12
"""Whom each rates in the large one; in the small one everybody."""

TIMES = 30
STOCK = 50_000
"""Responses in one file of stock TinyDB, where an insert takes seconds."""


def measure(folder: Path) -> Iterator[Measured]:
    """All in turns, so that a busy moment of the disk meets all alike."""
    yield from _beside_a_bare_write(folder / "bare")
    for unit, reviewers in ((SMALL, None), (LARGE, COLLEAGUES_EACH), (LARGE, None)):
        yield from _as_the_county_grows(folder / f"unit-{unit}-{reviewers}", unit, reviewers)
    yield from _by_rules(folder / "rules")


def _as_the_county_grows(folder: Path, unit: int, reviewers: int | None) -> Iterator[Measured]:
    folder.mkdir()
    sessions = {
        count: crowded(folder / f"responses-{count}", unit, count, reviewers=reviewers) for count in (FEW, MANY)
    }
    found = _in_turns(sessions.values())
    (few, bare_few, size), (many, bare_many, _size) = found
    whole = unit == LARGE and reviewers is None
    about = f", each rating {reviewers}" if reviewers else ", everybody rating everybody" if whole else ""
    told = f"one hand-in in a unit of {unit}{about}"
    beside = f"beside a bare write, fsync and rename of its {size / 1000:.0f} kB"
    yield Measured(f"{told}, {FEW} responses stored, {beside}", few, bare_few, "ms", limit=3)
    yield Measured(f"{told}, {MANY:,} stored, {beside}", many, bare_many, "ms", limit=3)
    yield Measured(f"{told}, {MANY:,} stored, beside {FEW}", many, few, "ms", limit=1.2)
    if unit == SMALL:
        yield Measured(f"the same, beside stock TinyDB with {STOCK:,}", many, _stock(folder), "ms", limit=1 / 200)


def _by_rules(folder: Path) -> Iterator[Measured]:
    """Where the round bounds what may stay blank and how many may have the best grade, which every form is asked."""
    session = crowded(folder, LARGE, FEW, validity=Validity(blanks=Decimal("0.34"), best=Decimal("0.4")))
    ((taken, bare, size),) = _in_turns([session])
    told = f"one hand-in in a unit of {LARGE}, everybody rating everybody, blanks and best grades bounded"
    yield Measured(
        f"{told}, beside a bare write, fsync and rename of its {size / 1000:.0f} kB", taken, bare, "ms", limit=3
    )


class Taken(NamedTuple):
    """Milliseconds of a hand-in and of a bare write of as many bytes, and how many those are."""

    hand_in: float
    bare: float
    size: int


def _in_turns(sessions: Iterable[Session]) -> list[Taken]:
    found: dict[Session, tuple[list[float], list[float]]] = {each: ([], []) for each in sessions}
    for _time in range(TIMES):
        for session, (taken, bare) in found.items():
            responses.take_back(session, "r1", Purpose.PEER)
            pause = _milliseconds(lambda: _looked_at(session))  # noqa: B023 - called at once
            taken.append(_milliseconds(lambda: _hand_in(session)))  # noqa: B023
            drawer = _drawer(session)
            content = os.urandom(drawer.stat().st_size)
            _at_work(pause)
            bare.append(_milliseconds(lambda: bare_write(drawer.parent, content)))  # noqa: B023
    return [Taken(median(taken), median(bare), _drawer(each).stat().st_size) for each, (taken, bare) in found.items()]


def _looked_at(session: Session) -> None:
    """What the page shows that asks whether to hand in."""
    assert not responses.gaps(session, "r1", Purpose.PEER)


def _at_work(milliseconds: float) -> None:
    """Something else for as long: a disk that has just written writes at once again, and one that rested does not."""
    until = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < until:
        sum(range(1_000))


def _drawer(session: Session) -> Path:
    return session.county.store.place / "drawers" / "r1" / f"{PERSON}.json"


def _hand_in(session: Session) -> None:
    responses.hand_in(session, "r1", Purpose.PEER)


def _stock(folder: Path) -> float:
    """Milliseconds of one response inserted into a file of stock TinyDB in which as many lie as told."""
    drawer = json.loads((folder / f"responses-{FEW}" / "drawers" / "r1" / f"{PERSON}.json").read_bytes())
    (document,) = drawer["tables"]["document"].values()
    response = next(iter(document["responses"].values()))
    file = folder / "stock.json"
    file.write_text(json.dumps({"_default": {str(number): response for number in range(1, STOCK + 1)}}), "utf-8")
    database = TinyDB(file)
    return median(_milliseconds(lambda: database.insert(response)) for _time in range(3))


def _beside_a_bare_write(folder: Path) -> Iterator[Measured]:
    """The store's part of a hand-in: a drawer replaced, against bare bytes of its size, with the same two syncs."""
    folder.mkdir(mode=0o700)
    store = FolderStore(folder / "data")
    store.make()
    document = {
        f"peer/core.mutual/p{subject}": {f"c{at}": {"choice": "a", "reason": "见台账"} for at in range(8)}
        for subject in range(COLLEAGUES)
    }
    key = keys.drawer("r1", PERSON)
    store.change(key, lambda _found: document)
    there = folder / "data" / "drawers" / "r1"
    size = (there / f"{PERSON}.json").stat().st_size
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for number in range(TIMES * 5):
        taken["ours"].append(
            _milliseconds(lambda: store.change(key, lambda _found: {**document, "number": number}))  # noqa: B023
        )
        taken["bare"].append(_milliseconds(lambda: bare_write(there, b"x" * size)))
    yield Measured(
        "a drawer replaced, beside a bare write, fsync and rename of as many bytes",
        median(taken["ours"]),
        median(taken["bare"]),
        "ms",
        limit=3,
    )


def _milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def bare_write(folder: Path, content: bytes) -> None:
    """What a file costs that is there after a loss of power: write, fsync, rename, fsync of the folder.

    In the same folder as what is held against it: elsewhere on the same disk a new file may cost ten times as much,
    where many were removed a moment before.
    """
    fresh = folder / "fresh"
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / "file")
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)

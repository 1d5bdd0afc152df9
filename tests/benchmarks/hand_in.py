"""What one hand-in costs as the county grows, and beside what the disk takes for one file that lasts."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.round_rules import Use
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from cadre_tui.store.envelope import packed
from cadre_tui.store.folder.engine import FolderStore
from tests.benchmarks.county import PASSWORD, PERSON, crowd
from tests.benchmarks.table import Measured

COLLEAGUES = 10
"""People in a unit, each scoring the nine others and themselves: ten responses a person."""

FEW, MANY = 100, 100_000
TIMES = 40
USES = (Use(checklist="core.mutual", by=Purpose.SELF), Use(checklist="core.mutual", by=Purpose.PEER))


def measure(folder: Path) -> Iterator[Measured]:
    """Both in turns, so that a busy moment of the disk meets both alike."""
    yield from _beside_a_bare_write(folder / "bare")
    few, many = (filled(folder / f"responses-{count}", count) for count in (FEW, MANY))
    taken: dict[str, list[float]] = {"few": [], "many": []}
    for _time in range(TIMES):
        for name, session in (("few", few), ("many", many)):
            responses.take_back(session, "r1", Purpose.PEER)
            start = time.perf_counter()
            responses.hand_in(session, "r1", Purpose.PEER)
            taken[name].append((time.perf_counter() - start) * 1000)
    yield Measured(
        f"one hand-in into {MANY:,} responses, beside {FEW}",
        median(taken["many"]),
        median(taken["few"]),
        "ms",
        limit=1.2,
    )


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
    size = (folder / "data" / "drawers" / "r1" / f"{PERSON}.json").stat().st_size
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for number in range(TIMES * 5):
        for name, act in (
            ("ours", lambda: store.change(key, lambda _found: {**document, "number": number})),  # noqa: B023
            ("bare", lambda: _bare(folder, b"x" * size)),
        ):
            start = time.perf_counter()
            act()
            taken[name].append((time.perf_counter() - start) * 1000)
    yield Measured(
        "a drawer replaced, beside a bare write, fsync and rename of as many bytes",
        median(taken["ours"]),
        median(taken["bare"]),
        "ms",
        limit=3,
    )


def _bare(folder: Path, content: bytes) -> None:
    fresh = folder / "fresh"
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / "file")
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def filled(folder: Path, count: int) -> Session:
    """A county that holds that many responses, all handed in; the session of one of its people."""
    folder.mkdir(mode=0o700)
    county = crowd(folder, count // COLLEAGUES, USES, COLLEAGUES)
    session = _handed_in(county)
    written = next(folder.glob(f"drawers/r1/{PERSON}.json"))
    envelope = json.loads(written.read_bytes())
    (row,) = envelope["tables"]["document"].values()
    for number in range(2, count // COLLEAGUES + 1):
        copy = written.with_name(f"p{number}.json")
        row["rater"] = f"p{number}"
        copy.write_bytes(packed(envelope))
    assert len(list(written.parent.glob("*.json"))) * COLLEAGUES == count
    return session


def _handed_in(county: County) -> Session:
    session = accounts.sign_in(county, PERSON, PASSWORD)
    for purpose in (Purpose.SELF, Purpose.PEER):
        todo = tasks.todo(session, "r1", purpose)
        for task in todo.tasks:
            form = responses.open_form(session, task)
            good = form.checklist.scale[0].option[1].code
            answers = {each.id: Answer(choice=good, reason="见台账") for each in form.checklist.criteria()}
            responses.save(session, task, answers)
        responses.hand_in(session, "r1", purpose)
    return session

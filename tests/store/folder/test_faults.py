"""Whatever fails, dies or loses its power, at whichever call: reported saved is found, and nothing is half read."""

import errno
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store import Document, Key
from cadre_tui.store.folder.engine import FolderStore
from cadre_tui.words import refusals
from tests.store.folder.disks import Dying, Failing, Forgetful, PowerCut, Watched
from tests.store.places import files, store_in

DRAWERS = [Key("drawers", ("r1", rater)) for rater in ("q1", "q2")]
BALLOTS = Key("ballots", ("r1", "g1"))
LONG = "学而时习之" * 50


def document(number: int) -> Document:
    return {"number": number, "text": f"{LONG}{number}"}


def saves(store: FolderStore, reported: dict[Key, int], start: int = 0) -> Iterator[int]:
    """Save one number after the other into the drawers in turn; what was reported is noted."""
    for number in range(start + 1, start + 7):
        key = (*DRAWERS, BALLOTS)[number % 3]
        store.change(key, lambda found, number=number: document(number))
        reported[key] = number
        yield number


def calls_of_six_saves(folder: Path) -> int:
    disk = Watched()
    store_in(folder)
    for _each in saves(FolderStore(folder, disk=disk), {}):
        pass
    return len(disk.calls)


def found(folder: Path) -> dict[Key, int]:
    """What a fresh process reads; each document is as it was written."""
    store = store_in(folder)
    read = {key: store.read(key) for key in (*DRAWERS, BALLOTS)}
    assert all(each in (None, document((each or {}).get("number", 0))) for each in read.values())
    return {key: each["number"] for key, each in read.items() if each}


@pytest.mark.parametrize("trouble", [errno.EIO, errno.ENOSPC, errno.EROFS])
def test_each_call_fails_once(tmp_path: Path, trouble: int) -> None:
    """Reported saved = found; what was not reported may be saved only where the very last sync failed."""
    last = calls_of_six_saves(tmp_path / "count")
    assert last > 40
    reported_in_all = found_in_all = told = 0
    for at in range(1, last + 1):
        folder = tmp_path / f"{trouble}-{at}"
        store_in(folder)
        disk, reported = Failing(), dict[Key, int]()
        store = FolderStore(folder, disk=disk)
        disk.fail_at(at, trouble)
        try:
            for _each in saves(store, reported):
                pass
        except StoreFailure as failure:
            told += 1
            number = sum(value is not None for value in reported.values()) and max(reported.values())
            key = (*DRAWERS, BALLOTS)[(number + 1) % 3]
            now = found(folder)
            assert now.get(key) in (reported.get(key), number + 1)
            assert {each: now.get(each) for each in reported if each != key} == {
                each: value for each, value in reported.items() if each != key
            }
            assert not list(folder.rglob("*.new")), "nothing half written is left behind"
            assert refusals.sentence(failure)
            for _each in saves(store, reported, number):  # the same process goes on once the trouble is over
                pass
        assert found(folder) == reported
        reported_in_all += len(reported)
        found_in_all += len(found(folder))
    assert reported_in_all == found_in_all == 3 * last
    assert told >= last - 12, "the only calls that may fail unnoticed are those that only tidy up"


def test_each_call_is_the_last_of_a_killed_process(tmp_path: Path) -> None:
    for at in range(1, calls_of_six_saves(tmp_path / "count") + 1):
        folder = tmp_path / str(at)
        store_in(folder)
        reported = dict[Key, int]()
        with suppress(PowerCut):
            for _each in saves(FolderStore(folder, disk=Dying(at)), reported):
                pass
        number = max(reported.values(), default=0)
        key = (*DRAWERS, BALLOTS)[(number + 1) % 3]
        now = found(folder)
        assert {**now, key: 0} == {**reported, key: 0}
        assert now.get(key) in (reported.get(key), number + 1)
        for _each in saves(FolderStore(folder), reported, number):
            pass
        assert found(folder) == reported


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_the_power_is_lost_at_each_call(tmp_path: Path, seed: int | None) -> None:
    """What was not synced is gone, or (by chance) partly there: the reported is whole all the same."""
    for at in range(1, calls_of_six_saves(tmp_path / "count") + 2):
        folder = tmp_path / f"{seed}-{at}"
        store_in(folder)
        disk, reported = Forgetful(folder, at), dict[Key, int]()
        with suppress(PowerCut):
            for _each in saves(FolderStore(folder, disk=disk), reported):
                pass
        disk.lose(None if seed is None else Random(seed * 1000 + at))
        number = max(reported.values(), default=0)
        key = (*DRAWERS, BALLOTS)[(number + 1) % 3]
        now = found(folder)
        assert {**now, key: 0} == {**reported, key: 0}, at
        assert now.get(key) in (reported.get(key), number + 1)


def test_what_a_killed_writer_did_not_sync_is_synced_by_who_finds_it(tmp_path: Path) -> None:
    """A writer dies between rename and sync; another saves the same, is told “saved”; then the power fails."""
    key = DRAWERS[0]
    for at in range(1, 20):
        folder = tmp_path / str(at)
        store_in(folder)
        disk = Forgetful(folder, at)
        with suppress(PowerCut):
            FolderStore(folder, disk=disk).change(key, lambda found: document(1))
        disk.at = 10_000
        FolderStore(folder, disk=disk).change(key, lambda found: document(1))
        disk.lose()
        assert found(folder) == {key: 1}, at


def test_the_forgetful_disk_does_forget(tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    store_in(tmp_path)
    disk = Forgetful(tmp_path, 10_000)
    FolderStore(tmp_path, lasting=False, disk=disk).change(DRAWERS[0], lambda found: document(1))
    disk.lose()
    assert files(tmp_path) == []
    with pytest.raises(StoreFailure):  # a name without content is damage, and told as that
        for seed in range(20):
            disk = Forgetful(tmp_path, 10_000)
            FolderStore(tmp_path, lasting=False, disk=disk).change(DRAWERS[0], lambda found: document(1))
            disk.lose(Random(seed))
            found(tmp_path)

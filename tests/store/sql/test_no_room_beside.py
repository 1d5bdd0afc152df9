"""Where SQLite cannot make its ``-shm``: with nothing in the log the file is read as it lies, and else it is told."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre_tui.store import Key, Store
from cadre_tui.store.sql import connections, sqlite_trouble
from tests.store.conformance.acts import BALLOTS, THING, contents, found, put, refused
from tests.store.engines import DATABASE, ENGINES
from tests.store.mounted import Mounted, mounted
from tests.store.processes import ended_well, in_a_process, let_go

SQLITE = next(each for each in ENGINES if each.name == "sqlite")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A database that was closed properly, and a place at which no ``-shm`` can be made, whoever asks."""
    folder = tmp_path / "data"

    def fill() -> None:
        store = SQLITE.made(folder)
        put(store, THING, a=1)
        put(store, BALLOTS, votes=[1])
        del store
        let_go()

    assert ended_well(in_a_process(fill))
    assert not list(folder.glob(f"{DATABASE}-*"))
    (folder / f"{DATABASE}-shm").symlink_to("nowhere/at-all")
    return folder


@pytest.fixture
def store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(sqlite_trouble, "is_read_only", lambda _folder: True)
    return SQLITE.at(folder)


def test_it_is_read_and_looked_through_and_nothing_is_written(folder: Path, store: Store) -> None:
    before = (folder / DATABASE).read_bytes()
    assert store.read(THING) == {"a": 1}
    assert [key for key, _content in contents(store).items()] == [BALLOTS, THING]
    assert found(store) == []
    assert refused(lambda: put(store, THING, a=2)) == "store-read-only"
    assert (folder / DATABASE).read_bytes() == before


def test_what_waits_in_the_log_is_not_passed_over(folder: Path, store: Store) -> None:
    """To read the file alone would tell a generation of before, as if nothing had been saved since."""
    (folder / f"{DATABASE}-shm").unlink()

    def write() -> None:
        put(SQLITE.at(folder), THING, a=2)
        os.kill(os.getpid(), signal.SIGKILL)

    assert not ended_well(in_a_process(write))
    (folder / f"{DATABASE}-shm").unlink()
    (folder / f"{DATABASE}-shm").symlink_to("nowhere/at-all")
    assert refused(lambda: store.read(THING)) == "store-log-read-only"
    assert refused(lambda: contents(store)) == "store-log-read-only"
    (folder / f"{DATABASE}-shm").unlink()
    assert store.read(THING) == {"a": 2}


def test_nobody_writes_meanwhile(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither who minds the locks, nor unnoticed who does not."""
    monkeypatch.setattr(SQLITE.patient, "PATIENCE", 0.05)
    with store.snapshot() as documents:
        (folder / f"{DATABASE}-shm").unlink()
        assert refused(lambda: put(SQLITE.at(folder), THING, a=2)) == "store-busy"
        assert len(list(documents)) == 2

    def meanwhile() -> None:
        with connections.still(folder / DATABASE, 1):
            os.utime(folder / DATABASE, (1, 1))

    assert refused(meanwhile) == "store-busy"
    put(SQLITE.at(folder), THING, a=2)
    assert store.read(THING) == {"a": 2}


def test_an_account_that_may_not_read_gains_nothing_by_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = sqlite3.OperationalError("unable to open database file")
    refusal.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN

    def refuse(*_how: object) -> sqlite3.Connection:
        raise refusal

    monkeypatch.setattr(connections, "_opened", refuse)
    assert refused(lambda: SQLITE.at(folder).read(THING)) == "store-forbidden"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Mounted]:
    with mounted(tmp_path / "disk") as made:
        yield made


def test_a_ballot_that_was_saved_is_told_as_saved_where_the_log_cannot_be_put_into_the_file(disk: Mounted) -> None:
    """The log has room of old, the file cannot grow: who would be told of a failure would vote again."""
    folder = disk.path / "data"
    store = SQLITE.made(folder)
    for number in range(9):
        put(store, Key("things", (str(number),)), text="x" * 99_000)
    store._database._pragma("wal_checkpoint(PASSIVE)")  # type: ignore[attr-defined]
    disk.fill()
    put(store, BALLOTS, votes=["y" * 90_000])
    assert SQLITE.at(folder).read(BALLOTS) == {"votes": ["y" * 90_000]}
    assert len(contents(store)) == 10
    disk.mend()
    contents(store)
    assert not (folder / f"{DATABASE}-wal").stat().st_size, "the end of a backup cuts the log off"

"""A drawer that nobody has written since is not read again; one that anybody has is."""

import errno
from pathlib import Path

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store import Document, Key
from cadre_tui.store.folder import storage
from cadre_tui.store.folder.engine import FolderStore
from cadre_tui.store.folder.remembered import MOST
from tests.store.folder.disks import Failing
from tests.store.places import store_in

DRAWER = Key("drawers", ("r1", "q1"))
BALLOTS = Key("ballots", ("r1", "g1"))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whatever was taken out of its envelope since."""
    found: list[str] = []
    plain = storage.unpacked

    def counted(content: bytes, name: str = "") -> Document:
        found.append(content.decode())
        return plain(content, name)

    monkeypatch.setattr(storage, "unpacked", counted)
    return found


def put(store: FolderStore, key: Key, **fields: int) -> Document:
    return store.change(key, lambda found: {**(found or {}), **fields})


def test_what_was_written_or_read_is_not_read_again_until_somebody_writes(tmp_path: Path, opened: list[str]) -> None:
    store_in(tmp_path)
    here, there = FolderStore(tmp_path), FolderStore(tmp_path)
    put(here, DRAWER, a=1)
    assert here.read(DRAWER) == {"a": 1}
    assert put(here, DRAWER, b=2) == {"a": 1, "b": 2}
    assert opened == []
    assert put(there, DRAWER, a=3) == {"a": 3, "b": 2}
    assert here.read(DRAWER) == here.read(DRAWER) == {"a": 3, "b": 2}
    assert len(opened) == 2, "once by each of the two"


def test_ballots_are_kept_in_nobodys_mind(tmp_path: Path, opened: list[str]) -> None:
    store_in(tmp_path)
    store = FolderStore(tmp_path)
    put(store, BALLOTS, a=1)
    store.read(BALLOTS)
    assert len(opened) == 1


def test_what_the_disk_refused_is_not_taken_for_written(tmp_path: Path) -> None:
    store_in(tmp_path)
    disk = Failing()
    store = FolderStore(tmp_path, disk=disk)
    put(store, DRAWER, a=1)
    disk.fail_at("write", errno.ENOSPC)
    with pytest.raises(StoreFailure):
        put(store, DRAWER, a=2)
    assert store.read(DRAWER) == {"a": 1}
    assert put(store, DRAWER, b=1) == FolderStore(tmp_path).read(DRAWER) == {"a": 1, "b": 1}


def test_no_more_than_a_few_are_remembered(tmp_path: Path, opened: list[str]) -> None:
    store_in(tmp_path)
    store = FolderStore(tmp_path)
    drawers = [Key("drawers", ("r1", f"q{number}")) for number in range(MOST + 1)]
    for key in drawers:
        put(store, key, a=1)
    for key in reversed(drawers):
        assert store.read(key) == {"a": 1}
    assert len(opened) == 1, "that of the first"

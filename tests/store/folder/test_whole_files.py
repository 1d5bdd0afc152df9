"""A file is replaced whole, in an order that the loss of power cannot spoil, and trouble is told in a sentence."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store import Key, open_store, whole_file
from cadre_tui.store.disk import Disk
from cadre_tui.store.folder.engine import FolderStore
from tests.store.folder.disks import Failing
from tests.store.places import THING, files, store_in
from tests.store.processes import ended_well, in_a_process


class Noting(Disk):
    """Notes what reaches the disk, and in which order."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def sync(self, file: int) -> None:
        self.seen.append("folder" if stat.S_ISDIR(os.fstat(file).st_mode) else "file")
        super().sync(file)

    def rename(self, path: Path, to: Path) -> None:
        self.seen.append("rename")
        super().rename(path, to)

    def make_folder(self, path: Path) -> None:
        self.seen.append(f"make {path.name}")
        super().make_folder(path)


def test_content_is_on_disk_before_its_name_and_the_name_before_the_answer(tmp_path: Path) -> None:
    disk = Noting()
    whole_file.replace(tmp_path / "a.json", b"x", disk=disk)
    assert disk.seen == ["file", "rename", "folder"]


def test_what_need_not_last_waits_for_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_file.os, "fsync", lambda descriptor: pytest.fail("waited for the disk"))
    store = open_store(f"tinydb://{tmp_path}/new/data", lasting=False)
    store.make()
    store.change(THING, lambda found: {"a": 1})
    assert store.change(THING, lambda found: {**(found or {}), "b": 2}) == {"a": 1, "b": 2} == store.read(THING)


def test_a_new_folder_lasts_too(tmp_path: Path) -> None:
    disk = Noting()
    whole_file.make_folder(tmp_path / "a" / "b", disk=disk)
    assert disk.seen == ["make a", "folder", "make b", "folder"]


def test_a_folder_whose_maker_was_killed_is_made_to_last(tmp_path: Path) -> None:
    """Once a process: whoever finds a folder cannot know whether its name has reached the disk."""
    store_in(tmp_path)
    (tmp_path / "things").mkdir()
    disk = Noting()
    store = FolderStore(tmp_path, disk=disk)
    for number in range(2):
        store.change(THING, lambda found, number=number: {"number": number})
    assert disk.seen == ["folder", "file", "rename", "folder", "file", "rename", "rename", "folder"]


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (errno.ENOSPC, "store-disk-full"),
        (errno.EDQUOT, "store-disk-full"),
        (errno.EFBIG, "store-disk-full"),
        (errno.EROFS, "store-read-only"),
        (errno.EACCES, "store-forbidden"),
        (errno.EIO, "store-unreachable"),
    ],
)
def test_trouble_leaves_the_old_document_and_is_told(tmp_path: Path, trouble: int, code: str) -> None:
    """Which call it is that fails makes no difference: ``test_faults`` goes through them all."""
    disk = Failing()
    store = FolderStore(tmp_path, disk=disk)
    store.change(THING, lambda found: {"a": 1})
    disk.fail_at("sync", trouble)
    with pytest.raises(StoreFailure) as told:
        store.change(THING, lambda found: {"a": 2})
    assert told.value.code == code
    assert told.value.exit_code == 4
    assert store.read(THING) == {"a": 1}
    assert len(files(tmp_path)) == 1
    disk.fail_at(None)
    store.change(THING, lambda found: {"a": 3})
    assert store.read(THING) == {"a": 3}


def test_a_place_that_may_not_be_written_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, *arguments: object, **named: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "mkdir", fail)
    with pytest.raises(StoreFailure) as told:
        store_in(tmp_path / "data")
    assert told.value.code == "store-read-only"


def test_what_a_killed_writer_left_is_overwritten(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.change(THING, lambda found: {"a": 1})
    (file,) = files(tmp_path)
    left = file.with_name(f".{file.name}.new")
    left.write_bytes(b"half a docum")
    assert list(store.below("things")) == [THING]
    store.change(THING, lambda found: {"a": 2})
    assert not left.exists()
    assert store.read(THING) == {"a": 2}


def test_a_disk_that_cannot_lock_is_refused_and_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_in(tmp_path)

    def no_locks(*arguments: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr("fcntl.flock", no_locks)
    with pytest.raises(StoreFailure) as told:
        store.change(THING, lambda found: {"a": 1})
    assert told.value.code == "store-no-locks"
    assert files(tmp_path) == []


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that other users can reach, unlike pytest's own."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_a_folder_that_may_only_be_read_can_be_read_and_says_so_at_once(open_to_all: Path) -> None:
    """As another user, because to the administrator nothing is forbidden."""
    folder = open_to_all / "data"
    store = store_in(folder)
    store.change(THING, lambda found: {"a": 1})
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    def look() -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        assert store.read(THING) == {"a": 1}
        for key in (THING, Key("things", ("new",)), Key("other", ("new",))):
            with pytest.raises(StoreFailure) as told:
                store.change(key, lambda found: {"a": 2})
            assert told.value.code == "store-forbidden"

    try:
        assert ended_well(in_a_process(look))
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o700 if path.is_dir() else 0o600)

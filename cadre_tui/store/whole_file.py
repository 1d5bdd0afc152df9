"""A file is replaced whole or not at all, also when the power fails."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.disk import DISK, Disk

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM}
LOCKLESS = {errno.ENOSYS, errno.ENOLCK}
LINKLESS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK}
"""What disks answer that know no second name of a file."""


def failure(error: OSError, path: Path) -> StoreFailure:
    """What a person is told of an error of the operating system."""
    if error.errno in FULL:
        return StoreFailure("store-disk-full", folder=str(path.parent))
    if error.errno == errno.EROFS:
        return StoreFailure("store-read-only", folder=str(path.parent))
    if error.errno in FORBIDDEN:
        return StoreFailure("store-forbidden", path=str(path))
    if error.errno in LOCKLESS:
        return StoreFailure("store-no-locks", folder=str(path.parent))
    return StoreFailure("store-unreachable", path=str(path), why=error.strerror or str(error))


def fresh_of(path: Path) -> Path:
    """Where the next generation of a file is written before it takes the name."""
    return path.with_name(f".{path.name}.new")


def former_of(path: Path) -> Path:
    """Where the generation before the present one lies."""
    return path.with_name(f".{path.name}.former")


def kept_of(path: Path) -> Path:
    """Where the present generation waits, while the next one takes its name, to become the former one."""
    return path.with_name(f".{path.name}.former.new")


def stamp_of(file: os.stat_result) -> str:
    """Every change makes another file: its number, time and size tell them apart."""
    return f"{file.st_ino}-{file.st_mtime_ns}-{file.st_size}"


def make_folder(folder: Path, *, lasting: bool = True, disk: Disk = DISK) -> None:
    """The folder, for its owner alone; ``lasting``: the folder above is synced too."""
    if folder.is_dir():
        return
    make_folder(folder.parent, lasting=lasting, disk=disk)
    disk.make_folder(folder)
    if lasting:
        sync_folder(folder.parent, disk)


def sync_folder(folder: Path, disk: Disk = DISK) -> None:
    """Make the names in ``folder`` last."""
    with _closed(disk, disk.open_folder(folder)) as descriptor:
        disk.sync(descriptor)


def replace(path: Path, content: bytes, *, lasting: bool = True, keep_former: bool = False, disk: Disk = DISK) -> str:
    """New file, fsync, rename, fsync of the folder. Readers see the old content or the new one, never a part.

    Answers the stamp of the new one (``stamp_of``).

    Not ``lasting``: without the two fsyncs. Then a loss of power may spoil what was written a moment before.
    ``keep_former``: what had the name before stays beside it (``former_of``); the one before that gives way last, so
    that at no moment there is none.

    Its time of change is later than the one before it, also where the clock went back: a stamp never comes twice.

    The caller holds the file's lock: what a writer left that was killed is overwritten, so that nothing piles up.

    Raises:
        OSError: nothing was changed; at the very last steps, after the rename: the file may be the new one.
    """
    fresh, kept = fresh_of(path), kept_of(path)
    before = _time_of(path)
    keeps = keep_former and before is not None
    if keeps:
        settle_former(path, disk)
    try:
        stamp = _write(fresh, content, after=before, lasting=lasting, disk=disk)
        if keeps:
            _second_name(path, kept, lasting=lasting, disk=disk)
        disk.rename(fresh, path)
    except BaseException:
        if keeps:
            disk.remove(kept)  # before the next generation goes: without that, it would count as whole
        disk.remove(fresh)
        raise
    if keeps:
        _give_place(kept, former_of(path), disk)
    if lasting:
        sync_folder(path.parent, disk)
    return stamp


def settle_former(path: Path, disk: Disk = DISK) -> None:
    """Where a writer was killed between its last two renames: what it kept becomes the former generation.

    The caller holds the file's lock. As long as the next generation waits under its own name, the present one still
    is the one that was kept, and that may be half of a copy.
    """
    kept = kept_of(path)
    if not os.path.lexists(kept) or os.path.lexists(fresh_of(path)):  # asked for at every write
        return
    if not (path.exists() and kept.samefile(path)):
        disk.rename(kept, former_of(path))


@contextmanager
def streamed(path: Path, disk: Disk = DISK) -> Iterator[BinaryIO]:
    """A file written piece by piece, to be read back, too; at the end it takes the name, whole and lasting.

    After an error there is none, and what had the name before is as it was.

    Raises:
        OSError: nothing was changed; at the very last step, the sync of the folder: the file may be the new one.
    """
    fresh = fresh_of(path)
    try:
        disk.close(disk.create(fresh))
        with fresh.open("r+b") as file:
            yield file
            file.flush()
            disk.sync(file.fileno())
        disk.rename(fresh, path)
    except BaseException:
        disk.remove(fresh)
        raise
    sync_folder(path.parent, disk)


def _write(path: Path, content: bytes, *, after: int | None = None, lasting: bool, disk: Disk) -> str:
    with _closed(disk, disk.create(path)) as descriptor:
        rest = memoryview(content)
        while rest:
            rest = rest[disk.write(descriptor, rest) :]
        if after is not None and os.fstat(descriptor).st_mtime_ns <= after:
            disk.set_time(descriptor, after + 1)
        if lasting:
            disk.sync(descriptor)
        return stamp_of(os.fstat(descriptor))


def _second_name(path: Path, kept: Path, *, lasting: bool, disk: Disk) -> None:
    """Give the present generation another name: costs no copy, and there is always one that has the first."""
    try:
        try:
            disk.link(path, kept)
        except FileExistsError:  # a writer left it that was killed
            disk.remove(kept)
            disk.link(path, kept)
    except OSError as error:
        if error.errno not in LINKLESS:
            raise
        _write(kept, path.read_bytes(), lasting=lasting, disk=disk)


def _give_place(kept: Path, former: Path, disk: Disk) -> None:
    """Tried twice, and told in any case: what is kept is nowhere else any more. Else the next writer does it."""
    try:
        disk.rename(kept, former)
    except OSError:
        disk.rename(kept, former)
        raise


def _time_of(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


@contextmanager
def _closed(disk: Disk, descriptor: int) -> Iterator[int]:
    try:
        yield descriptor
    finally:
        disk.close(descriptor)

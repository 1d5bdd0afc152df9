"""A file is replaced whole or not at all, also when the power fails."""

import errno
import os
from pathlib import Path

from cadre_tui.model.fault import StoreFailure

FULL = {errno.ENOSPC, errno.EDQUOT}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
LOCKLESS = {errno.ENOSYS, errno.ENOLCK}


def failure(error: OSError, path: Path) -> StoreFailure:
    """What a person is told of an error of the operating system."""
    if error.errno in FULL:
        return StoreFailure("store-disk-full", folder=str(path.parent))
    if error.errno in FORBIDDEN:
        return StoreFailure("store-forbidden", path=str(path))
    if error.errno in LOCKLESS:
        return StoreFailure("store-no-locks", folder=str(path.parent))
    return StoreFailure("store-unreachable", path=str(path), why=error.strerror or str(error))


def make_folder(folder: Path, *, lasting: bool = True) -> None:
    """The folder, for its owner alone; ``lasting``: the folder above is synced too."""
    if folder.is_dir():
        return
    make_folder(folder.parent, lasting=lasting)
    folder.mkdir(mode=0o700, exist_ok=True)
    if lasting:
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` last."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """New file, fsync, rename, fsync of the folder. Readers see the old content or the new one, never a part.

    Not ``lasting``: without the two fsyncs. Then a loss of power may spoil what was written a moment before.

    The caller holds the file's lock: what a writer left that was killed is overwritten, so that nothing piles up.

    Raises:
        OSError: nothing was changed.
    """
    fresh = path.with_name(f".{path.name}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    if lasting:
        sync_folder(path.parent)

"""Locks between processes, and between threads of one.

The system itself holds them, not a file's presence: a process that dies, however it dies, holds nothing any more. The
files stay: to remove one that another process is about to lock would let two in. Their folder is made when the first
is locked.
"""

import errno
import fcntl
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cadre_tui.store.whole_file import make_folder

PAUSES: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05)
"""Seconds between one look and the next; the last one goes on."""


STEADY: Final = (0.01,)
"""The same where many wait for one lock all the time: whoever came last must not look more often than the first."""

HELD: Final = os.O_NOFOLLOW | os.O_CLOEXEC

MADE: Final = os.O_RDWR | os.O_CREAT | HELD


class Busy(Exception):
    """Somebody else held the lock all the while."""


@contextmanager
def locked(path: Path, patience: float, *, shared: bool = False, pauses: Sequence[float] = PAUSES) -> Iterator[None]:
    """Alone with what the file at ``path`` stands for; ``shared``: with others who share it, too.

    ``patience``: seconds to wait, looking again after each of ``pauses``.

    Raises:
        Busy: they have passed.
        OSError: the file cannot be opened, or the disk knows no locks.
    """
    descriptor = _opened(path)
    try:
        _wait(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX, patience, pauses)
        yield
    finally:
        os.close(descriptor)  # lets go of it


def _opened(path: Path) -> int:
    """The file, made where it is not there; one that is there can be locked also on a disk that cannot be written."""
    try:
        try:
            return os.open(path, MADE, 0o600)
        except FileNotFoundError:
            make_folder(path.parent, lasting=False)
            return os.open(path, MADE, 0o600)
    except OSError as error:
        if error.errno != errno.EROFS or not path.exists():
            raise
        return os.open(path, os.O_RDONLY | HELD)


def _wait(descriptor: int, kind: int, patience: float, pauses: Sequence[float]) -> None:
    until = time.monotonic() + patience
    looks = 0
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise Busy from None
            time.sleep(pauses[min(looks, len(pauses) - 1)])
            looks += 1
        else:
            return

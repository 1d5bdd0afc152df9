"""The files of an SQLite database, and who may read them.

``county.db``, while it is open ``county.db-wal`` and ``county.db-shm``, and for its owner alone ``.county.db.locks``,
``.county.db.filling`` while it is filled, ``.county.db.damaged`` for what was mended away.
"""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from typing import Final

from cadre_tui.model.safekeeping import Flaw
from cadre_tui.store.locks import Busy, locked

NEIGHBOURS: Final = ("", "-wal", "-shm", "-journal")
"""What SQLite puts beside its file."""

FILLING: Final = ".filling"
MAKING: Final = ".making"
WRITING: Final = ".writing"
"""Locks of no drawer: no drawer's name begins with a dot."""

ENDING: Final = ".lock"
OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
WRITE: Final = stat.S_IWGRP | stat.S_IWOTH

HANGS: Final = 2.0
"""Seconds: a lock that is held longer than that is told."""


def present(file: Path) -> list[Path]:
    """Which of the database's files are there."""
    return [path for ending in NEIGHBOURS if (path := file.with_name(file.name + ending)).exists()]


def remove(file: Path) -> None:
    """Take a database away, the log first: it must not be found beside another file of that name."""
    for path in reversed(present(file)):
        path.unlink(missing_ok=True)


def remove_locks(file: Path) -> None:
    """Take away the locks of a database that is nowhere any more, and that nobody else had."""
    rmtree(_locks(file), ignore_errors=True)


def under_way(file: Path) -> Path:
    """Where a database is filled before it takes the name."""
    return file.with_name(f".{file.name}.filling")


def aside(file: Path, name: str, when: str) -> Path:
    """Where what is mended away is kept."""
    return file.with_name(f".{file.name}.damaged") / when / f"{name}.json"


def log_of(file: Path) -> int:
    """How much waits in the write-ahead log, in bytes."""
    try:
        return file.with_name(f"{file.name}-wal").stat().st_size
    except FileNotFoundError:
        return 0


def lock_of(file: Path, name: str) -> Path:
    """The lock file of a drawer."""
    return _locks(file) / f"{name}{ENDING}"


def held(file: Path, stamp: Callable[[str], str]) -> Iterator[Flaw]:
    """Locks that nobody gets while their drawer's ``stamp`` stays the same: whoever has them hangs."""
    for lock in sorted(_locks(file).rglob(f"*{ENDING}")):
        if lock.name.startswith("."):
            continue
        name = lock.relative_to(_locks(file)).as_posix().removesuffix(ENDING)
        before = stamp(name)
        try:
            with locked(lock, HANGS):
                pass
        except Busy:
            if stamp(name) == before:
                yield Flaw(code="lock-held", path=_below(file, lock), values={"seconds": int(HANGS)})


def flaws(file: Path) -> Iterator[Flaw]:
    """What others may do with the files, and what was left of a filling that was cut off."""
    owner = file.stat().st_uid
    above = file.parent.stat().st_mode
    if above & WRITE and not above & stat.S_ISVTX:
        yield Flaw(code="open-to-others", path=".")
    for path in (*present(file), _locks(file), *sorted(_locks(file).rglob("*"))):
        try:
            found = path.lstat()
        except FileNotFoundError:
            continue
        if found.st_uid != owner:
            yield Flaw(code="of-another", path=_below(file, path), mendable=os.geteuid() == 0)
        if found.st_mode & OTHERS:
            yield Flaw(code="open-to-others", path=_below(file, path), mendable=True)
    yield from _left_over(file)


def mend(file: Path, flaw: Flaw) -> None:
    """Put right what ``flaws`` found, as far as it is mendable."""
    path = file.parent / flaw.path
    if flaw.code == "open-to-others":
        path.chmod(0o700 if path.is_dir() else 0o600)
    elif flaw.code == "of-another":
        owner = file.stat()
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)
    elif flaw.code == "left-over":
        with locked(lock_of(file, FILLING), 0):
            remove(under_way(file))


def _left_over(file: Path) -> Iterator[Flaw]:
    if present(under_way(file)):
        try:
            with locked(lock_of(file, FILLING), 0):
                yield Flaw(code="left-over", path=under_way(file).name, mendable=True)
        except Busy:
            return


def _locks(file: Path) -> Path:
    return file.with_name(f".{file.name}.locks")


def _below(file: Path, path: Path) -> str:
    return str(path.relative_to(file.parent))

"""A look at every file of a store's folder. Changes nothing, and does not mind people at work."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Final

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.safekeeping import Flaw
from cadre_tui.store.envelope import SCHEMA, Damaged, Newer, later, unpacked
from cadre_tui.store.folder import walk
from cadre_tui.store.folder.content import content_of
from cadre_tui.store.folder.snapshot import BACKUP
from cadre_tui.store.kinds import kind_of
from cadre_tui.store.locks import Busy, locked
from cadre_tui.store.whole_file import failure, former_of, kept_of

PATIENCE: Final = 2.0
"""Seconds: a lock that is held longer than that is told."""

OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
WRITE: Final = stat.S_IWGRP | stat.S_IWOTH

Tell = Callable[[int, int], object]
"""Told from time to time: how many are done, of how many."""


def examine(folder: Path, tell: Tell) -> Iterator[Flaw]:
    """All that is wrong with the store's files.

    Raises:
        StoreFailure: the folder is not there, or cannot be read at all.
    """
    if not folder.is_dir():
        raise StoreFailure("store-missing", folder=str(folder))
    try:
        yield from _open_to_others(folder)
        yield from _snapshots(folder)
        everything = list(walk.files(folder))
        older = 0
        for done, path in enumerate(everything):
            tell(done, len(everything))
            below = path.relative_to(folder)
            if walk.LOCKS in below.parts:
                if not path.name.startswith("."):
                    yield from _held(folder, path)
            elif walk.DAMAGED not in below.parts:
                found = _flaw(folder, path)
                older += found is not None and found.code == "drawer-older"
                if found is not None and found.code != "drawer-older":
                    yield found
    except OSError as error:
        raise failure(error, folder) from None
    if older:
        yield Flaw(code="drawers-older", values={"count": older}, mendable=True, harmless=True)


def sound(folder: Path, path: Path) -> bool:
    """Whether a file is there, whole, of the document that it is called after, and can be read by this program."""
    try:
        unpacked(content_of(path), walk.name_in(folder, path))
    except (FileNotFoundError, Damaged, Newer):
        return False
    return True


def generation_before(folder: Path, path: Path) -> Path:
    """The former generation; where a writer was killed who had not put it in its place yet, that one."""
    return kept if sound(folder, kept := kept_of(path)) else former_of(path)


def _later(path: Path) -> int:
    try:
        return later(content_of(path))
    except (FileNotFoundError, Damaged):
        return 0


def _flaw(folder: Path, path: Path) -> Flaw | None:
    below = path.relative_to(folder)
    if walk.is_document(path):
        return _of_document(folder, path, str(below))
    if path.name.endswith(".new"):
        return _left_over(folder, path, str(below))
    return _of_former(folder, path, str(below))


def _of_document(folder: Path, path: Path, below: str) -> Flaw | None:
    try:
        envelope = unpacked(content_of(path), walk.name_in(folder, path))
    except FileNotFoundError:
        return None
    except Newer as newer:
        return Flaw(code="drawer-newer", path=below, values={"schema": newer.schema})
    except Damaged:
        if sound(folder, generation_before(folder, path)):
            return Flaw(code="drawer-damaged", path=below, mendable=True)
        if schema := _later(former_of(path)):
            return Flaw(code="drawer-newer", path=below, values={"schema": schema})
        return Flaw(code="drawer-lost", path=below)
    return Flaw(code="drawer-older", path=below) if envelope["schema"] < SCHEMA else None


def _of_former(folder: Path, path: Path, below: str) -> Flaw | None:
    if not kind_of(walk.kind_in(folder, path)).keeps_former:
        return Flaw(code="former-kept", path=below, mendable=True)
    try:
        unpacked(content_of(path), walk.name_in(folder, path))
    except FileNotFoundError:  # between two system calls of a writer there is none
        return None
    except Newer as newer:  # it is for a later program to mend by it
        if walk.document_of(path).exists():
            return None
        below = str(walk.document_of(path).relative_to(folder))
        return Flaw(code="drawer-newer", path=below, values={"schema": newer.schema})
    except Damaged:
        return Flaw(code="former-damaged", path=below, mendable=True)
    if not walk.document_of(path).exists():
        return Flaw(code="drawer-missing", path=str(walk.document_of(path).relative_to(folder)), mendable=True)
    return None


def _left_over(folder: Path, path: Path, below: str) -> Flaw | None:
    """A writer that is at work has the lock; what lies there without one was left by somebody who was killed."""
    lock = walk.lock_of(folder, walk.document_of(path))
    try:
        with locked(lock, PATIENCE) if lock.exists() else nullcontext():
            return Flaw(code="left-over", path=below, mendable=True) if path.exists() else None
    except Busy:
        return None  # told with the locks


def _held(folder: Path, path: Path) -> Iterator[Flaw]:
    """A lock that nobody gets while nothing is written: whoever has it hangs."""
    document = walk.locked_by(folder, path)
    before = _written(document)
    try:
        with locked(path, PATIENCE):
            pass
    except Busy:
        if _written(document) == before:
            below = str(path.relative_to(folder))
            yield Flaw(code="lock-held", path=below, values={"seconds": int(PATIENCE)})


def _written(document: Path) -> int:
    try:
        return document.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _snapshots(folder: Path) -> Iterator[Flaw]:
    """Second names of a backup that was killed; while one is made its lock is held."""
    lock = folder / walk.LOCKS / BACKUP
    try:
        with locked(lock, 0) if lock.exists() else nullcontext():
            if (folder / walk.SNAPSHOTS).exists():
                yield Flaw(code="snapshot-left", path=walk.SNAPSHOTS, mendable=True)
    except Busy:
        return


def _open_to_others(folder: Path) -> Iterator[Flaw]:
    """The folder lets nobody in; nor does anything in it: so it harms nobody where the folder itself can be read."""
    owner = folder.stat().st_uid
    for path in (*walk.folders(folder), *walk.files(folder)):
        try:
            found = path.lstat()
        except FileNotFoundError:
            continue
        below = str(path.relative_to(folder))
        if found.st_uid != owner:
            yield Flaw(code="of-another", path=below, mendable=os.geteuid() == 0)
        if found.st_mode & OTHERS:
            harmless = path == folder and not found.st_mode & WRITE
            yield Flaw(code="open-to-others", path=below, mendable=True, harmless=harmless)

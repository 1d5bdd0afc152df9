"""One moment of all documents, read while people work.

No file is ever changed in place, so a second name of each holds the moment; giving them takes some ten microseconds a
document, and only so long writers wait. The names go afterwards, and those of somebody who was killed with them.

A disk that is full or can no longer be written takes no second name, and is the very one of which a backup is wanted:
there the documents are read where they are, and writers wait until all of them are.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copyfile, rmtree
from typing import Final

from cadre_tui.store.folder import walk
from cadre_tui.store.folder.gate import Gate
from cadre_tui.store.locks import locked
from cadre_tui.store.whole_file import FULL, LINKLESS, make_folder

BACKUP = ".backup"
"""Among the locks: one reads at a time, so that what another left can be told from what one needs."""

UNWRITABLE: Final = {*FULL, errno.EROFS}
"""What disks answer that take nothing more."""


@contextmanager
def taken(folder: Path, gate: Gate, patience: float) -> Iterator[Iterator[tuple[str, Path]]]:
    """The documents' names, and for each a file that stays as it is.

    Raises:
        Busy: another backup is being made, or writers never paused for so many seconds.
        OSError: the folder cannot be read, or not be locked.
    """
    with ExitStack() as held:
        try:
            found = held.enter_context(_by_second_names(folder, gate, patience))
        except OSError as error:
            if error.errno not in UNWRITABLE:
                raise
            held.enter_context(gate.alone(patience))
            found = [(_name_of(folder, path), path) for path in walk.documents(folder)]
        yield iter(found)


@contextmanager
def _by_second_names(folder: Path, gate: Gate, patience: float) -> Iterator[list[tuple[str, Path]]]:
    locks, snapshots = folder / walk.LOCKS, folder / walk.SNAPSHOTS
    with locked(locks / BACKUP, patience):
        rmtree(snapshots, ignore_errors=True)
        here = snapshots / secrets.token_hex(4)
        try:
            make_folder(here, lasting=False)
            with gate.alone(patience):
                found = _second_names(folder, here)
            yield found
        finally:
            rmtree(snapshots, ignore_errors=True)


def _second_names(folder: Path, here: Path) -> list[tuple[str, Path]]:
    found = []
    for number, path in enumerate(walk.documents(folder)):
        second = here / str(number)
        try:
            os.link(path, second)
        except OSError as error:
            if error.errno not in LINKLESS:
                raise
            second.touch(mode=0o600)
            copyfile(path, second)
        found.append((_name_of(folder, path), second))
    return found


def _name_of(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix().removesuffix(walk.ENDING)

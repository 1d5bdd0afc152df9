"""One moment of all documents, read while people work.

No file is ever changed in place, so a second name of each holds the moment; giving them takes some ten microseconds a
document, and only so long writers wait. The names go afterwards, and those of somebody who was killed with them.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile, rmtree

from cadre_tui.store.folder import walk
from cadre_tui.store.folder.gate import Gate
from cadre_tui.store.locks import locked
from cadre_tui.store.whole_file import LINKLESS, make_folder

BACKUP = ".backup"
"""Among the locks: one reads at a time, so that what another left can be told from what one needs."""


@contextmanager
def taken(folder: Path, gate: Gate, patience: float) -> Iterator[Iterator[tuple[str, Path]]]:
    """The documents' names, and for each a file that stays as it is.

    Raises:
        Busy: another backup is being made, or writers never paused for so many seconds.
        OSError: the folder cannot be read or written.
    """
    locks, snapshots = folder / walk.LOCKS, folder / walk.SNAPSHOTS
    make_folder(locks, lasting=False)
    with locked(locks / BACKUP, patience):
        rmtree(snapshots, ignore_errors=True)
        here = snapshots / secrets.token_hex(4)
        make_folder(here, lasting=False)
        try:
            with gate.alone(patience):
                found = _second_names(folder, here)
            yield iter(found)
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
            copyfile(path, second)
            second.chmod(0o600)
        found.append((path.relative_to(folder).as_posix().removesuffix(walk.ENDING), second))
    return found

"""A folder that becomes a store at one go: what is filled lies in it under a hidden name until all of it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.store.disk import Disk
from cadre_tui.store.folder import walk
from cadre_tui.store.folder.layout import FIRST, MARK
from cadre_tui.store.locks import locked
from cadre_tui.store.whole_file import make_folder, sync_folder

FILLING: Final = ".filling"
"""The hidden folder, and among the locks the lock of whoever fills it."""

LOG: Final = "cadre.log"
"""What else may lie there: the program's log."""


@contextmanager
def fresh(folder: Path, disk: Disk, *, lasting: bool) -> Iterator[Path]:
    """A folder in it whose content takes its place at the end; after an error it is gone, as what was made for it.

    Raises:
        BadInput: documents, or files that are not the program's, lie there.
        Busy: somebody else fills it.
        OSError: it cannot be written.
    """
    made = not folder.exists()
    under_way = folder / FILLING
    if not made and any(map(_is_foreign, folder.iterdir())):
        raise BadInput("store-not-empty", place=str(folder))
    try:
        make_folder(folder / walk.LOCKS, lasting=lasting, disk=disk)
        with locked(folder / walk.LOCKS / FILLING, 0):
            rmtree(under_way, ignore_errors=True)
            make_folder(under_way, lasting=False, disk=disk)
            yield under_way
            _take_place(under_way, folder, disk, lasting)
    except BaseException:
        rmtree(folder if made else under_way, ignore_errors=True)
        raise


def _is_foreign(path: Path) -> bool:
    return not path.name.startswith(".") and path.name not in {*walk.NEIGHBOURS, LOG}


def _take_place(under_way: Path, folder: Path, disk: Disk, lasting: bool) -> None:
    """What makes it a county comes last, when all else is on the disk: what was cut off is none."""
    for each in under_way.iterdir():
        if each.name.startswith(".") and each.name != MARK:
            rmtree(each)  # what reading it back has left
        elif each.name != FIRST:
            disk.rename(each, folder / each.name)
    if lasting:
        disk.settle()
    if (under_way / FIRST).exists():
        disk.rename(under_way / FIRST, folder / FIRST)
    if lasting:
        sync_folder(folder, disk)
    under_way.rmdir()
    folder.chmod(0o700)

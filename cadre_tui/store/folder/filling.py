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
from cadre_tui.store.whole_file import make_folder, replace, sync_folder

FILLING: Final = ".filling"
"""The hidden folder, and among the locks the lock of whoever fills it."""

TAKING: Final = ".taking"
"""In the hidden folder, once all in it is whole: the names that then go, one by one, to where they belong."""

LOG: Final = "cadre.log"
"""What else may lie there: the program's log."""


@contextmanager
def fresh(folder: Path, disk: Disk, *, lasting: bool) -> Iterator[Path]:
    """A folder in it whose content takes its place at the end; after an error it is gone, as what was made for it.

    What was left by one that was killed, wherever, goes first.

    Raises:
        BadInput: documents, or files that are not the program's, lie there.
        Busy: somebody else fills it.
        OSError: it cannot be written.
    """
    made = next((each for each in (folder, folder / walk.LOCKS) if not each.exists()), None)
    under_way = folder / FILLING
    if made != folder:
        _must_be_free(folder, under_way)
    try:
        make_folder(folder / walk.LOCKS, lasting=lasting, disk=disk)
        with locked(folder / walk.LOCKS / FILLING, 0):
            _must_be_free(folder, under_way)
            try:
                _undo(folder, under_way)
                make_folder(under_way, lasting=False, disk=disk)
                yield under_way
                _take_place(under_way, folder, disk, lasting)
            except BaseException:
                disk.remove(folder / FIRST)
                _undo(folder, under_way)
                raise
    except BaseException:
        if made:
            rmtree(made, ignore_errors=True)
        raise


def _must_be_free(folder: Path, under_way: Path) -> None:
    left = {FILLING, *_taken(folder, under_way)}
    if any(_is_foreign(each) and each.name not in left for each in folder.iterdir()):
        raise BadInput("store-not-empty", place=str(folder))


def _is_foreign(path: Path) -> bool:
    return not path.name.startswith(".") and path.name not in {*walk.NEIGHBOURS, LOG}


def _taken(folder: Path, under_way: Path) -> list[str]:
    """What may have gone to where it belongs, of a filling that was killed on the way."""
    if (folder / FIRST).exists():
        return []  # it was not: that comes last
    try:
        return (under_way / TAKING).read_text("utf-8").split("\n")
    except FileNotFoundError:
        return []


def _undo(folder: Path, under_way: Path) -> None:
    for name in _taken(folder, under_way):
        path = folder / name
        if path.is_dir() and name:
            rmtree(path)
        elif name:
            path.unlink(missing_ok=True)
    rmtree(under_way, ignore_errors=True)


def _take_place(under_way: Path, folder: Path, disk: Disk, lasting: bool) -> None:
    """What makes it a county comes last, when all else is on the disk: what was cut off is none."""
    names = []
    for each in under_way.iterdir():
        if each.name.startswith(".") and each.name != MARK:
            rmtree(each)  # what reading it back has left
        elif each.name != FIRST:
            names.append(each.name)
    replace(under_way / TAKING, "\n".join(names).encode(), lasting=lasting, disk=disk)
    for name in names:
        disk.rename(under_way / name, folder / name)
    if lasting:
        disk.settle()
    if (under_way / FIRST).exists():
        disk.rename(under_way / FIRST, folder / FIRST)
    if lasting:
        sync_folder(folder, disk)
    rmtree(under_way, ignore_errors=True)
    folder.chmod(0o700)

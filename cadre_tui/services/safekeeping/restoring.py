"""A county made of a backup again: all of it, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Final

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.safekeeping import Backup
from cadre_tui.services.county import address
from cadre_tui.services.safekeeping.archive import Archive
from cadre_tui.services.safekeeping.backups import Secret, opened, told_of
from cadre_tui.store import Store, keys, open_store
from cadre_tui.store.names import key_of
from cadre_tui.store.whole_file import failure, make_folder, replace

CHECKLISTS: Final = "checklists"
UNDER_WAY: Final = ".restoring"
"""In the folder while a backup is restored into it: what lies there meanwhile is nobody's yet."""


def restore(file: Path, folder: Path, secret: Secret, store: str | None = None) -> Backup:
    """Make the county of a backup again in a folder that is empty or not there: all of it, on disk, or nothing.

    ``store``: the documents go to the store at that URL, where nothing may be yet, and only the checklists into the
    folder.

    Raises:
        BadInput: the place is not empty; what ``verify`` raises.
        NotRight: it is no backup, or it is damaged.
        StoreFailure: the place cannot be written.
    """
    _must_be_a_folder(folder)
    target = open_store(store or address(folder))
    _must_be_no_county(target, store, folder)
    with opened(file, secret) as (archive, closed):
        try:
            with _under_way(folder, whole=store is None):
                _unpack_checklists(archive, folder / CHECKLISTS)
                named = ((key_of(name), content) for name, content in archive.documents())
                target.fill((key, content) for key, content in named if key is not None)
        except OSError as error:
            raise failure(error, folder) from None
        return told_of(archive.manifest, file, closed)


@contextmanager
def _under_way(folder: Path, *, whole: bool) -> Iterator[None]:
    """The folder, marked until all is in it; after an error nothing of it is left."""
    made = not folder.exists()
    _must_be_empty(folder, whole)
    mark = folder / UNDER_WAY
    make_folder(folder)
    make_folder(mark)
    try:
        rmtree(folder / CHECKLISTS, ignore_errors=True)  # of a restoring that was cut off
        yield
        mark.rmdir()
    except BaseException:
        rmtree(folder / CHECKLISTS, ignore_errors=True)
        rmtree(mark, ignore_errors=True)
        if made:
            rmtree(folder, ignore_errors=True)
        raise


def _must_be_empty(folder: Path, whole: bool) -> None:
    """All of it, or where the documents go elsewhere, what is to hold the checklists.

    What a restoring left that was cut off is no hindrance: its mark tells.
    """
    if (folder / UNDER_WAY).is_dir():
        return
    looked_at = folder if whole else folder / CHECKLISTS
    if looked_at.is_dir() and any(looked_at.iterdir()):
        raise BadInput("restore-not-empty", folder=str(looked_at))


def _must_be_a_folder(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise BadInput("restore-not-empty", folder=str(folder))


def _must_be_no_county(target: Store, store: str | None, folder: Path) -> None:
    """Asked first of all, since the mark of a restoring may have stayed where it was killed at its very end."""
    try:
        there = target.stamp(keys.COUNTY)
    except StoreFailure as error:
        if error.code != "store-missing":
            raise
        return
    if there and store:
        raise BadInput("store-not-empty", place=store)
    if there:
        raise BadInput("restore-not-empty", folder=str(folder))


def _unpack_checklists(archive: Archive, folder: Path) -> None:
    for path, content in archive.checklists():
        target = folder / path
        make_folder(target.parent)
        replace(target, content)

"""Putting right what a look has found. What is replaced is kept, what was half written is not."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from shutil import rmtree
from typing import Final

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.safekeeping import Flaw, Mended
from cadre_tui.store.disk import Disk
from cadre_tui.store.envelope import Damaged, newest, packed, unpacked
from cadre_tui.store.folder import walk
from cadre_tui.store.folder.checkup import generation_before, sound
from cadre_tui.store.folder.content import content_of
from cadre_tui.store.folder.snapshot import BACKUP
from cadre_tui.store.kinds import kind_of
from cadre_tui.store.locks import Busy, locked
from cadre_tui.store.whole_file import failure, kept_of, make_folder, replace, settle_former

PATIENCE: Final = 20.0
"""Seconds to wait for whoever writes."""


def mend(folder: Path, flaw: Flaw, when: str, disk: Disk) -> Mended:
    """Put it right, if it is still so. ``when`` names the folder in which what is replaced is kept.

    Raises:
        StoreFailure: that did not succeed; nothing is lost.
    """
    path = folder / flaw.path
    try:
        return Mended(flaw=flaw, kept=_MENDERS[flaw.code](folder, path, Path(walk.DAMAGED, when), disk))
    except OSError as error:
        raise failure(error, path) from None
    except Busy:
        raise StoreFailure("store-busy", seconds=int(PATIENCE)) from None


def _from_former(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    """Under the lock: the damaged file is kept, and the former generation becomes the present one."""
    with _alone(folder, path):
        former = generation_before(folder, path)
        if sound(folder, path) or not sound(folder, former):
            return ""
        kept = _keep(folder, path, aside, disk) if path.exists() else ""
        replace(path, former.read_bytes(), disk=disk)
        disk.remove(kept_of(path))  # a killed writer's: it is the present one now, or no longer before it
        return kept


def _clear(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    """Under the lock: what a killed writer left goes; but the generation before the present one gets its place."""
    del aside
    document = walk.document_of(path)
    with _alone(folder, document):
        if path == kept_of(document) and sound(folder, document) and sound(folder, path):
            settle_former(document, disk)
        disk.remove(path)
    return ""


def _take_away(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    del aside
    with _alone(folder, walk.document_of(path)):
        disk.remove(path)
    return ""


def _put_aside(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    with _alone(folder, walk.document_of(path)):
        if sound(folder, path) or not path.exists():
            return ""
        kept = _keep(folder, path, aside, disk)
        disk.remove(path)
        return kept


def _renew(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    """Write every document of an earlier layout in the newest; its old file stays as the former generation."""
    del path, aside
    for each in walk.documents(folder):
        if not sound(folder, each):
            continue
        with _alone(folder, each):
            present = each.read_bytes()
            renewed = packed(newest(unpacked(present)))
            if renewed != present:
                keeps = kind_of(walk.kind_in(folder, each)).keeps_former
                replace(each, renewed, keep_former=keeps, disk=disk)
    return ""


def _close(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    del folder, aside, disk
    path.chmod(0o700 if path.is_dir() else 0o600)
    return ""


def _give_back(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    del aside, disk
    owner = folder.stat()
    os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)
    return ""


def _alone(folder: Path, document: Path) -> AbstractContextManager[None]:
    return locked(walk.lock_of(folder, document), PATIENCE)


def _keep(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    """Copy the file among the damaged ones; answers the copy. What cannot be read gets a second name there."""
    kept = aside / path.relative_to(folder)
    make_folder((folder / kept).parent, disk=disk)
    try:
        replace(folder / kept, content_of(path), disk=disk)
    except Damaged:
        disk.link(path, folder / kept)
    return str(kept)


def _drop_snapshots(folder: Path, path: Path, aside: Path, disk: Disk) -> str:
    del aside, disk
    with locked(folder / walk.LOCKS / BACKUP, PATIENCE):
        rmtree(path, ignore_errors=True)
    return ""


_MENDERS: Final[dict[str, Callable[[Path, Path, Path, Disk], str]]] = {
    "drawer-damaged": _from_former,
    "drawer-missing": _from_former,
    "drawers-older": _renew,
    "former-damaged": _put_aside,
    "former-kept": _take_away,
    "left-over": _clear,
    "of-another": _give_back,
    "open-to-others": _close,
    "snapshot-left": _drop_snapshots,
}
"""What puts right what is mendable, by the flaw's code."""

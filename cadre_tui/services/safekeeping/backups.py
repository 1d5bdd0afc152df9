"""Backups: one moment of a county in one file, the look at such a file, and a county made of it again."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from stat import S_ISREG
from typing import BinaryIO, Final

from cadre_tui import __version__
from cadre_tui.model.fault import BadInput, CadreError, NotRight, StoreFailure
from cadre_tui.model.safekeeping import Backup
from cadre_tui.services import audit
from cadre_tui.services.county import County, address
from cadre_tui.services.safekeeping import passphrase
from cadre_tui.services.safekeeping.archive import Archive, Manifest, is_plain, write
from cadre_tui.services.safekeeping.ballot_boxes import WithoutOpenBoxes
from cadre_tui.store import keys, open_store
from cadre_tui.store.names import key_of, name_of
from cadre_tui.store.whole_file import failure, replace

Secret = Callable[[], str]
"""Asks for the passphrase, where one is needed."""

CHECKLISTS: Final = "checklists"
UNDER_WAY: Final = ".restoring"
"""In the folder that is to hold the county: what is not whole yet."""


def back_up(
    county: County,
    file: Path,
    checklists: Path | None = None,
    secret: Secret | None = None,
    *,
    open_ballots: bool = False,
) -> Backup:
    """Write everything, as it is at one moment, into a new file, and read it back. People may work meanwhile.

    Ballot boxes into which people still vote stay out of it, unless ``open_ballots`` asks for them.
    ``checklists``: the folder whose files go with it. ``secret``: asks for the passphrase that is to close the file.

    Raises:
        BadInput: the file is there already, or its folder is not; the passphrase is too short.
        StoreFailure: the store or the file cannot be read or written; there is no file then.
    """
    if county.store.read(keys.COUNTY) is None:
        raise StoreFailure("county-not-made", place=str(county.store.place or ""))
    if file.exists() or file.is_symlink():
        raise BadInput("backup-exists", file=str(file))
    if not file.parent.is_dir():
        raise BadInput("backup-no-folder", folder=str(file.parent))
    word = secret() if secret else None
    packed = BytesIO()
    with county.store.snapshot() as documents:
        kept = WithoutOpenBoxes(documents, all_the_same=open_ballots)
        named = ((name_of(key), content) for key, content in kept)
        manifest = write(packed, named, _dropped(checklists), county.now(), __version__)
    content = packed.getvalue() if word is None else passphrase.close(packed.getvalue(), word)
    try:
        replace(file, content)
    except OSError as error:
        raise failure(error, file) from None
    if not _kept(file, content, packed):
        raise StoreFailure("backup-not-kept", file=str(file))
    found = _told(manifest, file, word is not None).model_copy(update={"left_out": kept.left_out})
    audit.note_by_machine(county, "backup-made", count=found.documents, hash=found.digest[:12])
    return found


def verify(file: Path, secret: Secret) -> Backup:
    """Read all of a backup, and hold every entry against its digest. Unpacks nothing onto the disk.

    Raises:
        BadInput: there is no such file, the passphrase is wrong, or a later version made it.
        NotRight: it is no backup, or it is damaged.
    """
    with _archive(file, secret) as (archive, closed):
        for _each in (*archive.documents(), *archive.checklists()):
            pass
        return _told(archive.manifest, file, closed)


def restore(file: Path, folder: Path, secret: Secret) -> Backup:
    """Make the county of a backup again in a folder that is empty or not there: all of it, on disk, or nothing.

    Raises:
        BadInput: the folder is not empty; what ``verify`` raises.
        NotRight: it is no backup, or it is damaged.
        StoreFailure: the folder cannot be written.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise BadInput("restore-not-empty", folder=str(folder))
    made = not folder.exists()
    with _archive(file, secret) as (archive, closed):
        try:
            if not made and any(each.name != UNDER_WAY for each in folder.iterdir()):
                raise BadInput("restore-not-empty", folder=str(folder))
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = folder / UNDER_WAY
            rmtree(fresh, ignore_errors=True)
            try:
                _unpack(archive, fresh)
                _move(fresh, folder)
            except BaseException:
                rmtree(fresh, ignore_errors=True)
                raise
        except OSError as error:
            raise failure(error, folder) from None
        except BaseException:
            if made and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
            raise
        return _told(archive.manifest, file, closed)


def _unpack(archive: Archive, fresh: Path) -> None:
    """Into a folder that is no county yet; then everything is read back."""
    store = open_store(address(fresh))
    named = ((key_of(name), content) for name, content in archive.documents())
    store.make()
    for path, content in archive.checklists():
        target = fresh / CHECKLISTS / path
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace(target, content, lasting=False)
    store.fill((key, content) for key, content in named if key is not None)
    digests = {each.name: each.digest for each in archive.manifest.documents}
    with store.snapshot() as documents:
        found = {name_of(key): sha256(content).hexdigest() for key, content in documents}
    if found != digests:
        raise StoreFailure("restore-not-kept", folder=str(fresh))


def _move(fresh: Path, folder: Path) -> None:
    """What makes it a county comes last: a folder whose restoring was cut off is none."""
    last = "county.json"
    for each in sorted(fresh.iterdir(), key=lambda path: path.name == last):
        if each.is_dir() and each.name.startswith("."):
            rmtree(each)  # locks of the reading back
        else:
            each.rename(folder / each.name)
    fresh.rmdir()
    folder.chmod(0o700)
    os.sync()


def _kept(file: Path, content: bytes, packed: BytesIO) -> bool:
    """Whether the file is what was to be written, and that can be read: every entry with its digest."""
    try:
        archive = Archive(packed, str(file))
        for _each in (*archive.documents(), *archive.checklists()):
            pass
        return file.read_bytes() == content
    except (CadreError, OSError):
        return False


@contextmanager
def _archive(file: Path, secret: Secret) -> Iterator[tuple[Archive, bool]]:
    try:
        with file.open("rb") as stream:
            if not S_ISREG(os.fstat(stream.fileno()).st_mode):  # a device has no end that could be looked for
                raise NotRight("backup-none", file=str(file))
            closed = passphrase.is_closed(stream.read(64))
            stream.seek(0)
            inner: BinaryIO = stream
            if closed:
                inner = BytesIO(passphrase.opened(stream.read(), secret(), str(file)))
            yield Archive(inner, str(file)), closed
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise BadInput("backup-missing", file=str(file)) from None
    except OSError as error:
        raise failure(error, file) from None


def _dropped(checklists: Path | None) -> Iterator[tuple[str, bytes]]:
    if checklists is None or not checklists.is_dir():
        return
    for path in sorted(checklists.rglob("*")):
        name = path.relative_to(checklists).as_posix()
        if path.is_file() and not path.is_symlink() and is_plain(name):
            yield name, path.read_bytes()


def _told(manifest: Manifest, file: Path, closed: bool) -> Backup:
    return Backup(
        file=str(file),
        documents=len(manifest.documents),
        checklists=len(manifest.checklists),
        digest=manifest.digest,
        made=manifest.made,
        program=manifest.program,
        encrypted=closed,
    )

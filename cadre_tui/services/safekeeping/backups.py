"""Backups: one moment of a county in one file, and the look at such a file."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

from cadre_tui import __version__
from cadre_tui.model.fault import BadInput, CadreError, NotRight, StoreFailure
from cadre_tui.model.safekeeping import Backup, LeftOut
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.safekeeping import closed, passphrase
from cadre_tui.services.safekeeping.archive import Archive, Manifest, write
from cadre_tui.services.safekeeping.ballot_boxes import WithoutOpenBoxes
from cadre_tui.services.safekeeping.dropped import Dropped
from cadre_tui.store import keys
from cadre_tui.store.names import name_of
from cadre_tui.store.whole_file import failure, streamed

Secret = Callable[[], str]
"""Asks for the passphrase, where one is needed."""


class Gone(NamedTuple):
    """What was left out of a backup: so many ballot boxes, and files among the checklists."""

    boxes: int
    files: LeftOut


class Wanted(NamedTuple):
    """What is to be in a backup beside the documents: the files of a folder; ballot boxes that are still open."""

    checklists: Path | None
    open_ballots: bool


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
    wanted = Wanted(checklists, open_ballots)
    try:
        with streamed(file) as stream:
            if word is None:
                manifest, gone = _packed(county, stream, wanted, file)
            else:
                manifest, gone = _closed(county, stream, wanted, file, word)
    except OSError as error:
        raise failure(error, file) from None
    left_out = {"left_out": gone.boxes, "files_left_out": gone.files}
    found = told_of(manifest, file, word is not None).model_copy(update=left_out)
    noted = audit.note_by_machine(county, "backup-made", count=found.documents, hash=found.digest[:12])
    return found.model_copy(update={"unnoted": noted is None})


def _packed(county: County, stream: BinaryIO, wanted: Wanted, file: Path) -> tuple[Manifest, Gone]:
    """Document after document into the file, none of which is kept; then everything is read from there.

    Answers what was left out, too.
    """
    told = _written(county, stream, wanted)
    stream.flush()
    _must_be_kept(lambda: stream, file)
    return told


def _written(county: County, stream: BinaryIO, wanted: Wanted) -> tuple[Manifest, Gone]:
    with county.store.snapshot() as documents:
        kept = WithoutOpenBoxes(documents, all_the_same=wanted.open_ballots)
        named = ((name_of(key), content) for key, content in kept)
        dropped = Dropped(wanted.checklists)
        manifest = write(stream, named, dropped.files(), county.now(), __version__)
    return manifest, Gone(kept.left_out, dropped.left_out)


def _must_be_kept(reading: Callable[[], BinaryIO], file: Path) -> None:
    try:
        Archive(reading(), str(file)).must_be_whole()
    except CadreError:
        raise StoreFailure("backup-not-kept", file=str(file)) from None


def _closed(county: County, stream: BinaryIO, wanted: Wanted, file: Path, word: str) -> tuple[Manifest, Gone]:
    """Closed piece by piece, so that nothing open ever lies on that disk; then opened again by the passphrase."""
    with closed.closing(stream, word) as packed:
        told = _written(county, packed, wanted)
    stream.flush()
    _must_be_kept(lambda: closed.opened(stream, word, str(file)), file)
    return told


def verify(file: Path, secret: Secret) -> Backup:
    """Read all of a backup, and hold every entry against its digest. Unpacks nothing onto the disk.

    Raises:
        BadInput: there is no such file, the passphrase is wrong, or a later version made it.
        NotRight: it is no backup, or it is damaged.
    """
    with opened(file, secret) as (archive, closed):
        archive.must_be_whole()
        return told_of(archive.manifest, file, closed)


@contextmanager
def opened(file: Path, secret: Secret) -> Iterator[tuple[Archive, bool]]:
    """The archive in a file, and whether a passphrase closes it.

    Raises:
        BadInput: there is no such file, the passphrase is wrong, or a later version made it.
        NotRight: it is no backup.
    """
    try:
        with file.open("rb") as stream:
            if not S_ISREG(os.fstat(stream.fileno()).st_mode):  # a device has no end that could be looked for
                raise NotRight("backup-none", file=str(file))
            beginning = stream.read(64)
            stream.seek(0)
            inner: BinaryIO = stream
            if closed.is_closed(beginning):
                inner = closed.opened(stream, secret(), str(file))
            elif passphrase.is_closed(beginning):  # as they were made before: all of it at once
                passphrase.must_be_openable(os.fstat(stream.fileno()).st_size, str(file))
                inner = BytesIO(passphrase.opened(stream.read(), secret(), str(file)))
            yield Archive(inner, str(file)), inner is not stream
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise BadInput("backup-missing", file=str(file)) from None
    except OSError as error:
        if error.errno == errno.EINVAL:  # it says that something lies before its own beginning
            raise NotRight("backup-none", file=str(file)) from None
        raise failure(error, file) from None


def told_of(manifest: Manifest, file: Path, closed: bool) -> Backup:
    """What a person is told of a backup."""
    return Backup(
        file=str(file),
        documents=len(manifest.documents),
        checklists=len(manifest.checklists),
        digest=manifest.digest,
        made=manifest.made,
        program=manifest.program,
        encrypted=closed,
        damaged=len(manifest.damaged),
    )

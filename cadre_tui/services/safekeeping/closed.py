"""A backup that only a passphrase opens, written and read piece by piece: nothing of it lies open on a disk.

age's library closes only whole texts by a passphrase. So each backup has a key of its own, made for it (X25519): a
few bytes, which the passphrase closes; and the key closes the pieces. All of it lies in a ZIP archive, in this order:
``key.age``, ``README.txt``, which says how any age program opens it, and ``part-000001.age`` and so on, one after
the other the backup's file. Who changes, drops, mixes up or adds a piece is found out: each is authenticated by a key
that nobody else has, and what they hold together has a digest of everything.
"""

import errno
import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final, cast
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cadre_tui.model.fault import NotRight
from cadre_tui.services.safekeeping import passphrase

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer
    from pyrage.x25519 import Identity

KEY: Final = "key.age"
README: Final = "README.txt"
PART: Final = 4 << 20
"""Bytes of a piece; the last one has what is left."""

MOST_PARTS: Final = 1_000_000

OVERHEAD: Final = 10_000
"""Bytes that closing adds to a piece, at most, and that a key takes: a head, and 16 for each 65,536."""

BROKEN: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError, struct.error)

HOW: Final = """\
没有本程序，也可以用任何 age 程序（https://age-encryption.org）打开这份备份，口令问一次：
Without the program, any age program opens this backup; the passphrase is asked for once:

    age -d key.age > key.txt
    for part in part-*.age; do age -d -i key.txt "$part"; done > backup.zip
    rm key.txt
"""


def is_closed(beginning: bytes) -> bool:
    """Whether a file that begins like this is one of these."""
    return beginning.startswith(b"PK\x03\x04") and beginning[30 : 30 + len(KEY)] == KEY.encode()


@contextmanager
def closing(file: BinaryIO, word: str) -> Iterator[BinaryIO]:
    """A stream whose content goes into the file, closed by the passphrase.

    Raises:
        BadInput: the passphrase is too short.
    """
    from pyrage import x25519  # noqa: PLC0415 - only where a backup is closed

    key = x25519.Identity.generate()
    with ZipFile(file, "w", ZIP_STORED) as parts:
        parts.writestr(_info(KEY), passphrase.close(f"{key}\n".encode(), word))
        parts.writestr(_info(README), HOW)
        with _Closing(parts, key) as stream:
            yield cast("BinaryIO", stream)


def opened(file: BinaryIO, word: str, told: str) -> BinaryIO:
    """The backup's file, to be read anywhere in it.

    Raises:
        BadInput: the passphrase does not open it.
        NotRight: it is not as it was written.
    """
    from pyrage import IdentityError, x25519  # noqa: PLC0415 - only where a backup is opened

    try:
        parts = ZipFile(file)
        _must_be_honest(parts)
        closed_key = _read(parts, KEY)
    except (*BROKEN, KeyError):
        raise NotRight("backup-none", file=told) from None
    try:
        key = x25519.Identity.from_str(passphrase.opened(closed_key, word, told).decode().strip())
    except (IdentityError, ValueError):
        raise NotRight("backup-none", file=told) from None
    return io.BufferedReader(_Opened(parts, key, told))


def _must_be_honest(parts: ZipFile) -> None:
    """What is read is bounded, and stands in the order in which it is read."""
    infos = parts.infolist()
    names = [KEY, README, *map(_name, range(1, len(infos) - 1))]
    if [each.filename for each in infos] != names or not 3 <= len(infos) <= MOST_PARTS:
        raise BadZipFile
    if any(each.compress_type != ZIP_STORED or each.file_size > PART + OVERHEAD for each in infos):
        raise BadZipFile
    if infos[0].file_size > OVERHEAD:
        raise BadZipFile


def _read(parts: ZipFile, name: str) -> bytes:
    try:
        return parts.read(name)
    except OSError as error:
        if error.errno != errno.EINVAL:  # it says that something lies before its own beginning
            raise
        raise BadZipFile from None


class _Closing(io.RawIOBase):
    """Written from the beginning to the end."""

    def __init__(self, parts: ZipFile, key: "Identity") -> None:
        self._parts = parts
        self._recipient = key.to_public()
        self._open = bytearray()
        self._written = 0

    def writable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """How much was written."""
        return self._written

    def write(self, content: "ReadableBuffer") -> int:
        """Whole pieces go into the file at once."""
        more = memoryview(content).cast("B")
        self._open += more
        self._written += len(more)
        while len(self._open) >= PART:
            self._put(bytes(self._open[:PART]))
            del self._open[:PART]
        return len(more)

    def close(self) -> None:
        """What is left is the last piece."""
        if not self.closed and self._open:
            self._put(bytes(self._open))
            self._open.clear()
        super().close()

    def _put(self, piece: bytes) -> None:
        from pyrage import encrypt  # noqa: PLC0415

        name = _name(len(self._parts.namelist()) - 1)
        self._parts.writestr(_info(name), encrypt(piece, [self._recipient]))


class _Opened(io.RawIOBase):
    """Read anywhere; one piece is in memory at a time."""

    def __init__(self, parts: ZipFile, key: "Identity", told: str) -> None:
        self._parts = parts
        self._key = key
        self._told = told
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")
        self._last = len(parts.namelist()) - 3
        self._size = self._last * PART + len(self._piece(self._last))

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Where one is."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go there; before the beginning is nothing, as of any file."""
        at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if at < 0:
            raise ValueError(at)
        self._at = at
        return at

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Some of it, from one piece."""
        into = memoryview(buffer).cast("B")
        number, start = divmod(self._at, PART)
        some = self._piece(number)[start : start + len(into)] if number <= self._last else b""
        into[: len(some)] = some
        self._at += len(some)
        return len(some)

    def _piece(self, number: int) -> bytes:
        from pyrage import DecryptError, decrypt  # noqa: PLC0415

        if self._held[0] != number:
            name = _name(number + 1)
            try:
                piece = decrypt(_read(self._parts, name), [self._key])
            except (DecryptError, *BROKEN):
                raise NotRight("backup-damaged", file=self._told, name=name) from None
            if len(piece) > PART or (len(piece) < PART and number < self._last):
                raise NotRight("backup-damaged", file=self._told, name=name)
            self._held = number, piece
        return self._held[1]


def _name(number: int) -> str:
    return f"part-{number:06}.age"


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = 0o600 << 16
    return info

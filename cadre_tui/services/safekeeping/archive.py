"""A backup's file: a ZIP archive of documents in their envelopes, with a manifest that holds a digest of each.

``manifest.json`` names every entry with its size and SHA-256; ``documents/<name>.json`` are the store's files as they
are on every engine, ``checklists/<path>`` what was dropped into that folder. Nothing in such a file is believed: no
name leads out of its folder, nothing is unpacked beyond what the manifest says, nor more than an honest one can hold.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import chain
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from pydantic import ValidationError

from cadre_tui.files.told_name import told_name
from cadre_tui.model.base import Frozen
from cadre_tui.model.fault import BadInput, NotRight, StoreFailure
from cadre_tui.store.envelope import Damaged, Newer, unpacked
from cadre_tui.store.names import key_of

FORMAT: Final = "cadre-backup"
VERSION: Final = 1

MANIFEST: Final = "manifest.json"
DOCUMENTS, CHECKLISTS = "documents/", "checklists/"

RATIO: Final = 200
"""So many bytes at most come out of one; documents packed one by one shrink to a tenth at best."""

ROOM: Final = 20_000_000
"""Bytes that may come out in any case."""

LARGEST_FILE: Final = 256_000_000
"""Bytes of one document or checklist, held in memory whole; the largest of a county takes some millions."""

LARGEST_ENTRY: Final = 2_000
"""Bytes of the manifest that tell of one entry, at most: its name is no longer than what a folder takes."""

DEEPEST: Final = 8
LONGEST_PART: Final = 200
"""Bytes of the name of a file, or of a folder."""

FOREIGN: Final = frozenset('\\:*?"<>|\0')
BROKEN: Final = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    ValueError,
    KeyError,
    RecursionError,
    RuntimeError,
    struct.error,
)
"""What Python raises where an archive is not what it says."""


class Entry(Frozen):
    """One file: its name, and what it must be. ``size`` in bytes, ``digest`` SHA-256 in hexadecimal."""

    name: str
    size: int
    digest: str


class Manifest(Frozen):
    """What a backup holds, when it was made (UTC), and by which version of the program."""

    format: str = FORMAT
    version: int = VERSION
    program: str
    made: datetime
    documents: tuple[Entry, ...]
    checklists: tuple[Entry, ...]
    damaged: tuple[str, ...] = ()
    """Names of documents that were damaged where they lay: they are in it as they were."""

    @property
    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Each file's name in the archive, and what it must be."""
        yield from ((f"{DOCUMENTS}{each.name}.json", each) for each in self.documents)
        yield from ((f"{CHECKLISTS}{each.name}", each) for each in self.checklists)

    @property
    def digest(self) -> str:
        """Of everything in it: the SHA-256 of the digests and names, sorted."""
        lines = sorted(f"{each.digest}  {name}\n" for name, each in self.entries)
        return sha256("".join(lines).encode()).hexdigest()


Files = Iterable[tuple[str, bytes]]


def write(file: BinaryIO, documents: Files, checklists: Files, made: datetime, program: str) -> Manifest:
    """Pack them; answers what was packed.

    Raises:
        StoreFailure: a later version of the program wrote one of the documents.
    """
    damaged: list[str] = []
    with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
        packed = [_add(zipped, DOCUMENTS, name, ".json", content) for name, content in _looked_at(documents, damaged)]
        dropped = [_add(zipped, CHECKLISTS, name, "", content) for name, content in checklists]
        manifest = Manifest(
            program=program,
            made=made,
            documents=tuple(packed),
            checklists=tuple(dropped),
            damaged=tuple(damaged),
        )
        zipped.writestr(_info(MANIFEST), manifest.model_dump_json())
    return manifest


def _looked_at(documents: Files, damaged: list[str]) -> Files:
    """The same; those that are no whole document go among the ``damaged``: a backup holds what there is."""
    for name, content in documents:
        try:
            unpacked(content, name)
        except Damaged:
            damaged.append(name)
        except Newer as newer:
            raise StoreFailure("store-newer", path=name, schema=newer.schema) from None
        yield name, content


class Archive:
    """A backup's file, opened; ``told`` is what a refusal calls it.

    Raises:
        NotRight: it is no backup, it is damaged, or it would unpack to more than any backup does.
        BadInput: a later version of the program made it.
    """

    def __init__(self, file: BinaryIO, told: str) -> None:
        self._told = told
        try:
            self._most = file.seek(0, 2) * RATIO + ROOM
            self._zipped = ZipFile(file)
            self.manifest = self._manifest()
        except BROKEN:
            raise NotRight("backup-none", file=told) from None
        self._must_be_honest()

    def must_be_whole(self) -> None:
        """Read every entry, one after the other, and hold it against its digest.

        Raises:
            NotRight: one is damaged.
            BadInput: a later version of the program wrote one.
        """
        for _each in chain(self.documents(), self.checklists()):
            pass

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each document, held against its digest."""
        damaged = frozenset(self.manifest.damaged)
        for each in self.manifest.documents:
            content = self._read(f"{DOCUMENTS}{each.name}.json", each)
            try:
                unpacked(content, each.name)
            except Newer:
                raise BadInput("backup-newer", file=self._told) from None
            except Damaged:
                if each.name not in damaged:
                    raise self._damaged(each.name) from None
            yield each.name, content

    def checklists(self) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of each file that lay among the checklists, held against its digest."""
        for each in self.manifest.checklists:
            yield each.name, self._read(f"{CHECKLISTS}{each.name}", each)

    def _manifest(self) -> Manifest:
        most = LARGEST_ENTRY * (len(self._zipped.infolist()) + 1)
        raw = json.loads(self._bytes(self._zipped.getinfo(MANIFEST), most))
        if not isinstance(raw, dict) or raw.get("format") != FORMAT:
            raise NotRight("backup-none", file=self._told)
        if not isinstance(raw.get("version"), int) or raw["version"] > VERSION:
            raise BadInput("backup-newer", file=self._told)
        try:
            return Manifest.model_validate(raw, extra="ignore")
        except ValidationError:
            raise NotRight("backup-none", file=self._told) from None

    def _must_be_honest(self) -> None:
        entries = [name for name, _entry in self.manifest.entries]
        present = [each.filename for each in self._zipped.infolist()]
        if sorted([*entries, MANIFEST]) != sorted(present) or len(set(present)) != len(present):
            raise self._damaged(MANIFEST)
        for each in self.manifest.documents:
            if key_of(each.name) is None:
                raise self._damaged(each.name)
        for each in self.manifest.checklists:
            if not is_plain(each.name):
                raise self._damaged(each.name)
        sizes = [each.size for _name, each in self.manifest.entries]
        if any(not 0 <= size <= LARGEST_FILE for size in sizes) or sum(sizes) > self._most:
            raise NotRight("backup-too-large", file=self._told)

    def _read(self, name: str, entry: Entry) -> bytes:
        try:
            content = self._bytes(self._zipped.getinfo(name), entry.size)
        except BROKEN:
            raise self._damaged(entry.name) from None
        if len(content) != entry.size or sha256(content).hexdigest() != entry.digest:
            raise self._damaged(entry.name)
        return content

    def _bytes(self, info: ZipInfo, most: int) -> bytes:
        """No more than ``most``, whatever the archive says of itself; one more tells that there are."""
        if info.compress_type != ZIP_DEFLATED:
            raise BadZipFile  # no backup is packed otherwise, and each way has errors of its own
        with self._zipped.open(info) as stream:
            return stream.read(most + 1)

    def _damaged(self, name: str) -> NotRight:
        return NotRight("backup-damaged", file=self._told, name=name)


def is_plain(path: str) -> bool:
    """Whether a path leads nowhere but into the folder that it is unpacked in, on any system."""
    parts = path.split("/")
    return len(parts) <= DEEPEST and all(
        0 < len(part.encode(errors="replace")) <= LONGEST_PART
        and not part.startswith(".")
        and part.isprintable()
        and not FOREIGN & set(part)
        for part in parts
    )


def plain_part(name: str) -> str:
    """What a file or folder of that name is called in a backup: the same, unless another system could not have it."""
    told = "".join("_" if each in FOREIGN else each for each in told_name(name))
    if len(told.encode()) <= LONGEST_PART:
        return told
    stem, dot, ending = told.rpartition(".")
    return f"{stem[:36]}{dot}{ending[:12]}"


def _add(zipped: ZipFile, folder: str, name: str, ending: str, content: bytes) -> Entry:
    zipped.writestr(_info(f"{folder}{name}{ending}"), content)
    return Entry(name=name, size=len(content), digest=sha256(content).hexdigest())


def _info(name: str) -> ZipInfo:
    """For its owner alone, when somebody unpacks it by other means; the same bytes for the same content."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info

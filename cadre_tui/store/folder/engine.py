"""The default engine: a folder, one small TinyDB file a document."""

import os
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document as Row

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.safekeeping import Flaw, Mended
from cadre_tui.store.digests import Digests
from cadre_tui.store.disk import DISK, Disk
from cadre_tui.store.envelope import Damaged
from cadre_tui.store.folder import checkup, filling, mending, snapshot, walk
from cadre_tui.store.folder.content import content_of
from cadre_tui.store.folder.gate import Gate
from cadre_tui.store.folder.layout import Layout
from cadre_tui.store.folder.remembered import Remembered
from cadre_tui.store.folder.storage import WholeFileStorage
from cadre_tui.store.folder.walk import ENDING, LOCKS
from cadre_tui.store.keys import Key
from cadre_tui.store.kinds import kind_of
from cadre_tui.store.locks import Busy, locked
from cadre_tui.store.names import key_of, name_of
from cadre_tui.store.protocol import ROW, TABLE, Document
from cadre_tui.store.whole_file import failure, make_folder, replace, stamp_of, sync_folder

PATIENCE = 20.0
"""Seconds that a writer waits for another writer of the same document."""


class FolderStore:
    """Documents as files under ``folder``, which its owner alone may read. Other processes may use it too.

    ``lasting``: what is written outlives a loss of power.
    """

    def __init__(self, folder: Path, *, lasting: bool = True, disk: Disk = DISK) -> None:
        self._folder = folder
        self._lasting = lasting
        self._disk = disk
        self._folders: set[Path] = set()
        self._gate = Gate(folder / LOCKS)
        self._remembered = Remembered()
        self._layout = Layout(folder, self._gate, disk, lasting)

    @property
    def place(self) -> Path:
        """The folder."""
        return self._folder

    def make(self) -> None:
        """Make the folder. One that is there and empty becomes its owner's alone; a full one keeps its mode."""
        try:
            make_folder(self._folder, lasting=self._lasting, disk=self._disk)
            if not any(self._folder.iterdir()):
                self._folder.chmod(0o700)
                self._layout.bring_up(PATIENCE)
        except OSError as error:
            raise failure(error, self._folder) from None

    def read(self, key: Key) -> Document | None:
        """The document, None if there is none."""
        name = name_of(key)
        file = f"{self._folder}/{name}{ENDING}"
        try:
            tables = WholeFileStorage(file, name, remembered=self._remembers(key)).read()
            found = (tables or {}).get(TABLE, {}).get(str(ROW))
        except OSError as error:
            raise failure(error, Path(file)) from None
        if found is None:
            self._must_be_there()
        return found

    def stamp(self, key: Key) -> str:
        """That of the file (``whole_file.stamp_of``)."""
        file = self._file(key)
        try:
            return stamp_of(os.stat(file))  # noqa: PTH116 - asked for by the dozen at every look
        except FileNotFoundError:
            self._must_be_there()
            return ""
        except OSError as error:
            raise failure(error, Path(file)) from None

    def stamps(self, keys: Iterable[Key]) -> list[str]:
        """Each folder is looked through once: ten thousand files cost a tenth of asking for each by its path."""
        folders: dict[str, dict[str, str]] = {}
        found = []
        for key in keys:
            above, _slash, name = name_of(key).rpartition("/")
            if above not in folders:
                folders[above] = self._stamps_in(above)
            found.append(folders[above].get(name + ENDING, ""))
        return found

    def _stamps_in(self, above: str) -> dict[str, str]:
        try:
            with os.scandir(f"{self._folder}/{above}") as entries:
                return {each.name: stamp_of(each.stat()) for each in entries if each.name.endswith(ENDING)}
        except FileNotFoundError:
            self._must_be_there()
            return {}
        except OSError as error:
            raise failure(error, self._folder / above) from None

    def change(self, key: Key, edit: Callable[[Document | None], Document]) -> Document:
        """Replace the document under its lock."""
        path = self._path(key)
        self._must_be_there()
        try:
            self._make_folder(path.parent)
            with self._alone(key):
                database = TinyDB(
                    path,
                    storage=WholeFileStorage,
                    name=name_of(key),
                    lasting=self._lasting,
                    keep_former=kind_of(key.kind).keeps_former,
                    disk=self._disk,
                    remembered=self._remembers(key),
                )
                found = _row(database)
                document = edit(found)
                _put(database, document, new=found is None)
                return document
        except OSError as error:
            raise failure(error, path) from None

    def below(self, kind: str, *of: str) -> Iterator[Key]:
        """The keys of that kind whose names begin with ``of``, in order."""
        above = name_of(Key(kind, of))
        try:
            found = list(walk.names_below(f"{self._folder}/{above}", above))
        except OSError as error:
            raise failure(error, self._folder / above) from None
        if not found:
            self._must_be_there()
        return self._keys_of(found)

    def all_keys(self) -> Iterator[Key]:
        """The keys of all documents, in order."""
        self._must_be_there()
        paths = walk.documents(self._folder)
        yield from self._keys_of(path.relative_to(self._folder).as_posix().removesuffix(ENDING) for path in paths)

    def _keys_of(self, names: Iterable[str]) -> Iterator[Key]:
        for name in sorted(names):
            key = key_of(name)
            if key is not None:  # else it is no file of ours
                yield key

    @contextmanager
    def snapshot(self) -> Iterator[Iterator[tuple[Key, bytes]]]:
        """All documents as they are at one moment, as bytes in their envelopes."""
        self._must_be_there()
        try:
            with snapshot.taken(self._folder, self._gate, PATIENCE) as paths:
                yield ((key, self._content(name, path)) for name, path in paths if (key := key_of(name)) is not None)
        except OSError as error:
            raise failure(error, self._folder) from None
        except Busy:
            raise StoreFailure("store-busy", seconds=int(PATIENCE)) from None

    def _content(self, name: str, path: Path) -> bytes:
        try:
            return content_of(path)
        except Damaged:
            raise StoreFailure("store-damaged", path=f"{self._folder}/{name}{ENDING}") from None

    def fill(self, documents: Iterable[tuple[Key, bytes]]) -> None:
        """Into a folder within, whose content takes its place when all of it was read back."""
        digests = Digests()
        try:
            with filling.fresh(self._folder, self._disk, lasting=self._lasting) as folder:
                fresh = FolderStore(folder, lasting=False, disk=self._disk)
                fresh.make()
                for key, content in digests.noted(documents):
                    fresh.put(key, content)
                with fresh.snapshot() as kept:
                    digests.must_be_those_of(kept, str(self._folder))
        except OSError as error:
            raise failure(error, self._folder) from None
        except Busy:
            raise StoreFailure("store-busy", seconds=0) from None

    def put(self, key: Key, content: bytes) -> None:
        """Put a document in its envelope where nobody reads or writes yet; it need not last."""
        path = self._path(key)
        make_folder(path.parent, lasting=False, disk=self._disk)
        replace(path, content, lasting=False, disk=self._disk)

    def examine(self, tell: Callable[[int, int], object]) -> Iterator[Flaw]:
        """All that is wrong with the files."""
        return checkup.examine(self._folder, tell)

    def mend(self, flaw: Flaw, when: str) -> Mended:
        """Put right what was found, but nothing in a store of a later program's."""
        try:
            self._layout.must_not_be_later()
        except OSError as error:
            raise failure(error, self._folder) from None
        return mending.mend(self._folder, flaw, when, self._disk)

    def _must_be_there(self) -> None:
        if not self._folder.is_dir():
            raise StoreFailure("store-missing", folder=str(self._folder))

    def _remembers(self, key: Key) -> Remembered | None:
        return self._remembered if kind_of(key.kind).remembered else None

    def _path(self, key: Key) -> Path:
        return Path(self._file(key))

    def _file(self, key: Key) -> str:
        return f"{self._folder}/{name_of(key)}{ENDING}"

    def _make_folder(self, folder: Path) -> None:
        """The folder of a document, there to last: also where whoever made it was killed before it did."""
        if folder in self._folders:
            return
        make_folder(folder, lasting=False, disk=self._disk)
        if self._lasting:
            for above in folder.relative_to(self._folder).parents:
                sync_folder(self._folder / above, self._disk)
        self._folders.add(folder)

    @contextmanager
    def _alone(self, key: Key) -> Iterator[None]:
        """Alone with the document."""
        lock = Path(f"{self._folder}/{LOCKS}/{name_of(key)}.lock")
        try:
            if not self._gate.inside:
                self._layout.bring_up(PATIENCE)
            with self._gate.shared(PATIENCE), locked(lock, PATIENCE):
                self._layout.must_be_the_same()
                yield
        except Busy:
            raise StoreFailure("store-busy", seconds=int(PATIENCE)) from None


def _row(database: TinyDB) -> Document | None:
    found = database.table(TABLE).get(doc_id=ROW)
    return dict(found) if isinstance(found, Row) else None


def _put(database: TinyDB, document: Document, *, new: bool) -> None:
    """One write, whether the row is ``new`` or not; what is no longer in the document goes."""

    def become(row: MutableMapping[Any, Any]) -> None:
        row.clear()
        row.update(document)

    table = database.table(TABLE)
    if new:
        table.insert(Row(document, doc_id=ROW))
    else:
        table.update(become, doc_ids=[ROW])

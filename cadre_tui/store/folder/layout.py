"""In which layout a store lies: its mark, how an earlier one becomes the newest, and that a later one is left alone.

The mark is a small file. A program that finds a later one in it refuses to write, also where it had begun before the
later program came. One that finds an earlier one, or none, brings the store up before its first write, alone: every
document that is not in the newest layout gets a second name first; then each is written anew, beside what it was, and
takes its place; when all are on the disk, each is read back and held against what it was; only then is the store
marked, and the old names go. Killed anywhere on the way, the next who writes goes on from there.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import Final

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.disk import Disk
from cadre_tui.store.envelope import SCHEMA, Damaged, Newer, later, newest, packed, unpacked
from cadre_tui.store.folder import walk
from cadre_tui.store.folder.content import content_of
from cadre_tui.store.folder.gate import Gate
from cadre_tui.store.locks import locked
from cadre_tui.store.whole_file import LINKLESS, make_folder, replace

MARK: Final = ".layout"
FIRST: Final = "county.json"
"""Written anew before all others: programs that know no mark read it when they start."""


class Layout:
    """The layout of the store in ``folder``, as this process knows it."""

    def __init__(self, folder: Path, gate: Gate, disk: Disk, lasting: bool) -> None:
        self._folder = folder
        self._mark = folder / MARK
        self._gate = gate
        self._disk = disk
        self._lasting = lasting
        self._known = ""

    def bring_up(self, patience: float) -> None:
        """See that the store is in the newest layout.

        Raises:
            StoreFailure: it is in a later one; or what was written anew is not what it was (the old is kept).
            Busy: somebody wrote for ``patience`` seconds.
            OSError: it cannot be read or written.
        """
        if self._known and self._known == self._stamp():
            return
        if self._schema() < SCHEMA:
            with self._gate.alone(patience):
                if self._schema() < SCHEMA:
                    self._migrate(patience)
        self._known = self._stamp()

    def must_be_the_same(self) -> None:
        """Inside the gate: nobody can bring the store up any more; somebody may have just before.

        Raises:
            StoreFailure: it is in a later layout.
        """
        if self._known != self._stamp():
            self._schema()

    def must_not_be_later(self) -> None:
        """Also while a later program is bringing the store up: what all read at their start comes first then.

        Raises:
            StoreFailure: it is in a later layout.
        """
        self._schema()
        first = self._folder / FIRST
        with suppress(FileNotFoundError, Damaged):
            if schema := later(content_of(first)):
                raise StoreFailure("store-newer", path=str(first), schema=schema)

    def _stamp(self) -> str:
        try:
            found = os.stat(self._mark)  # noqa: PTH116 - twice a write
        except FileNotFoundError:
            return ""
        return f"{found.st_ino}-{found.st_mtime_ns}"

    def _schema(self) -> int:
        mark = self._mark
        try:
            return int(unpacked(content_of(mark))["schema"])
        except (FileNotFoundError, Damaged):  # a spoilt mark is made anew: every document says its layout itself
            return 0
        except Newer as newer:
            raise StoreFailure("store-newer", path=str(mark), schema=newer.schema) from None

    def _migrate(self, patience: float) -> None:
        before = self._folder / f".before-{SCHEMA}"
        older = list(self._older())
        if older or before.exists():
            for path in older:
                self._keep(path, before / path.relative_to(self._folder))
            self._settle()  # the second names last before anything is written anew
            kept = sorted((path for path in before.rglob("*") if path.is_file()), key=lambda path: path.name != FIRST)
            pairs = [(self._folder / old.relative_to(before), old) for old in kept]
            for path, old in pairs:
                with locked(walk.lock_of(self._folder, path), patience):
                    self._renew(path, old)
            self._settle()
            for path, old in pairs:
                if path.read_bytes() != packed(newest(unpacked(old.read_bytes()))):
                    raise StoreFailure("store-not-migrated", folder=str(before))
        replace(self._folder / MARK, packed({"tables": {}}), lasting=self._lasting, disk=self._disk)
        rmtree(before, ignore_errors=True)

    def _older(self) -> Iterator[Path]:
        """What is to be written anew. What is damaged is left as it is: ``cadre doctor`` tells it."""
        for path in walk.documents(self._folder):
            try:
                if unpacked(content_of(path))["schema"] < SCHEMA:
                    yield path
            except Damaged:
                continue
            except Newer as newer:
                raise StoreFailure("store-newer", path=str(path), schema=newer.schema) from None

    def _keep(self, path: Path, old: Path) -> None:
        make_folder(old.parent, lasting=self._lasting, disk=self._disk)
        self._disk.remove(old)
        try:
            self._disk.link(path, old)
        except OSError as error:
            if error.errno not in LINKLESS:
                raise
            replace(old, path.read_bytes(), lasting=self._lasting, disk=self._disk)

    def _renew(self, path: Path, old: Path) -> None:
        """Write what the old file holds; one that was written anew before is only written anew if it was spoilt."""
        try:
            envelope = unpacked(path.read_bytes())
            if envelope["schema"] == SCHEMA:
                return
        except (Damaged, FileNotFoundError):  # the power was lost while it was being brought up
            envelope = unpacked(old.read_bytes())
        replace(path, packed(newest(envelope)), lasting=False, disk=self._disk)

    def _settle(self) -> None:
        if self._lasting:
            self._disk.settle()

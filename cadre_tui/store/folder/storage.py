"""TinyDB's storage extension point, with files that are replaced whole."""

import os
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.disk import DISK, Disk
from cadre_tui.store.envelope import NAME, Damaged, Newer, newest, packed, unpacked
from cadre_tui.store.folder.content import opened
from cadre_tui.store.folder.remembered import Generation, Remembered
from cadre_tui.store.whole_file import replace, stamp_of, sync_folder


class WholeFileStorage(Storage):
    """One file in its envelope, for one reading, or for one change under the file's lock: it is read but once.

    ``name``: the document's, which its content says, too.
    ``remembered``: where the file was read or written by this process and nobody has written it since, not even that.
    """

    def __init__(
        self,
        path: Path | str,
        name: str,
        *,
        lasting: bool = True,
        keep_former: bool = False,
        disk: Disk = DISK,
        remembered: Remembered | None = None,
    ) -> None:
        self._path = path
        self._name = name
        self._lasting = lasting
        self._keep_former = keep_former
        self._disk = disk
        self._remembered = remembered
        self._found: Generation | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables; None where there is no file. Whoever changes a row puts all of it in its place."""
        if self._found is None:
            try:
                self._found = self._generation()
            except FileNotFoundError:
                return None
            except Damaged:
                raise StoreFailure("store-damaged", path=str(self._path)) from None
            except Newer as newer:
                raise StoreFailure("store-newer", path=str(self._path), schema=newer.schema) from None
        tables = self._found.envelope["tables"]
        return {name: {row: dict(fields) for row, fields in table.items()} for name, table in tables.items()}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file; one that stays as it is is only made sure to last, in case its writer was killed."""
        before = self._found
        envelope = {**(before.envelope if before else {}), "tables": data, NAME: self._name}
        content = packed(envelope)
        if before is None or content != before.content:
            stamp = replace(
                Path(self._path), content, lasting=self._lasting, keep_former=self._keep_former, disk=self._disk
            )
            self._keep(Generation(stamp, content, envelope))
        elif self._lasting:
            sync_folder(Path(self._path).parent, self._disk)

    def _generation(self) -> Generation:
        """What the file holds now. Only to who opens it does a network disk tell what became of it elsewhere."""
        with opened(self._path) as file:
            stamp = stamp_of(os.fstat(file.fileno()))
            same = self._remembered.same(self._path, stamp) if self._remembered is not None else None
            if same is not None:
                self._found = same
                return same
            content = file.read()
        return self._keep(Generation(stamp, content, newest(unpacked(content, self._name))))

    def _keep(self, generation: Generation) -> Generation:
        self._found = generation
        if self._remembered is not None:
            self._remembered.keep(self._path, generation)
        return generation

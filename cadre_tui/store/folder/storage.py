"""TinyDB's storage extension point, with files that are replaced whole."""

from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.disk import DISK, Disk
from cadre_tui.store.envelope import Damaged, Newer, newest, packed, unpacked
from cadre_tui.store.folder.content import content_of
from cadre_tui.store.whole_file import replace, sync_folder


class WholeFileStorage(Storage):
    """One file in its envelope, for one reading, or for one change under the file's lock: it is read but once."""

    def __init__(
        self, path: Path | str, *, lasting: bool = True, keep_former: bool = False, disk: Disk = DISK
    ) -> None:
        self._path = path
        self._lasting = lasting
        self._keep_former = keep_former
        self._disk = disk
        self._content: bytes | None = None
        self._envelope: dict[str, Any] = {}

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables; None where there is no file. Read once: whoever changes a row puts all of it in its place."""
        if self._content is None:
            try:
                self._content = content_of(self._path)
                self._envelope = newest(unpacked(self._content))
            except FileNotFoundError:
                return None
            except Damaged:
                raise StoreFailure("store-damaged", path=str(self._path)) from None
            except Newer as newer:
                raise StoreFailure("store-newer", path=str(self._path), schema=newer.schema) from None
        return dict(self._envelope["tables"])

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file; one that stays as it is is only made sure to last, in case its writer was killed."""
        self._envelope = {**self._envelope, "tables": data}
        content = packed(self._envelope)
        if content != self._content:
            replace(Path(self._path), content, lasting=self._lasting, keep_former=self._keep_former, disk=self._disk)
        elif self._lasting:
            sync_folder(Path(self._path).parent, self._disk)
        self._content = content

"""TinyDB's storage extension point, with files that are replaced whole."""

import json
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.protocol import SCHEMA
from cadre_tui.store.whole_file import replace


class WholeFileStorage(Storage):
    """One JSON file: ``{"schema": 1, "tables": {…}}``. What else stands beside them survives a rewrite."""

    def __init__(self, path: Path, lasting: bool = True) -> None:
        self._path = path
        self._lasting = lasting
        self._envelope: dict[str, Any] = {}

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables, None where there is no file."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return None
        try:
            envelope = json.loads(content)
            schema, tables = envelope["schema"], envelope["tables"]
            newer = schema > SCHEMA
        except (ValueError, KeyError, TypeError, RecursionError):
            raise StoreFailure("store-damaged", path=str(self._path)) from None
        if newer:
            raise StoreFailure("store-newer", path=str(self._path), schema=schema)
        self._envelope = envelope
        return dict(tables)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file."""
        envelope = {**self._envelope, "schema": SCHEMA, "tables": data}
        content = json.dumps(envelope, ensure_ascii=False, separators=(",", ":")).encode()
        replace(self._path, content, lasting=self._lasting)

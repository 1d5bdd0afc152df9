"""Every engine, and what the tests of all of them must do behind its back."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cadre_tui.store import Key, Store, open_store
from cadre_tui.store.folder import engine as folder_engine
from cadre_tui.store.names import name_of
from cadre_tui.store.sql import sqlite
from tests.store.places import rewritten


def _file_of(folder: Path, key: Key) -> Path:
    return folder / f"{name_of(key)}.json"


def _spoil_file(folder: Path, key: Key, spoil: Callable[[bytes], bytes]) -> None:
    file = _file_of(folder, key)
    rewritten(file, spoil(file.read_bytes()))


def _mark_folder(folder: Path, schema: int) -> None:
    (folder / ".layout").write_text(f'{{"schema": {schema}, "tables": {{}}}}')


DATABASE = "county.db"


def _spoil_row(folder: Path, key: Key, spoil: Callable[[bytes], bytes]) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        asked = "SELECT CAST(content AS BLOB) FROM drawers WHERE name = ?"
        (content,) = connection.execute(asked, (name_of(key),)).fetchone()
        connection.execute(
            "UPDATE drawers SET content = CAST(? AS TEXT) WHERE name = ?", (spoil(content), name_of(key))
        )
    connection.close()


def _mark_database(folder: Path, schema: int) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("UPDATE layout SET schema = ?", (schema,))
    connection.close()


@dataclass(frozen=True)
class Engine:
    """``spoil`` changes the bytes of a stored document, ``mark`` says that the store lies in another layout.

    ``patient``: the module whose ``PATIENCE`` a writer has.
    """

    name: str
    patient: object
    file: str
    spoil: Callable[[Path, Key, Callable[[bytes], bytes]], None]
    mark: Callable[[Path, int], None]

    def address(self, folder: Path) -> str:
        """The URL of the engine's store in a test's folder."""
        return f"{self.name}://{quote(str(folder / self.file))}"

    def at(self, folder: Path, *, lasting: bool = True) -> Store:
        """The store there, made or not."""
        return open_store(self.address(folder), lasting=lasting)

    def made(self, folder: Path, *, lasting: bool = True) -> Store:
        """The store there, made."""
        store = self.at(folder, lasting=lasting)
        store.make()
        return store


ENGINES = (
    Engine("tinydb", folder_engine, "", _spoil_file, _mark_folder),
    Engine("sqlite", sqlite, DATABASE, _spoil_row, _mark_database),
)

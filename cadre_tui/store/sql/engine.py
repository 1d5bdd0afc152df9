"""The engine on SQL: a table with a row a drawer, each as the envelope that a file would hold."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, update

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.safekeeping import Flaw, Mended
from cadre_tui.store.digests import Digests
from cadre_tui.store.envelope import NAME, SCHEMA, Damaged, Newer, newest, packed, unpacked
from cadre_tui.store.keys import Key
from cadre_tui.store.names import key_of, name_of
from cadre_tui.store.protocol import ROW, TABLE, Document
from cadre_tui.store.sql import checkup, mending, table
from cadre_tui.store.sql.database import Database
from cadre_tui.store.sql.table import DRAWERS, LAYOUT, Drawer


class SqlStore:
    """Documents as rows of ``database``, which other processes may use, too."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def place(self) -> Path | None:
        """The folder of the database's file."""
        return self._database.place

    def make(self) -> None:
        """Make the database and its tables."""
        self._database.make()

    def read(self, key: Key) -> Document | None:
        """The document, None if there is none."""
        name = name_of(key)
        with self._database.reading() as connection:
            found = table.drawer(connection, name)
        return None if found is None else _document(self._opened(found))

    def stamp(self, key: Key) -> str:
        """Its generation and its seal."""
        return next(iter(self.stamps([key])))

    def stamps(self, keys: Iterable[Key]) -> list[str]:
        """Some hundreds are asked for at once."""
        wanted = list(map(name_of, keys))
        with self._database.reading() as connection:
            found = table.stamps(connection, wanted)
        return [found.get(name, "") for name in wanted]

    def change(self, key: Key, edit: Callable[[Document | None], Document]) -> Document:
        """Replace the row under the drawer's lock; ``edit`` runs before the transaction, which so is short."""
        name = name_of(key)
        keeps_former = table.keeps_former(name)
        with self._database.alone(name):
            with self._database.reading() as connection:
                self._must_not_be_newer(connection)
                found = table.drawer(connection, name)
            envelope = {} if found is None else self._opened(found)
            document = edit(None if found is None else _document(envelope))
            content = packed(_with(envelope, name, document))
            with self._database.writing() as connection:
                self._bring_up(connection)
                self._put(connection, name, content, found, keeps_former)
            if not keeps_former:
                self._database.forget()
            return document

    def below(self, kind: str, *of: str) -> Iterator[Key]:
        """The keys of that kind whose names begin with ``of``, in order."""
        with self._database.reading() as connection:
            found = table.names(connection, name_of(Key(kind, of)))
        return filter(None, map(key_of, found))

    def all_keys(self) -> Iterator[Key]:
        """The keys of all documents, in order."""
        with self._database.reading() as connection:
            found = table.names(connection)
        return filter(None, map(key_of, found))

    @contextmanager
    def snapshot(self) -> Iterator[Iterator[tuple[Key, bytes]]]:
        """A transaction that reads; nobody waits for it."""
        with self._database.reading() as connection:
            rows = table.drawers(connection)
            yield ((key, row.content) for row in rows if (key := key_of(row.name)) is not None)
        self._database.forget()

    def fill(self, documents: Iterable[tuple[Key, bytes]]) -> None:
        """Into a database beside it, which takes its place when all of it was read back."""
        with self._database.fresh() as fresh:
            fresh.make()
            digests = Digests()
            with fresh.writing() as connection:
                for key, content in digests.noted(documents):
                    connection.execute(insert(DRAWERS).values(table.row(name_of(key), content)))
            with SqlStore(fresh).snapshot() as kept:
                digests.must_be_those_of(kept, self._database.told)

    def examine(self, tell: Callable[[int, int], object]) -> Iterator[Flaw]:
        """All that is wrong with the database and its rows."""
        return checkup.examine(self._database, tell)

    def mend(self, flaw: Flaw, when: str) -> Mended:
        """Put right what was found, but nothing in a store of a later program's."""
        with self._database.reading() as connection:
            self._must_not_be_newer(connection)
        return mending.mend(self._database, flaw, when)

    def _opened(self, found: Drawer) -> dict[str, Any]:
        """The row's envelope, in the newest layout."""
        try:
            if not found.sealed:
                raise Damaged
            return newest(unpacked(found.content, found.name))
        except Damaged:
            raise self._database.damaged(found.name) from None
        except Newer as newer:
            raise self._database.newer(newer.schema, found.name) from None

    def _must_not_be_newer(self, connection: Connection) -> int:
        schema = table.schema(connection)
        if schema is None:
            raise self._database.damaged(LAYOUT.name)
        if schema > SCHEMA:
            raise self._database.newer(schema)
        return schema

    def _bring_up(self, connection: Connection) -> None:
        """Write every row of an earlier layout anew, in the transaction of the first write: all of them, or none.

        What is damaged is left as it is: ``cadre doctor`` tells it.
        """
        if self._must_not_be_newer(connection) == SCHEMA:
            return
        for name in table.names(connection):
            found = table.drawer(connection, name)
            try:
                if found is not None and found.sealed and unpacked(found.content)["schema"] < SCHEMA:
                    table.rewrite(connection, found, packed(self._opened(found)))
            except Damaged:
                continue
            except Newer as newer:
                raise self._database.newer(newer.schema, name) from None
        connection.execute(update(LAYOUT).values(schema=SCHEMA))

    def _put(
        self, connection: Connection, name: str, content: bytes, found: Drawer | None, keeps_former: bool
    ) -> None:
        """One row; where it stays as it is, it is only made sure to last, in case its writer was killed.

        Raises:
            StoreFailure: the row is not the one that was ``found``: somebody wrote who minds no lock.
        """
        if found is None:
            connection.execute(insert(DRAWERS), table.row(name, content))
            return
        same = DRAWERS.c.name == name, DRAWERS.c.generation == found.generation
        if content == found.content:
            change = update(DRAWERS).where(*same).values(seal=DRAWERS.c.seal)
        else:
            fresh = table.row(name, content, found.generation + 1)
            change = update(DRAWERS).where(*same).values(**fresh, former=DRAWERS.c.content if keeps_former else None)
        if connection.execute(change).rowcount != 1:
            raise StoreFailure("store-busy", seconds=0)


def _document(envelope: dict[str, Any]) -> Document | None:
    found: Document | None = envelope["tables"].get(TABLE, {}).get(str(ROW))
    return found


def _with(envelope: dict[str, Any], name: str, document: Document) -> dict[str, Any]:
    """The envelope around another document; what else is in it stays."""
    tables = envelope.get("tables", {})
    return {**envelope, "tables": {**tables, TABLE: {**tables.get(TABLE, {}), str(ROW): document}}, NAME: name}

"""SQLite as the database of the engine on SQL: one file, for all processes of one machine.

With a write-ahead log: readers see the last commit and wait for nobody, and a commit is on the disk before anybody
sees it. What is deleted is overwritten (``secure_delete``), and what must not be kept goes from the log at once.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, exc, insert, inspect

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.safekeeping import Flaw, Mended
from cadre_tui.store.disk import DISK
from cadre_tui.store.envelope import SCHEMA
from cadre_tui.store.locks import STEADY, Busy, locked
from cadre_tui.store.sql import sqlite_file, sqlite_trouble
from cadre_tui.store.sql.connections import engine, patient, still
from cadre_tui.store.sql.table import LAYOUT, TABLES
from cadre_tui.store.whole_file import failure, make_folder, replace, sync_folder

PATIENCE: Final = 20.0
"""Seconds that a writer waits for another."""

FORGETTING: Final = 0.1
"""Seconds that the log waits for its readers before it is cut off."""


class SqliteFile:
    """The database in ``file``. ``lasting``: what is written outlives a loss of power."""

    def __init__(self, file: Path, *, lasting: bool = True) -> None:
        self._file = file
        self._lasting = lasting
        self._opened: tuple[tuple[int, int, bool], Engine] | None = None

    @property
    def place(self) -> Path:
        """The folder of the file."""
        return self._file.parent

    @property
    def told(self) -> str:
        """The file."""
        return str(self._file)

    def make(self) -> None:
        """An empty file for its owner alone, before SQLite sees it; then the tables, in one transaction."""
        with self._refusing():
            make_folder(self.place, lasting=self._lasting)
            with locked(sqlite_file.lock_of(self._file, sqlite_file.MAKING), PATIENCE):
                if not self._file.exists():
                    DISK.close(DISK.create(self._file))
                    sync_folder(self.place)
                if self._pragma("journal_mode=WAL") != "wal":
                    raise StoreFailure("store-no-locks", folder=str(self.place))
                with _begun(self._engine(), writing=True) as connection:
                    if not inspect(connection).has_table(LAYOUT.name):
                        TABLES.create_all(connection)
                        connection.execute(insert(LAYOUT).values(schema=SCHEMA))

    @contextmanager
    def fresh(self) -> Iterator["SqliteFile"]:
        """A file under a name of its own, which gets the name at the end. Nothing of a cut-off one is believed."""
        under_way = sqlite_file.under_way(self._file)
        with self._refusing():
            make_folder(self.place, lasting=self._lasting)
            with locked(sqlite_file.lock_of(self._file, sqlite_file.FILLING), 0):
                if sqlite_file.present(self._file):
                    raise BadInput("store-not-empty", place=self.told)
                sqlite_file.remove(under_way)
                fresh = SqliteFile(under_way, lasting=self._lasting)
                try:
                    yield fresh
                    fresh.close()
                    under_way.rename(self._file)
                    sync_folder(self.place)
                finally:
                    fresh.close()
                    sqlite_file.remove(under_way)
                    sqlite_file.remove_locks(under_way)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of all rows, also of a disk that takes nothing more."""
        with self._refusing(), ExitStack() as held:
            yield self._reader(held)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction at a time; each is short. Who waits does so here: SQLite would let newcomers go first."""
        with (
            self._refusing(),
            locked(sqlite_file.lock_of(self._file, sqlite_file.WRITING), PATIENCE, pauses=STEADY),
            _begun(self._engine(), writing=True) as connection,
        ):
            yield connection

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """A lock file a drawer: SQLite itself would let but one write in the whole county."""
        with self._refusing():
            self._must_be_there()
            with locked(sqlite_file.lock_of(self._file, name), PATIENCE):
                yield

    def forget(self) -> None:
        """Put the log into the file and cut it off, where there is one. One who reads meanwhile keeps it, and so does
        a disk that takes nothing more: the next time it goes.
        """
        with self._refusing():
            if not sqlite_file.log_of(self._file):
                return
            try:
                self._pragma(patient(FORGETTING), "wal_checkpoint(TRUNCATE)", patient(PATIENCE))
            except (exc.DBAPIError, sqlite3.Error) as error:
                if not sqlite_trouble.is_of_the_disk(error):
                    raise

    def examine(self, stamp: Callable[[str], str]) -> Iterator[Flaw]:
        """Who may read it, who holds it, and whether SQLite finds its own file whole."""
        with self._refusing():
            self._must_be_there()
            yield from sqlite_file.flaws(self._file)
            yield from sqlite_file.held(self._file, stamp)
            with self.reading() as connection:
                answer = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            if answer != "ok":
                yield Flaw(code="database-damaged", path=self._file.name)

    def mend(self, flaw: Flaw) -> Mended:
        """Close what is open to others, give back what is another's, remove what was left."""
        with self._refusing():
            sqlite_file.mend(self._file, flaw)
        return Mended(flaw=flaw)

    def put_aside(self, name: str, content: bytes, when: str) -> str:
        """In a folder beside the file."""
        with self._refusing():
            kept = sqlite_file.aside(self._file, name, when)
            make_folder(kept.parent)
            replace(kept, content)
        return str(kept.relative_to(self.place))

    def damaged(self, name: str) -> StoreFailure:
        """Named by the file and the row."""
        return StoreFailure("store-damaged", path=f"{self._file}: {name}")

    def newer(self, schema: int, name: str = "") -> StoreFailure:
        """Named by the file, and the row where it is one."""
        return StoreFailure("store-newer", path=f"{self._file}: {name}" if name else self.told, schema=schema)

    def close(self) -> None:
        """Let go of the file: SQLite puts the log into it when nobody else has it open."""
        if self._opened is not None:
            self._opened[1].dispose()
            self._opened = None

    def _reader(self, held: ExitStack) -> Connection:
        try:
            usual = self._engine()
        except exc.DBAPIError as error:
            found = held.enter_context(still(self._file, PATIENCE)) if sqlite_trouble.is_of_the_disk(error) else None
            if found is None:
                raise
            return found
        return held.enter_context(_begun(usual, writing=False))

    def _pragma(self, *settings: str) -> Any:
        """Outside of any transaction; answers what the first of them answers."""
        connection = self._engine().raw_connection()
        try:
            cursor = connection.cursor()
            answers = [cursor.execute(f"PRAGMA {each}").fetchone() for each in settings]
            return answers[0] and answers[0][0]
        finally:
            connection.close()

    def _engine(self) -> Engine:
        """Opened anew where another file has taken the name: what is written into one without a name is lost.

        And where the disk can be written again: what was opened before it could writes nothing.
        """
        found = self._must_be_there()
        if self._opened is None or self._opened[0] != found:
            self.close()
            self._opened = (found, engine(self._file, self._lasting, PATIENCE))
        return self._opened[1]

    def _must_be_there(self) -> tuple[int, int, bool]:
        """Which file has the name, and whether its disk can only be read. One that is not there is no county."""
        try:
            file = self._file.stat()
        except FileNotFoundError:
            raise StoreFailure("store-missing", folder=self.told) from None
        return file.st_dev, file.st_ino, sqlite_trouble.is_read_only(self.place)

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except Busy:
            raise StoreFailure("store-busy", seconds=int(PATIENCE)) from None
        except exc.SQLAlchemyError as error:
            raise sqlite_trouble.told(error, self._file, PATIENCE) from None
        except sqlite3.Error as error:
            raise sqlite_trouble.told(exc.DBAPIError("", {}, error), self._file, PATIENCE) from None
        except OSError as error:
            raise failure(error, self._file) from None


@contextmanager
def _begun(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    with engine.connect() as connection:
        connection.execution_options(writing=writing)
        with connection.begin():
            yield connection

"""Connections to an SQLite database: as usual, or where SQLite cannot make the files that it works with.

Whoever opens a database with a write-ahead log needs its ``-shm`` beside it, if only to read. Where that cannot be
made (a disk that can only be read, or is full) and nothing waits in the log, the file holds all there is, and is read
as one that nobody changes: SQLite's ``immutable``, which looks neither for the log nor for locks. That nobody does is
made sure of by the lock that every writer needs.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import NullPool, Pool, QueuePool

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.locks import locked
from cadre_tui.store.sql import sqlite_file

SETTINGS: Final = ("secure_delete=ON", "trusted_schema=OFF", "cell_size_check=ON")
"""Of every connection: what is deleted is overwritten; a file that was tampered with is not trusted."""


def patient(seconds: float) -> str:
    """The setting by which a connection waits so long for others."""
    return f"busy_timeout={int(seconds * 1000)}"


def engine(file: Path, lasting: bool, patience: float) -> Engine:
    """Connections to the file, for whoever reads and writes; none makes one.

    Raises:
        DBAPIError: SQLite cannot work with it as it lies there.
    """

    def connect() -> sqlite3.Connection:
        return _opened(file, "mode=rw", patient(patience), f"synchronous={'FULL' if lasting else 'OFF'}", *SETTINGS)

    made = _made(connect, QueuePool)
    try:
        with made.connect() as connection:
            connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1")
    except exc.DBAPIError:
        made.dispose()
        raise
    return made


@contextmanager
def still(file: Path, patience: float) -> Iterator[Connection | None]:
    """One moment of a file that takes no ``-shm``; None where something waits in the log, which SQLite needs it for.

    Raises:
        Busy: somebody writes all the while.
        StoreFailure: the file became another one meanwhile: somebody writes who minds no lock.
    """
    with ExitStack() as held:
        lock = sqlite_file.lock_of(file, sqlite_file.WRITING)
        if lock.exists():
            held.enter_context(locked(lock, patience, shared=True))
        if sqlite_file.log_of(file):
            yield None
            return
        before = _look(file)
        made = _made(lambda: _opened(file, "immutable=1", *SETTINGS), NullPool)
        with made.connect() as connection, connection.begin():
            yield connection
        if sqlite_file.log_of(file) or _look(file) != before:
            raise StoreFailure("store-busy", seconds=0)


def _opened(file: Path, how: str, *settings: str) -> sqlite3.Connection:
    where = f"file:{quote(os.fspath(file))}?{how}"
    connection = sqlite3.connect(where, uri=True, isolation_level=None, check_same_thread=False)
    connection.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    try:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _made(connect: Callable[[], sqlite3.Connection], pool: type[Pool]) -> Engine:
    made = create_engine("sqlite+pysqlite://", creator=connect, poolclass=pool, hide_parameters=True)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return made


def _look(file: Path) -> tuple[int, int, int]:
    found = file.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size

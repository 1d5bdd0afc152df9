"""What a person is told of SQLite's errors."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import exc

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.sql import sqlite_file

PRIMARY: Final = 0xFF
"""The part of an error's number that says what it is; the rest says where."""

DAMAGED: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT}
"""``SQLITE_ERROR``: a table that our statements name is not there, or has other columns."""

BUSY: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
FORBIDDEN: Final = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_CANTOPEN}
LOCKLESS: Final = {sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS}

FULL: Final = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
"""The second: not even the pages are left by which programs at one database tell each other of their work."""

UNWRITABLE: Final = {*FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR_WRITE}
"""What is answered where those pages, or anything else, cannot be written; the last one: a quota is reached."""


def is_of_the_disk(error: exc.DBAPIError | sqlite3.Error) -> bool:
    """Whether the disk takes nothing more: that it is full, can only be read, or may only be read."""
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", 0)
    return bool(UNWRITABLE & {code, code & PRIMARY})


def told(error: exc.SQLAlchemyError, file: Path, patience: float) -> StoreFailure:
    """The refusal, with the file; never a statement, whose values are answers."""
    cause = getattr(error, "orig", None)
    code = getattr(cause, "sqlite_errorcode", None)
    primary = None if code is None else code & PRIMARY
    if FULL & {code, primary}:
        return StoreFailure("store-disk-full", folder=str(file.parent))
    if primary in FORBIDDEN and is_read_only(file.parent):
        if primary == sqlite3.SQLITE_CANTOPEN and sqlite_file.log_of(file):
            return StoreFailure("store-log-read-only", file=str(file))
        return StoreFailure("store-read-only", folder=str(file.parent))
    if primary in FORBIDDEN:
        return StoreFailure("store-forbidden", path=str(file))
    if primary in BUSY or isinstance(error, exc.TimeoutError):
        return StoreFailure("store-busy", seconds=int(patience))
    if primary in LOCKLESS:
        return StoreFailure("store-no-locks", folder=str(file.parent))
    if primary in DAMAGED:
        return StoreFailure("store-damaged", path=str(file))
    name = getattr(cause, "sqlite_errorname", type(cause or error).__name__)
    return StoreFailure("store-unreachable", path=str(file), why=name)


def is_read_only(folder: Path) -> bool:
    """Whether the disk can only be read, whoever asks; as it is mounted here."""
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)

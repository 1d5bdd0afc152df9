"""Where documents lie: the ``Store`` protocol and its engines."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from cadre_tui.store.keys import Key
from cadre_tui.store.protocol import Document, Store

__all__ = ["ENGINES", "Document", "Key", "Store", "open_store"]


def _tinydb(place: Path, lasting: bool) -> Store:
    from cadre_tui.store.folder.engine import FolderStore  # noqa: PLC0415 - TinyDB only where it is the engine

    return FolderStore(place, lasting=lasting)


def _sqlite(place: Path, lasting: bool) -> Store:
    from cadre_tui.store.sql.engine import SqlStore  # noqa: PLC0415 - SQLAlchemy only where it is the engine
    from cadre_tui.store.sql.sqlite import SqliteFile  # noqa: PLC0415

    return SqlStore(SqliteFile(place, lasting=lasting))


ENGINES: Final[Mapping[str, Callable[[Path, bool], Store]]] = {"tinydb": _tinydb, "sqlite": _sqlite}
"""By the word before ``://``. Each has passed the tests of every engine, and none is listed that has not."""


def open_store(location: str, *, lasting: bool = True) -> Store:
    """The store at a URL: ``tinydb:///DIR`` or ``sqlite:///FILE``, with ``%`` and two digits for other signs.

    The path is a whole one; a further slash before it, as SQLAlchemy writes it, is the same.

    Not ``lasting``: quicker, for made-up counties; a loss of power may spoil what was just written.

    Nothing is touched yet: a place that is not there is told when it is read.

    Raises:
        BadInput: the URL names no engine of this program, or no whole path.
    """
    from urllib.parse import unquote  # noqa: PLC0415

    from cadre_tui.model.fault import BadInput  # noqa: PLC0415

    engine, separator, said = location.partition("://")
    if engine not in ENGINES or not separator:
        raise BadInput("store-unknown-engine", location=location)
    place = unquote(said)
    if not place.startswith("/") or not place.strip("/") or "\0" in place:
        raise BadInput("store-no-folder", location=location)
    path = Path("/" + place.lstrip("/"))
    if engine == "sqlite" and (place.endswith("/") or path.parent == Path("/") or path.is_dir()):
        raise BadInput("store-no-file", location=location)
    return ENGINES[engine](path, lasting)

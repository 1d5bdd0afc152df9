"""Where documents lie: the ``Store`` protocol and its engines."""

from cadre_tui.store.keys import Key
from cadre_tui.store.protocol import Document, Store

__all__ = ["Document", "Key", "Store", "open_store"]


def open_store(location: str, *, lasting: bool = True) -> Store:
    """The store at a URL: ``tinydb:///DIR``, with ``%`` and two digits for what a URL cannot hold.

    Not ``lasting``: quicker, for made-up counties; a loss of power may spoil what was just written.

    Nothing is touched yet: a folder that is not there is told when it is read.

    Raises:
        BadInput: the URL names no engine of this program, or no folder.
    """
    from pathlib import Path  # noqa: PLC0415
    from urllib.parse import unquote  # noqa: PLC0415

    from cadre_tui.model.fault import BadInput  # noqa: PLC0415
    from cadre_tui.store.folder.engine import FolderStore  # noqa: PLC0415 - TinyDB only where a store is opened

    engine, separator, place = location.partition("://")
    if engine != "tinydb" or not separator:
        raise BadInput("store-unknown-engine", location=location)
    folder = unquote(place)
    if not folder.startswith("/") or not folder.strip("/") or "\0" in folder:
        raise BadInput("store-no-folder", location=location)
    return FolderStore(Path(folder), lasting=lasting)

"""Where documents lie: the ``Store`` protocol and its engines."""

from cadre_tui.store.keys import Key
from cadre_tui.store.protocol import Document, Store

__all__ = ["Document", "Key", "Store", "open_store"]


def open_store(location: str) -> Store:
    """The store at a URL: ``tinydb:///DIR``.

    Raises:
        BadInput: the URL names no engine of this program.
        StoreFailure: the folder cannot be used.
    """
    from pathlib import Path  # noqa: PLC0415
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415

    from cadre_tui.model.fault import BadInput  # noqa: PLC0415
    from cadre_tui.store.folder import FolderStore  # noqa: PLC0415 - TinyDB only where a store is opened

    parts = urlsplit(location)
    if parts.scheme != "tinydb" or parts.netloc:
        raise BadInput("store-unknown-engine", location=location)
    return FolderStore(Path(unquote(parts.path)))

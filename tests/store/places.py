"""A store in a folder of a test's own."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from cadre_tui.store import Document, Key, Store, open_store
from cadre_tui.store.envelope import packed, unpacked

THING = Key("things", ("one",))


def store_in(folder: Path) -> Store:
    """A store that has been made."""
    store = open_store(f"tinydb://{quote(str(folder))}")
    store.make()
    return store


def files(folder: Path) -> list[Path]:
    """Every document's file: no lock, no former generation, nothing half written."""
    return sorted(each for each in folder.rglob("*") if each.is_file() and not hidden(each.relative_to(folder)))


def hidden(path: Path) -> bool:
    """Whether the store keeps it for itself."""
    return any(part.startswith(".") for part in path.parts)


def tampered(path: Path, change: Callable[[Document], object]) -> None:
    """Change the document in a file as somebody does who knows our layout: the checksum fits."""
    envelope = unpacked(path.read_bytes())
    (row,) = envelope["tables"]["document"].values()
    change(row)
    rewritten(path, packed(envelope))


def rewritten(path: Path, content: bytes) -> None:
    """Write into a file as no program of ours does: in place. Its time goes on, as it does until somebody does so."""
    path.write_bytes(content)
    moment = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(moment, moment))

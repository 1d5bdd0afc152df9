"""A store in a folder of a test's own."""

from pathlib import Path
from urllib.parse import quote

from cadre_tui.store import Key, Store, open_store

THING = Key("things", ("one",))


def store_in(folder: Path) -> Store:
    """A store that has been made."""
    store = open_store(f"tinydb://{quote(str(folder))}")
    store.make()
    return store


def files(folder: Path) -> list[Path]:
    """Every file of the store but the locks."""
    return sorted(each for each in folder.rglob("*") if each.is_file() and ".locks" not in each.parts)

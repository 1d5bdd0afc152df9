"""A spot of the disk that cannot be read any more is damage of one document: told, mended, and no end of the rest."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from cadre_tui.store import Key, Store
from cadre_tui.store.folder import content
from tests.store.conformance.acts import OTHER, THING, contents, found, put, refused
from tests.store.folder.test_released import ARCHIVES, unpack
from tests.store.places import store_in

Spoil = Callable[[str], None]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = store_in(tmp_path / "data")
    put(made, THING, number=1)
    put(made, THING, number=2)
    put(made, OTHER, number=1)
    return made


@pytest.fixture
def spoil(monkeypatch: pytest.MonkeyPatch) -> Spoil:
    """From now on the medium gives nothing of the files that end so."""
    spots: list[int] = []

    def open_(path: Path | str, *rest: Any, **how: Any) -> Any:
        if Path(path).stat().st_ino in spots:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return Path(path).open(*rest, **how)

    monkeypatch.setattr(content, "open", open_, raising=False)
    return lambda path: spots.append(Path(path).stat().st_ino)


def test_it_is_told_and_the_former_generation_comes_back(tmp_path: Path, store: Store, spoil: Spoil) -> None:
    file = tmp_path / "data" / "things" / "one.json"
    number = file.stat().st_ino
    spoil(str(file))
    assert refused(lambda: store.read(THING)) == refused(lambda: put(store, THING, a=1)) == "store-damaged"
    assert refused(lambda: contents(store)) == "store-damaged"
    (flaw,) = found(store)
    assert (flaw.code, flaw.path, flaw.mendable) == ("drawer-damaged", "things/one.json", True)
    mended = store.mend(flaw, "now")
    assert (tmp_path / "data" / mended.kept).stat().st_ino == number, "somebody may yet get something of it"
    assert (store.read(THING), found(store)) == ({"number": 1}, [])


def test_where_there_is_none_it_is_told_and_the_rest_is_looked_through(
    tmp_path: Path, store: Store, spoil: Spoil
) -> None:
    spoil(str(tmp_path / "data" / "things" / "two.json"))
    spoil(str(tmp_path / "data" / "things" / ".one.json.former"))
    assert {(each.code, each.path) for each in found(store)} == {
        ("drawer-lost", "things/two.json"),
        ("former-damaged", "things/.one.json.former"),
    }
    put(store, THING, number=3)
    assert store.read(THING) == {"number": 3}


def test_a_store_of_an_earlier_layout_is_brought_up_all_the_same(tmp_path: Path, spoil: Spoil) -> None:
    rmtree(tmp_path / "data", ignore_errors=True)
    unpack(next(each for each in ARCHIVES if "1" in each.stem), tmp_path / "data")
    file = next((tmp_path / "data").glob("drawers/*/*.json"))
    spoil(str(file))
    put(store_in(tmp_path / "data"), Key("things", ("new",)), a=1)
    assert [each.path for each in found(store_in(tmp_path / "data")) if each.code.startswith("drawer-")] == [
        str(file.relative_to(tmp_path / "data"))
    ]

"""The default engine keeps documents as whole files, under any name, for its owner alone."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.store import Key, open_store
from cadre_tui.store.envelope import SCHEMA, packed, unpacked
from tests.store.places import THING, files, store_in


@pytest.fixture(autouse=True)
def wide_open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_document_that_stays_the_same_is_not_written_again(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    store.change(THING, lambda found: {"a": 1})
    (file,) = files(tmp_path)
    before = file.stat().st_ino
    store.change(THING, lambda found: {"a": 1})
    assert file.stat().st_ino == before


def test_an_empty_folder_that_others_could_enter_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    store_in(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_every_file_says_its_schema_and_keeps_what_a_later_version_put_beside(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    store.change(THING, lambda found: {"a": 1})
    (file,) = files(tmp_path)
    envelope = json.loads(file.read_text("utf-8"))
    assert envelope["schema"] == SCHEMA
    file.write_bytes(packed({**envelope, "colour": "later"}))
    store.change(THING, lambda found: {**(found or {}), "b": 2})
    assert unpacked(file.read_bytes())["colour"] == "later"
    assert store.read(THING) == {"a": 1, "b": 2}


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreFailure):
        store_in(tmp_path / "data")


@pytest.mark.parametrize(
    "location",
    ["tinydb:///", "tinydb://", "tinydb://host/x", "tinydb:/x", "/x", "", "tinydb:///a%00b"],
)
def test_an_address_that_names_no_folder_is_refused(location: str) -> None:
    with pytest.raises(BadInput):
        open_store(location)


def test_a_folder_of_any_name_can_be_addressed(tmp_path: Path) -> None:
    folder = tmp_path / "学习 #1?a%41"
    store_in(folder).change(THING, lambda found: {"a": 1})
    assert files(folder)


names = st.text(st.characters(codec=None), min_size=1, max_size=300)


@settings(max_examples=60, deadline=None)
@given(st.lists(names, min_size=1, max_size=8, unique=True))
def test_any_name_has_a_file_of_its_own(tmp_path_factory: pytest.TempPathFactory, chosen: list[str]) -> None:
    folder = tmp_path_factory.mktemp("store")
    store = store_in(folder)
    for number, name in enumerate(chosen):
        store.change(Key("things", (name, name)), lambda found, number=number: {"number": number})
    for number, name in enumerate(chosen):
        assert store.read(Key("things", (name, name))) == {"number": number}
    assert all(folder in path.resolve().parents for path in files(folder))
    listed = list(store.below("things"))
    assert len(listed) == len(chosen)
    assert sorted(found["number"] for each in listed if (found := store.read(each))) == list(range(len(chosen)))


def test_files_that_the_store_did_not_make_are_passed_over(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.change(THING, lambda found: {"a": 1})
    for name in (".one.json.new", "one.json~", "b c.json", "%FF.json", "%ED.json", "%ed%a0%80.json", "README"):
        (tmp_path / "things" / name).write_text("{}", "utf-8")
    assert list(store.below("things")) == [THING]

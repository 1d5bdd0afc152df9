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
from cadre_tui.store import Document, Key, open_store
from cadre_tui.store.envelope import SCHEMA, packed, unpacked
from cadre_tui.store.folder import engine
from tests.store.places import THING, files, store_in


@pytest.fixture(autouse=True)
def wide_open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    document = {"name": "张建国", "points": "0.1", "none": None, "list": [1, {"a": True}], "[a1]": "[/x]"}
    assert store.read(THING) is None
    assert store.change(THING, lambda found: document) == document
    assert store.read(THING) == document
    assert store_in(tmp_path / "data").read(THING) == document


def test_an_edit_gets_the_newest_document_and_what_it_drops_is_gone(tmp_path: Path) -> None:
    one, other = store_in(tmp_path / "data"), store_in(tmp_path / "data")
    one.change(THING, lambda found: {"a": 1, "b": 2})
    seen: list[Document | None] = []
    other.change(THING, lambda found: seen.append(found) or {"b": 3})
    assert seen == [{"a": 1, "b": 2}]
    assert one.read(THING) == {"b": 3}


def test_an_edit_that_raises_leaves_everything_as_it_was(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    store.change(THING, lambda found: {"a": [1]})
    before = files(tmp_path)

    def spoil(found: Document | None) -> Document:
        assert found is not None
        found["a"].append(2)
        raise BadInput("not-complete", count=1)

    with pytest.raises(BadInput):
        store.change(THING, spoil)
    assert store.read(THING) == {"a": [1]}
    assert files(tmp_path) == before


def test_a_document_that_stays_the_same_is_not_written_again(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    store.change(THING, lambda found: {"a": 1})
    (file,) = files(tmp_path)
    before = file.stat().st_ino
    store.change(THING, lambda found: {"a": 1})
    assert file.stat().st_ino == before


def test_the_stamp_tells_whether_a_document_has_changed(tmp_path: Path) -> None:
    store, other = store_in(tmp_path / "data"), store_in(tmp_path / "data")
    assert store.stamp(THING) == ""
    seen = {""}
    for number in range(5):
        other.change(THING, lambda found, number=number: {"number": number})
        assert store.stamp(THING) == store.stamp(THING)
        seen.add(store.stamp(THING))
        other.change(THING, lambda found: found or {})
    assert len(seen) == 6


def test_the_stamps_of_many_are_those_of_each(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    wanted = [Key("drawers", ("r1", each)) for each in ("q1", "q 2", ".q3", "长" * 200)]
    for key in wanted[:-1]:
        store.change(key, lambda found: {"a": 1})
    others = [Key("drawers", ("r2", "q1")), THING]
    assert store.stamps([*wanted, *others]) == [store.stamp(each) for each in (*wanted, *others)]
    assert store.stamps(wanted)[-1] == ""


def test_nobody_but_the_owner_may_enter_or_read(tmp_path: Path) -> None:
    store = store_in(tmp_path / "made" / "data")
    store.change(Key("drawers", ("2026-h1", "q1")), lambda found: {"a": 1})
    for path in (tmp_path / "made").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


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


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"schema": 1}', b'{"schema": "x", "tables": {}}']
)
def test_a_damaged_file_is_told_and_never_taken_for_an_empty_one(tmp_path: Path, content: bytes) -> None:
    store = store_in(tmp_path / "data")
    store.change(THING, lambda found: {"a": 1})
    (file,) = files(tmp_path)
    file.write_bytes(content)
    with pytest.raises(StoreFailure) as told:
        store.read(THING)
    assert told.value.code == "store-damaged"
    with pytest.raises(StoreFailure):
        store.change(THING, lambda found: {"a": 2})
    assert file.read_bytes() == content


def test_json_without_end_is_damage_too(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    store.change(THING, lambda found: {"a": 1})
    (file,) = files(tmp_path)
    file.write_bytes(b"[" * 100_000)
    with pytest.raises(StoreFailure) as told:
        store.read(THING)
    assert told.value.code == "store-damaged"


def test_a_newer_schema_is_told_as_that(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    store.change(THING, lambda found: {"a": 1})
    (file,) = files(tmp_path)
    file.write_text('{"schema": 3, "tables": {}}', "utf-8")
    with pytest.raises(StoreFailure) as told:
        store.change(THING, lambda found: {"a": 2})
    assert (told.value.code, told.value.values["schema"]) == ("store-newer", 3)


def test_a_folder_that_is_not_there_is_no_empty_store(tmp_path: Path) -> None:
    store = open_store(f"tinydb://{tmp_path}/gone")
    for attempt in (
        lambda: store.read(THING),
        lambda: store.change(THING, lambda found: {}),
        lambda: list(store.below("things")),
        lambda: store.stamp(THING),
        lambda: store.stamps([THING]),
    ):
        with pytest.raises(StoreFailure) as told:
            attempt()
        assert told.value.code == "store-missing"
    assert not (tmp_path / "gone").exists()


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreFailure):
        store_in(tmp_path / "data")


@pytest.mark.parametrize(
    "location",
    ["tinydb:///", "tinydb://", "tinydb://host/x", "tinydb:/x", "sqlite:///x.db", "/x", "", "tinydb:///a%00b"],
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


@pytest.mark.parametrize("name", ["..", ".", "a/b", "../../etc/passwd", "a\0b", "张建国", ".hidden", "A b", "%2E"])
def test_a_listed_name_is_the_one_that_was_given(tmp_path: Path, name: str) -> None:
    store = store_in(tmp_path)
    store.change(Key("things", (name,)), lambda found: {"a": 1})
    assert list(store.below("things")) == [Key("things", (name,))]


def test_another_writer_of_the_same_document_is_waited_for_but_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    store, other = store_in(tmp_path), store_in(tmp_path)

    def meanwhile(found: Document | None) -> Document:
        with pytest.raises(StoreFailure) as told:
            other.change(THING, lambda found: {"a": 2})
        assert told.value.code == "store-busy"
        assert other.change(Key("things", ("two",)), lambda found: {"free": True})
        assert other.read(THING) is None
        return {"a": 1}

    store.change(THING, meanwhile)
    assert store.read(THING) == {"a": 1}


def test_files_that_the_store_did_not_make_are_passed_over(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.change(THING, lambda found: {"a": 1})
    for name in (".one.json.new", "one.json~", "b c.json", "%FF.json", "%ED.json", "%ed%a0%80.json", "README"):
        (tmp_path / "things" / name).write_text("{}", "utf-8")
    assert list(store.below("things")) == [THING]

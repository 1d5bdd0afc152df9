"""A store of any version that was released opens, and holds what it held (``released/make.py`` put them away)."""

import json
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import StoreFailure
from cadre_tui.services import audit
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts
from cadre_tui.store import Key
from cadre_tui.store.envelope import SCHEMA, unpacked
from cadre_tui.store.folder import layout
from cadre_tui.store.folder.engine import FolderStore
from cadre_tui.store.folder.layout import MARK
from cadre_tui.words import refusals
from tests.services.small import PASSWORD, Clock, county_in
from tests.store.folder.disks import Forgetful, PowerCut, Watched
from tests.store.folder.released.make import TEXT
from tests.store.places import files, store_in
from tests.store.processes import ended_well, in_a_process

ARCHIVES = sorted(Path(__file__).with_name("released").glob("schema-*.zip"))


def unpack(archive: Path, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    with ZipFile(archive) as zipped:
        zipped.extractall(folder)


def documents(folder: Path) -> dict[str, object]:
    return {
        each.relative_to(folder).as_posix(): json.loads(each.read_bytes())["tables"]["document"]["1"]
        for each in files(folder)
    }


def test_there_is_an_archive_of_every_layout_before_this_one() -> None:
    assert [each.stem for each in ARCHIVES][: SCHEMA - 1] == [f"schema-{number}" for number in range(1, SCHEMA)]


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.stem)
def test_it_opens_and_is_worked_in(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "data"
    unpack(archive, folder)
    before = documents(folder)
    store = store_in(folder)
    for path, document in before.items():
        *of, name = Path(path).parts
        key = Key(name.removesuffix(".json")) if not of else Key(of[0], (*of[1:], name.removesuffix(".json")))
        assert store.read(key) == document
    county = county_in(folder, Clock())
    assert audit.verify(county).wrong is None
    session = accounts.sign_in(county, "a1", PASSWORD)
    (own,) = [each for each in tasks.todo(session, "r1", Purpose.SELF).tasks if each.checklist == "t.own"]
    assert responses.open_form(session, own).response.answers["own.notes"].text == TEXT


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.stem)
def test_the_first_write_brings_all_of_it_up(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "data"
    unpack(archive, folder)
    before = documents(folder)
    store = store_in(folder)
    store.change(Key("things", ("one",)), lambda found: {"a": 1})
    assert {unpacked(path.read_bytes())["schema"] for path in files(folder)} == {SCHEMA}
    after = documents(folder)
    assert after.pop("things/one.json") == {"a": 1}
    assert after == before
    assert {each.name for each in folder.iterdir() if each.name.startswith(".")} == {".locks", MARK}


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.stem)
def test_killed_or_without_power_on_the_way_the_next_goes_on(tmp_path: Path, archive: Path) -> None:
    """At every twelfth call; by turns nothing outlives the power that was not synced, and a part of it does."""
    whole = tmp_path / "whole"
    unpack(archive, whole)
    before = documents(whole)
    disk = Watched()
    FolderStore(whole, disk=disk).change(Key("things", ("one",)), lambda found: {"a": 1})
    assert len(disk.calls) > 100
    for at in range(1, len(disk.calls) + 2, 12):
        folder = tmp_path / str(at)
        unpack(archive, folder)
        lost = Forgetful(folder, at)
        with suppress(PowerCut):
            FolderStore(folder, disk=lost).change(Key("things", ("one",)), lambda found: {"a": 1})
        if at % 3:
            lost.lose(Random(at) if at % 2 else None)
        FolderStore(folder).change(Key("things", ("one",)), lambda found: {"a": 2})
        after = documents(folder)
        assert after.pop("things/one.json") == {"a": 2}
        assert after == before, at


def test_what_is_not_what_it_was_is_not_used_and_the_old_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    unpack(ARCHIVES[0], folder)
    old = {path.relative_to(folder): path.read_bytes() for path in files(folder)}
    replace = layout.replace

    def spoilt(path: Path, content: bytes, **named: Any) -> None:
        replace(path, content.replace(b"a1", b"a2") if path.name == "a1.json" else content, **named)

    monkeypatch.setattr(layout, "replace", spoilt)
    with pytest.raises(StoreFailure):
        store_in(folder).change(Key("things", ("one",)), lambda found: {"a": 1})
    kept = folder / f".before-{SCHEMA}"
    assert {path.relative_to(kept): path.read_bytes() for path in kept.rglob("*") if path.is_file()} == old
    assert not (folder / MARK).exists()


def test_what_is_damaged_is_left_as_it_is_and_keeps_nothing_else_from_being_brought_up(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    unpack(ARCHIVES[0], folder)
    spoilt = folder / "drawers" / "r1" / "a1.json"
    spoilt.write_bytes(b"{")
    store = store_in(folder)
    store.change(Key("things", ("one",)), lambda found: {"a": 1})
    assert spoilt.read_bytes() == b"{"
    assert unpacked((folder / "roster.json").read_bytes())["schema"] == SCHEMA


def test_a_program_refuses_to_write_what_a_later_one_brought_up_also_under_its_hands(tmp_path: Path) -> None:
    """Two programs at once, the later one comes while the earlier one is open: not even a new document is made."""
    store, key = store_in(tmp_path), Key("things", ("one",))
    store.change(key, lambda found: {"a": 1})

    def meanwhile(found: object) -> dict[str, object]:
        pytest.fail("wrote into a later store")

    (tmp_path / MARK).write_text('{"schema": 3, "tables": {}}')
    for program in (store, store_in(tmp_path)):
        for each in (key, Key("things", ("two",))):
            with pytest.raises(StoreFailure) as told:
                program.change(each, meanwhile)
            assert (told.value.code, told.value.values["schema"]) == ("store-newer", 3)
            assert "升级程序" in refusals.sentence(told.value)
        assert program.read(key) == {"a": 1}, "what it can read it may"


def test_many_processes_bring_it_up_once_and_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    unpack(ARCHIVES[0], folder)
    before = documents(folder)

    def count() -> None:
        store = store_in(folder)
        for _each in range(10):
            store.change(Key("things", ("one",)), lambda found: {"count": (found or {"count": 0})["count"] + 1})

    assert all(map(ended_well, [in_a_process(count) for _each in range(4)]))
    after = documents(folder)
    assert after.pop("things/one.json") == {"count": 40}
    assert after == before

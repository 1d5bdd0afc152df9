"""A store of any version that was released opens, and holds what it held (``released/make.py`` put them away)."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from cadre_tui.model.checklist import Purpose
from cadre_tui.services import audit
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts
from cadre_tui.store import Key
from cadre_tui.store.envelope import SCHEMA, unpacked
from cadre_tui.store.whole_file import former_of
from tests.services.small import PASSWORD, Clock, county_in
from tests.store.places import files, store_in
from tests.store.released.make import TEXT

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
def test_what_is_written_takes_the_new_layout_and_the_old_one_stays(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "data"
    unpack(archive, folder)
    old = {path: path.read_bytes() for path in files(folder)}
    store = store_in(folder)
    key = Key("drawers", ("r1", "a1"))
    store.change(key, lambda found: {**(found or {}), "more": 1})
    file = folder / "drawers" / "r1" / "a1.json"
    assert unpacked(file.read_bytes())["schema"] == SCHEMA
    assert former_of(file).read_bytes() == old[file]

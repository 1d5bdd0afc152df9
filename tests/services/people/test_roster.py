"""Importing a roster: what would change is shown, then it is done whole or not at all."""

from pathlib import Path

import pytest

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.services.county import County, address, open_county
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.services.rosters import HEADINGS, LI, WANG, ZHANG, csv_file

PASSWORD = "qinghe-2026"


@pytest.fixture
def county(tmp_path: Path) -> County:
    opened = open_county(address(tmp_path / "data"), plugins=False, quick_passwords=True)
    accounts.first_organiser(opened, "zzb", "组织部", PASSWORD)
    return opened


@pytest.fixture
def organiser(county: County) -> Session:
    return accounts.sign_in(county, "zzb", PASSWORD)


def test_comparing_writes_nothing(organiser: Session, tmp_path: Path) -> None:
    change = roster.compare(organiser, csv_file(tmp_path, HEADINGS, ZHANG, LI, WANG))
    assert [each.id for each in change.joined] == ["q1", "q2", "q3"]
    assert [each.name for each in change.units_joined] == ["城关镇", "县政府办公室"]
    assert not accounts.current_roster(organiser.county).people


def test_the_second_file_tells_who_joins_leaves_and_changes(organiser: Session, tmp_path: Path) -> None:
    roster.import_roster(organiser, csv_file(tmp_path, HEADINGS, ZHANG, LI, WANG))
    moved = ("q1", "张建国", "县政府办公室", "乡科级", "主任", "q2")
    new = ("q4", "赵雪梅", "城关镇", "机关干部", "", "")
    change = roster.import_roster(organiser, csv_file(tmp_path, HEADINGS, moved, LI, new))
    assert [each.id for each in change.joined] == ["q4"]
    assert [each.id for each in change.left] == ["q3"]
    assert [(each.after.id, each.fields) for each in change.changed] == [("q1", ("unit", "duty", "colleagues"))]
    assert (change.same, change.units_joined, change.units_left) == (1, (), ())
    assert [each.id for each in accounts.current_roster(organiser.county).people] == ["q1", "q2", "q4"]


def test_the_same_file_again_changes_nothing(organiser: Session, tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADINGS, ZHANG, LI, WANG)
    assert not roster.import_roster(organiser, path).nothing
    again = roster.import_roster(organiser, path)
    assert again.nothing
    assert again.same == 3


def test_one_faulty_row_and_nobody_is_imported(organiser: Session, tmp_path: Path) -> None:
    roster.import_roster(organiser, csv_file(tmp_path, HEADINGS, LI))
    with pytest.raises(BadInput):
        roster.import_roster(organiser, csv_file(tmp_path, HEADINGS, ZHANG, LI, ("q3", "", "x", "y", "", "")))
    assert [each.id for each in accounts.current_roster(organiser.county).people] == ["q2"]


def test_a_change_that_nobody_was_shown_is_not_made(organiser: Session, tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADINGS, LI)
    shown = roster.compare(organiser, path)
    csv_file(tmp_path, HEADINGS, LI, ("q5", "周强", "城关镇", "机关干部", "", ""))
    with pytest.raises(BadInput) as refused:
        roster.import_roster(organiser, path, shown)
    assert refused.value.code == "roster-changed-meanwhile"
    assert not accounts.current_roster(organiser.county).people


def test_only_an_organiser_may_import_or_compare(organiser: Session, tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADINGS, LI)
    roster.import_roster(organiser, path)
    accounts.set_password(organiser, "q2", PASSWORD)
    cadre = accounts.sign_in(organiser.county, "q2", PASSWORD)
    for call in (roster.compare, roster.import_roster):
        with pytest.raises(NotPermitted):
            call(cadre, path)


def test_fields_of_a_later_version_survive_an_import(organiser: Session, tmp_path: Path) -> None:
    roster.import_roster(organiser, csv_file(tmp_path, HEADINGS, LI))
    store = organiser.county.store
    store.change(keys.ROSTER, lambda found: {**(found or {}), "later": 1})
    roster.import_roster(organiser, csv_file(tmp_path, HEADINGS, (*WANG[:5], "")))
    document = store.read(keys.ROSTER)
    assert document is not None
    assert document["later"] == 1
    assert [each["id"] for each in document["people"]] == ["q3"]

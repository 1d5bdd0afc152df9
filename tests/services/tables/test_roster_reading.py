"""A roster is read as offices write it: any usual encoding, any order of columns, with a title above."""

import time
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from cadre_tui.services.tables.roster.reading import read_roster
from cadre_tui.services.tables.roster.sort_keys import sort_key
from tests.services.rosters import HEADINGS, LI, WANG, ZHANG, csv_file, csv_text, read, workbook

EXPECTED = [
    ("q1", "张建国", "城关镇", "township-bureau", "副镇长", ("q2", "q3")),
    ("q2", "李敏", "城关镇", "township-bureau", "主任", ()),
    ("q3", "王海", "县政府办公室", "agency-staff", "", ("q1", "q2")),
]


def people(path: Path) -> list[tuple[object, ...]]:
    return [(each.id, each.name, each.unit, each.level, each.duty, each.colleagues) for each in read(path).people]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_file_is_read_in_every_encoding_that_spreadsheets_write(encoding: str, tmp_path: Path) -> None:
    assert people(csv_file(tmp_path, HEADINGS, ZHANG, LI, WANG, encoding=encoding)) == EXPECTED


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators_are_recognised(separator: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.txt"
    path.write_text(csv_text(HEADINGS, ZHANG, LI, WANG, separator=separator), "utf-8")
    assert people(path) == EXPECTED


def test_a_workbook_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADINGS, ZHANG, LI, WANG])
    assert people(path) == EXPECTED
    assert people(path.rename(tmp_path / "花名册.csv")) == EXPECTED


def test_columns_may_stand_in_any_order_and_in_english(tmp_path: Path) -> None:
    headings = ("Level", "Colleagues", "Unit", "Name", "Staff ID", "Duty")
    rows = [
        (level, colleagues, unit, name, key, duty) for key, name, unit, level, duty, colleagues in (ZHANG, LI, WANG)
    ]
    assert people(csv_file(tmp_path, headings, *rows)) == EXPECTED


def test_a_title_above_blank_rows_and_a_repeated_heading_are_no_people(tmp_path: Path) -> None:
    blank = ("",) * 6
    path = workbook(tmp_path, [("清河县干部花名册",), blank, HEADINGS, ZHANG, blank, HEADINGS, LI, WANG, blank])
    assert people(path) == EXPECTED


def test_numbers_and_full_width_signs_are_ids_as_people_mean_them(tmp_path: Path) -> None:
    rows = [
        (1, "张　建国", "城关镇", "村(社区)干部", None, 2.0),
        ("２", " 李 敏 ", "城关镇", "ENTERPRISE", None, "１"),
    ]
    found = read(workbook(tmp_path, [HEADINGS, *rows])).people
    assert [(each.id, each.name, each.level, each.colleagues) for each in found] == [
        ("1", "张建国", "village-branch", ("2",)),
        ("2", "李敏", "enterprise", ("1",)),
    ]


@pytest.mark.parametrize("written", ["q2、q3", "q2，q3", "q2,q3", "q2 q3", "q2；q3", " q2 / q3 ", "q2、q3、q2"])
def test_colleagues_are_separated_as_people_separate_them(written: str, tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADINGS, (*ZHANG[:5], written), LI, WANG])
    assert read(path).people[0].colleagues == ("q2", "q3")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("县级领导", "county-leadership"),
        ("县级领导班子", "county-leadership"),
        ("乡科级", "township-bureau"),
        ("村（社区）党支部", "village-branch"),
        ("机关干部", "agency-staff"),
        ("企业", "enterprise"),
        ("Agency Staff", "agency-staff"),
        ("village-branch", "village-branch"),
        ("qinghe.street", "qinghe.street"),
    ],
)
def test_levels_are_known_by_code_and_by_name(written: str, code: str, tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADINGS, ("q1", "张建国", "城关镇", written, "", "")])
    assert read(path).people[0].level == code


def test_units_come_in_the_order_in_which_they_are_first_named(tmp_path: Path) -> None:
    units = read(csv_file(tmp_path, HEADINGS, WANG, ZHANG, LI)).units
    assert [(each.id, each.name) for each in units] == [("县政府办公室", "县政府办公室"), ("城关镇", "城关镇")]


def test_a_column_that_nobody_asked_for_is_told_and_does_no_harm(tmp_path: Path) -> None:
    path = workbook(tmp_path, [(*HEADINGS, "出生日期"), (*ZHANG[:5], "", date(1970, 1, 1))])
    roster, warnings = read_roster(path)
    assert [each.id for each in roster.people] == ["q1"]
    assert [(each.code, each.warning, each.place.column) for each in warnings] == [("RO030", True, 7)]
    assert warnings[0].values["name"] == "出生日期"


def test_the_sheet_with_the_headings_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    roster, warnings = read_roster(workbook(tmp_path, [("说明",), ("填表人",)], [HEADINGS, LI]))
    assert [each.id for each in roster.people] == ["q2"]
    assert [(each.code, each.place.sheet) for each in warnings] == [("RO031", "表1")]


def test_markup_in_names_is_nothing_but_text(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADINGS, ("q1", "[red]张[/red]", "[a1]镇", "机关干部", "[/附件]", "")])
    each = read(path).people[0]
    assert (each.name, each.unit, each.duty) == ("[red]张[/red]", "[a1]镇", "[/附件]")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("张建国", "zhang jian guo"),
        ("单晓东", "shan xiao dong"),
        ("尉迟恭", "yu chi gong"),
        ("John Smith", "john smith"),
    ],
)
def test_people_are_ordered_by_the_way_their_names_are_read(name: str, key: str) -> None:
    assert sort_key(name) == key


def test_a_row_that_is_only_formatted_far_below_is_no_person_and_costs_little(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, ZHANG, LI, WANG):
        sheet.append(row)
    sheet.cell(row=1_048_576, column=16_384).number_format = "0.00"
    path = tmp_path / "roster.xlsx"
    book.save(path)
    begun = time.perf_counter()
    assert people(path) == EXPECTED
    assert time.perf_counter() - begun < 5

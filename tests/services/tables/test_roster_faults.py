"""A faulty roster is refused whole, and every fault is told with its place and what to write instead."""

from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput
from cadre_tui.services.tables.roster.reading import read_roster
from cadre_tui.tables import sheets
from cadre_tui.words import faults, refusals
from tests.services.rosters import (
    HEADINGS,
    LI,
    WANG,
    ZHANG,
    csv_file,
    csv_text,
    faults_of,
    told,
    workbook,
    workbook_bytes,
)


def test_every_faulty_cell_of_every_row_is_named_at_once(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        HEADINGS,
        ("q1", "", "城关镇", "乡科", "", "q9"),
        ("q1", "李敏", "", "机关干部", "", "q1"),
        ("q 3", "王海", "城关镇", "机关干部", "", ""),
    )
    assert told(path) == [
        (codes.EMPTY_CELL, 2, 2),
        (codes.NO_SUCH_LEVEL, 2, 4),
        (codes.ID_TWICE, 3, 1),
        (codes.EMPTY_CELL, 3, 3),
        (codes.OWN_COLLEAGUE, 3, 6),
        (codes.BAD_PERSON_ID, 4, 1),
    ]


def test_a_fault_is_told_with_file_sheet_row_column_and_heading(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADINGS, ZHANG, ("q2", "李敏", "城关镇", "机关甘部", "", ""), WANG])
    (fault,) = faults_of(path)
    assert faults.sentence(fault) == (
        "roster.xlsx 工作表“表1” 第 3 行 D 列 RO014 层级：没有叫“机关甘部”的层级，可以写：县级领导、乡科级干部、"
        "村（社区）干部、机关干部、企业干部；本县自设的层级要带前缀，如 qinghe.street；是不是想写“机关干部”？"
    )


def test_an_unknown_colleague_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        HEADINGS,
        ("person1", *ZHANG[1:5], "李敏、persn3"),
        ("person2", *LI[1:]),
        ("person3", *WANG[1:5], ""),
    )
    assert [(each.code, each.values["meant"]) for each in faults_of(path)] == [
        (codes.NO_SUCH_COLLEAGUE, "person2"),
        (codes.NO_SUCH_COLLEAGUE, "person3"),
    ]


def test_ids_that_differ_in_capitals_alone_are_refused(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADINGS, LI, ("Q2", *WANG[1:5], ""))
    (fault,) = faults_of(path)
    assert (fault.code, fault.values["other"], fault.values["row"]) == (codes.ID_ALIKE, "q2", 2)


def test_what_a_spreadsheet_made_of_an_id_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADINGS, (date(2026, 10, 1), *LI[1:]), ("=1/0", *WANG[1:5], "")])
    found = faults_of(path)
    assert found[0].code == codes.BECAME_DATE
    assert found[0].values["name"] == "2026-10-01"
    # A formula that was never worked out holds nothing, and is told as one.
    assert (found[1].code, found[1].place.row, found[1].place.column) == (codes.UNSOLVED_CELL, 3, 1)


def test_a_column_that_is_missing_misnamed_or_doubled_is_told(tmp_path: Path) -> None:
    path = csv_file(tmp_path, ("编号", "姓名", "单位名", "姓名"), ("q1", "张建国", "城关镇", "张"))
    assert told(path) == [
        (codes.COLUMN_MISNAMED, 1, None),
        (codes.COLUMN_MISSING, 1, None),
        (codes.COLUMN_TWICE, 1, 4),
    ]
    misnamed = faults_of(path)[0]
    assert (misnamed.values["name"], misnamed.values["instead"]) == ("单位", "单位名")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", codes.NO_PEOPLE),
        (b"\r\n \r\n", codes.NO_PEOPLE),
        ("张建国,城关镇\r\n".encode(), codes.NO_HEADINGS),
        ("编号,姓名,单位,层级\r\n".encode(), codes.NO_PEOPLE),
        (b"\xff\x00\x9f\x80abc", codes.UNKNOWN_ENCODING),
        (b"PK\x03\x04 and nothing behind it", codes.DAMAGED_WORKBOOK),
        (("编号,姓名,单位,层级\r\nq1," + "张" * 200_000).encode(), codes.DAMAGED_CSV),
    ],
)
def test_a_file_that_is_no_roster_is_told_in_a_sentence(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(content)
    assert [fault.code for fault in faults_of(path)] == [code]
    assert all(faults.sentence(fault) for fault in faults_of(path))


def test_control_characters_and_overlong_cells_are_refused(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADINGS, ("q1", "张\x1b[31m", "城" * 81, "机关干部", "", ""))
    assert told(path) == [(codes.UNPRINTABLE, 2, 2), (codes.TOO_LONG, 2, 3)]


def test_invisible_marks_from_copied_text_do_no_harm(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADINGS, ("\u200bq1", "张建国\ufeff", "城关镇", "机关干部", "", ""))
    each = read_roster(path)[0].people[0]
    assert (each.id, each.name) == ("q1", "张建国")


def test_old_locked_missing_and_oversized_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0 whatever")
    large = csv_file(tmp_path, HEADINGS, ZHANG, LI, WANG)
    monkeypatch.setattr(sheets, "MOST_BYTES", 50)
    for path, code in (
        (old, "roster-old-workbook"),
        (tmp_path / "nowhere.csv", "roster-not-found"),
        (tmp_path, "roster-unreadable"),
        (large, "roster-too-large"),
    ):
        with pytest.raises(BadInput) as refused:
            read_roster(path)
        assert refused.value.code == code
        assert refusals.sentence(refused.value)


def test_a_small_file_that_unpacks_into_a_flood_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "flood.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as parts:
        for number in range(3):
            parts.writestr(f"xl/worksheets/sheet{number}.xml", b" " * (sheets.MOST_UNPACKED // 2))
    assert path.stat().st_size < 2 * 1024**2
    with pytest.raises(BadInput) as refused:
        read_roster(path)
    assert refused.value.code == "roster-too-large"


def test_more_rows_than_a_county_has_people_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    path = csv_file(tmp_path, HEADINGS, ZHANG, LI, WANG)
    assert told(path) == [(codes.TOO_MANY_ROWS, 4, None)]


def test_a_thousand_wrong_rows_are_all_named_and_soon(tmp_path: Path) -> None:
    rows = [(f"p{n}", "张建国", "城关镇", f"层级{n}", "", f"x{n}") for n in range(1000)]
    assert len(faults_of(csv_file(tmp_path, HEADINGS, *rows))) == 2000


CELLS = st.text(max_size=12) | st.sampled_from(["q1", "q2", "机关干部", "1", "、", " ", "\u3000", "=1", "\x00", '"'])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=5), encoding=st.sampled_from(["utf-8", "gb18030"])
)
def test_whatever_stands_in_the_cells_is_taken_or_told(rows: list[list[str]], encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(csv_text(HEADINGS, *rows).encode(encoding, errors="replace"))
    try:
        roster, _warnings = read_roster(path)
    except BadInput as error:
        assert refusals.sentence(error)
        assert all(faults.sentence(fault) for fault in error.faults)
        return
    ids = [each.id for each in roster.people]
    assert len(ids) == len(set(ids)) > 0
    assert all(each.name and each.unit and each.level for each in roster.people)
    assert all(set(each.colleagues) <= set(ids) - {each.id} for each in roster.people)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=300),
    head=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", "编号,姓名\n".encode()]),
)
def test_random_bytes_are_refused_without_a_traceback(content: bytes, head: bytes, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(head + content)
    with pytest.raises(BadInput) as refused:
        read_roster(path)
    assert refusals.sentence(refused.value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 4000), byte=st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte_is_read_or_told(at: int, byte: int, tmp_path: Path) -> None:
    content = bytearray(workbook_bytes([HEADINGS, ZHANG, LI, WANG]))
    content[at % len(content)] = byte
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    try:
        assert read_roster(path)[0].people
    except BadInput as error:
        assert refusals.sentence(error)


def test_cells_merged_over_several_people_are_told_once_and_a_merged_title_does_no_harm(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["清河县干部花名册"])
    sheet.append(["编号", "姓名", "单位", "层级", "上级"])
    for number in range(1, 8):
        sheet.append([f"q{number}", f"干部{number}", "城关镇" if number == 1 else "", "机关干部", ""])
    sheet["E4"] = "q1"
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("C3:C9")
    sheet.merge_cells("E4:E9")
    path = tmp_path / "roster.xlsx"
    book.save(path)
    with pytest.raises(BadInput) as refused:
        read_roster(path)
    found = [(each.code, each.place, each.values["name"]) for each in refused.value.faults]
    told_of = [(code, place.row, place.column, name) for code, place, name in found if place]
    assert told_of == [("RO028", 3, 3, "C3:C9"), ("RO028", 4, 5, "E4:E9")]
    sheet.unmerge_cells("C3:C9")
    sheet.unmerge_cells("E4:E9")
    for row in range(3, 10):
        sheet.cell(row, 3, "城关镇")
    book.save(path)
    assert len(read_roster(path)[0].people) == 7


def test_a_formula_that_nobody_has_worked_out_is_told_in_any_column(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("q1", '="张"&"建国"', "城关镇", "乡科级干部", '="副"&"镇长"', ""),
        ("q2", "李敏", "城关镇", "机关干部", "", '="q"&1'),
        tuple(f'="{each}"' for each in WANG),
    ]
    path = workbook(tmp_path, rows)
    assert told(path) == [
        (codes.UNSOLVED_CELL, 2, 2),
        (codes.UNSOLVED_CELL, 2, 5),
        (codes.UNSOLVED_CELL, 3, 6),
        (codes.UNSOLVED_CELL, 4, 1),
    ]
    assert "保存一次再导入" in faults.sentence(faults_of(path)[1])


def test_a_roster_of_formulas_alone_is_not_told_as_one_without_people(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADINGS, tuple(f'="{each}"' for each in WANG)])
    assert told(path) == [(codes.UNSOLVED_CELL, 2, 1)]


def test_a_formula_that_came_to_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path, [HEADINGS, ("q1", "张建国", "城关镇", "乡科级干部", '=""', "")])
    parts = {}
    with ZipFile(path) as held:
        parts = {each: held.read(each) for each in held.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'<c r="E2">', b'<c r="E2" t="str">')
    assert b't="str"' in parts[sheet]
    with ZipFile(path, "w", ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    roster, warnings = read_roster(path)
    assert (roster.people[0].duty, warnings) == ("", ())

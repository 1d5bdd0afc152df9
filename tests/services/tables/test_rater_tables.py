"""The tables of who rates whom, as people write them."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from cadre_tui.model.fault import BadInput, Fault
from cadre_tui.model.rounds.allocation import Pair
from cadre_tui.services.tables.raters import read_pairs, read_participants
from tests.services.rosters import workbook


def file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "t.csv"
    path.write_bytes(text.encode(encoding))
    return path


def faults_of(path: Path, **how: object) -> list[tuple[str, int | None, int | None]]:
    with pytest.raises(BadInput) as refused:
        read_pairs(path, **how)  # type: ignore[arg-type]
    assert refused.value.code == "table-faulty"
    found: tuple[Fault, ...] = refused.value.faults
    assert refused.value.values["count"] == len(found)
    return [(each.code, each.place.row, each.place.column) for each in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_pairs_come_with_their_rows_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = file(tmp_path, "回避名单\n被评人,备注,评价人\n王1,夫妻,李2\n\n李2,,王1\n", encoding)
    assert read_pairs(path) == ((3, Pair("李2", "王1")), (5, Pair("王1", "李2")))


def test_pairs_of_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["Rater", "Subject"], ["a1", "a2"], [101, 102]])
    assert [each.pair for each in read_pairs(path)] == [("a1", "a2"), ("101", "102")]


def test_in_a_list_of_conflicts_what_does_no_harm_is_taken(tmp_path: Path) -> None:
    path = file(tmp_path, "rater,subject\na,b\na,b\na,a\n")
    assert len(read_pairs(path)) == 3
    assert faults_of(path, by_hand=True) == [("RT003", 3, 2), ("RT002", 4, 2)]
    assert read_pairs(file(tmp_path, "rater,subject\n")) == ()
    assert faults_of(path.with_name("t.csv"), by_hand=True) == [("RT006", None, None)]


def test_every_faulty_cell_is_told(tmp_path: Path) -> None:
    path = file(tmp_path, "rater,subject\na b,b\n,b\na,c9\nc,\n")
    assert faults_of(path, known={"a", "b", "c", "c8"}) == [
        ("RO013", 2, 1),
        ("RO010", 3, 1),
        ("RT001", 4, 2),
        ("RO010", 5, 2),
    ]
    with pytest.raises(BadInput) as refused:
        read_pairs(file(tmp_path, "rater,subject\na,zhang-3\n"), known={"a", "zhang3"})
    assert refused.value.faults[0].values["meant"] == "zhang3"


def test_a_whole_roster_serves_too(tmp_path: Path) -> None:
    path = file(
        tmp_path, "编号,姓名,单位,层级,职务,上级,参评\n1,张三,县 政府,乡科级,主任,,否\n２,李四,县 政府,,,1,\n"
    )
    one, two = read_participants(path, superiors=True)
    assert (one.id, one.unit, one.superior, one.rates, one.rated) == ("1", "县 政府", "", True, False)
    assert (two.id, two.superior, two.rated) == ("2", "1", True)


def test_somebody_may_only_rate_or_only_be_rated(tmp_path: Path) -> None:
    path = file(tmp_path, "编号,单位,参评,评别人\na,x,仅评价,是\nb,x,,否\nc,x,参评,\n")
    assert [(each.rates, each.rated) for each in read_participants(path)] == [
        (True, False),
        (False, True),
        (True, True),
    ]
    with pytest.raises(BadInput) as refused:
        read_participants(file(tmp_path, "编号,单位,参评,评别人\na,x,也许,仅评价\n"))
    assert [each.code for each in refused.value.faults] == ["RT005", "RT005"]


def test_a_file_that_is_no_table_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_pairs(tmp_path / "none.csv")
    assert refused.value.code == "table-not-found"
    with pytest.raises(BadInput) as refused:
        read_pairs(tmp_path)
    assert refused.value.code == "table-unreadable"
    assert faults_of(file(tmp_path, "")) == [("RO005", None, None)]


def test_cells_merged_over_several_rows_are_told_once(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("编号", "姓名", "单位", "上级"),
        ("q1", "甲", "城关镇", "q1"),
        ("q2", "乙", "", ""),
        ("q3", "丙", "", ""),
    ):
        sheet.append(row)
    sheet.merge_cells("C2:C4")
    sheet.merge_cells("D3:D4")
    path = tmp_path / "people.xlsx"
    book.save(path)
    with pytest.raises(BadInput) as refused:
        read_participants(path)
    told = [(each.code, each.values["name"]) for each in refused.value.faults]
    assert [each for each in told if each[0] == "RO028"] == [("RO028", "C2:C4"), ("RO028", "D3:D4")]
    assert "RO010" not in {code for code, _name in told}


def test_a_formula_that_nobody_has_worked_out_is_told_as_one(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("编号", "姓名", "单位", "上级"))
    sheet.append(("q1", '="甲"', "城关镇", '="q"&2'))
    sheet.append(("q2", "乙", "城关镇", ""))
    path = tmp_path / "people.xlsx"
    book.save(path)
    with pytest.raises(BadInput) as refused:
        read_participants(path)
    told = [(each.code, each.place.row, each.place.column) for each in refused.value.faults]
    assert told == [("RO029", 2, 4)]

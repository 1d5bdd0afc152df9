"""Workbooks, read back: formulas with the program's own numbers beside them, and texts that no Excel obeys."""

import re
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounding import round_half_up
from cadre_tui.reports.excel import as_excel
from cadre_tui.reports.workbook import Cell, Chart, Formula, Sheet, SheetColumn, Workbook, letter
from cadre_tui.words.documents.workbook import rounded
from tests.reports.reckoning import Reckoner
from tests.reports.reckoning import rounded as as_excel_rounds


def book(*rows: tuple[Cell, ...]) -> bytes:
    columns = tuple(SheetColumn(f"列{at}") for at in range(len(rows[0])))
    sheet = Sheet("总分", "题", columns, rows, ("注",))
    return as_excel(Workbook("册", (sheet,), "第 {page} 页 共 {pages} 页", "演练"))


def test_numbers_stay_numbers_and_fractions_lose_nothing() -> None:
    made = book(("甲", Fraction(1, 3), Fraction(33, 4), 5, None))
    row = [each.value for each in load_workbook(BytesIO(made))["总分"][4]]
    assert row == ["甲", "=1/3", 8.25, 5, None]
    shown = [each.value for each in load_workbook(BytesIO(made), data_only=True)["总分"][4]]
    assert shown == ["甲", 1 / 3, 8.25, 5, None]


def test_a_text_is_never_obeyed() -> None:
    (cell,) = load_workbook(BytesIO(book(("=1+1",))), data_only=True)["总分"][4]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_formula_carries_what_the_program_found() -> None:
    made = book((Fraction(1), Fraction(2), Formula("=A4+B4", Fraction(3))))
    assert load_workbook(BytesIO(made), data_only=True)["总分"]["C4"].value == 3
    assert Reckoner(load_workbook(BytesIO(made))).value("总分", "C4") == 3


def test_every_page_is_numbered_and_marked_and_has_the_headings() -> None:
    page = load_workbook(BytesIO(book(("甲",))))["总分"]
    assert page.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert page.oddHeader.center.text == "演练"
    assert page.print_title_rows == "$3:$3"


def test_a_chart_carries_its_numbers_for_a_telephone() -> None:
    """Rows that are written are gone, so a chart is told what they held."""
    rows: tuple[tuple[Cell, ...], ...] = (("好", Formula("=1+1", Fraction(2))), ("一般", Fraction(3)))
    sheet = Sheet("等次", "题", (SheetColumn("等次"), SheetColumn("人数")), rows, chart=Chart("图", 0, 1, 2, 3))
    made = ZipFile(BytesIO(as_excel(Workbook("册", (sheet,), "{page}/{pages}"))))
    drawn = made.read("xl/charts/chart1.xml").decode()
    assert re.findall(r"<c:v>([^<]*)</c:v>", drawn) == ["好", "一般", "2", "3"]


def test_columns_have_their_letters() -> None:
    assert [letter(each) for each in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@given(
    scores=st.lists(st.fractions(0, 100, max_denominator=60), min_size=1, max_size=5),
    weights=st.lists(st.integers(1, 100), min_size=5, max_size=5),
    places=st.integers(0, 2),
)
def test_rounding_twice_is_rounding_half_up_in_spite_of_binary_numbers(
    scores: list[Fraction], weights: list[int], places: int
) -> None:
    above = sum(float(score) * weight for score, weight in zip(scores, weights, strict=False))
    exact = sum((score * weight for score, weight in zip(scores, weights, strict=False)), Fraction(0))
    whole = sum(weights[: len(scores)])
    assert rounded("x", places) == f"=ROUND(ROUND(x,9),{places})"
    assert as_excel_rounds(as_excel_rounds(above / whole, 9), places) == float(round_half_up(exact / whole, places))


def test_no_room_for_a_workbook_is_told_and_nothing_is_left_beside(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    book(("甲",))
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(BadInput, check=lambda told: told.code == "out-not-written"):
        book(("甲",))

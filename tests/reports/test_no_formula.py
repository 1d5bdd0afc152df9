"""No cell that the program writes for a spreadsheet is a formula, unless the program itself wrote it as one.

Every writer of tables is here: a new one is found by what it imports, and must be added.
"""

import csv
import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cadre_tui.checklists.read import tables
from cadre_tui.checklists.tables import writing
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.progress import Missing, PersonLine
from cadre_tui.reports.excel import as_excel
from cadre_tui.reports.workbook import Chart, Sheet, SheetColumn, Workbook
from cadre_tui.words.oversight import lists
from tests.examples import AGENCY

PACKAGE = Path(__file__).parents[2] / "cadre_tui"
BEGINS = tuple("=+-@\t\r＝＋－＠")
TEXTS = ("title", "text", "guidance", "publisher", "document", "unit")
"""What a county words in a checklist."""

BEFORE = st.sampled_from(["", " ", "\u3000", "\n"])
AFTER = st.text(st.characters(exclude_categories=("Cs",)))
KNOWN = ["=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "@SUM(1)", "+1+1", "-2+3", "\t=1", "\r=1"]
evil = st.builds("{}{}{}".format, BEFORE, st.sampled_from(BEGINS), AFTER) | st.sampled_from(KNOWN)

Cells = list[tuple[object, bool]]
"""What stands in each cell, and whether a spreadsheet would work it out."""


def cells(book: bytes) -> Cells:
    sheets = load_workbook(BytesIO(book)).worksheets
    return [(each.value, each.data_type == "f") for sheet in sheets for row in sheet.iter_rows() for each in row]


def results(text: str) -> Cells:
    """A workbook of results, in whose every place of words the text stands."""
    columns = (SheetColumn(text), SheetColumn(text, side="left"))
    sheet = Sheet("总分", text, columns, ((text, 1), (text, text)), (text,), chart=Chart(text, 0, 1, 3, 4))
    made = as_excel(Workbook(text, (sheet,), "第 {page} 页 共 {pages} 页", text))
    with ZipFile(BytesIO(made)) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()
    drawn = [
        (each, not re.fullmatch(r"总分!\$[AB]\$4:\$[AB]\$5", each)) for each in re.findall(r"<c:f>(.*?)</c:f>", chart)
    ]
    assert len(drawn) == 2
    return [*cells(made), *drawn]


def missing(text: str) -> Missing:
    when = datetime(2026, 11, 29, tzinfo=UTC)
    told = {"id": text, "name": text, "unit": text, "unit_name": text, "duty": text}
    line = PersonLine(**told, counts={}, deadlines={Purpose.SELF: when}, reminded=when)
    return Missing(person=line, open={Purpose.SELF: 1}, due=True)


def list_as_csv(text: str) -> Cells:
    """A spreadsheet takes every cell of a CSV file for what it begins like."""
    read = csv.reader(StringIO(lists.as_csv([missing(text)], [text]).removeprefix("\ufeff")))
    return [(each, obeyed(each)) for row in read for each in row]


def obeyed(text: str) -> bool:
    return text.startswith(BEGINS) or text.lstrip().startswith(BEGINS)


def list_as_excel(text: str) -> Cells:
    return cells(lists.as_xlsx([missing(text)], [text]))


def checklist(text: str) -> Cells:
    """A county's checklist, each of whose texts is that one."""
    found = tables(AGENCY.read_text("utf-8"), "")
    assert isinstance(found, tuple)

    def reworded(said: Any, key: str = "") -> Any:
        if isinstance(said, dict):
            return {each: reworded(value, key if key in TEXTS else each) for each, value in said.items()}
        if isinstance(said, list):
            return [reworded(each, key) for each in said]
        return text if isinstance(said, str) and key in TEXTS else said

    return cells(writing.workbook(reworded(found[0]), notes=("说明", text)))


WRITERS: dict[str, tuple[Callable[[str], Cells], ...]] = {
    "checklists/tables/writing.py": (checklist,),
    "reports/excel.py": (results,),
    "words/oversight/lists.py": (list_as_csv, list_as_excel),
}


@pytest.mark.parametrize("write", sum(WRITERS.values(), ()), ids=lambda each: each.__name__)
def test_no_text_becomes_a_formula(write: Callable[[str], Cells]) -> None:
    @given(evil)
    @settings(max_examples=25)
    def written(text: str) -> None:
        found = write(text)
        assert sum(isinstance(each, str) for each, _formula in found) >= 4
        assert not [each for each, formula in found if formula]

    written()


def test_every_writer_of_tables_is_here() -> None:
    writes = re.compile(r"csv\.(writer|DictWriter)\(|\bxlsxwriter\b|openpyxl import Workbook|openpyxl\.Workbook\(")
    files = [path for path in PACKAGE.rglob("*.py") if writes.search(path.read_text("utf-8"))]
    assert {path.relative_to(PACKAGE).as_posix() for path in files} == set(WRITERS)

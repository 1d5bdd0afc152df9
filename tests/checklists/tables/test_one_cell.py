"""One changed cell of a right workbook: what is wrong with a value is told in that very cell."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import IllegalCharacterError

from cadre_tui import checklists
from cadre_tui.checklists.tables.columns import KINDS, heading, named
from cadre_tui.model.fault import BadInput
from cadre_tui.words import faults as words
from tests.checklists.tables.test_any_table import VALUES
from tests.checklists.tables.workbooks import agency, written

LINSHUI = Path(__file__).parents[3] / "plugins" / "linshui" / "linshui.enterprise.xlsx"
OF_A_VALUE = ("CL012", "CL013", "CL014", "CL018", "CL019", "CL095", "CL096", "CL097", "CL098", "CL099", "CL100")
"""Codes of a single cell."""

ELSEWHERE = ("kind", "section.kind", "lang", "schema", "criterion", "scale", "id", "section.id")
"""Columns that decide what other cells mean."""

CONDITIONS = ("show_when", "veto", "require")
"""Of these the criterion that is named decides what may be compared."""

TIMES = int(os.environ.get("CADRE_MUTATIONS", "1"))


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return [LINSHUI, written(agency(), tmp_path_factory.mktemp("right") / "agency.xlsx")]


def meaning(book: Workbook, sheet: str, row: int, column: int) -> str:
    """The key that a cell fills; empty for a heading and for what is no part of a checklist."""
    kind = named(sheet)
    if kind is None:
        return ""
    if kind is KINDS[0]:
        found = heading(str(book[sheet].cell(row, column - 1).value), kind.columns) if column == 2 else None
    else:
        found = heading(str(book[sheet].cell(1, column).value), kind.columns) if row > 1 else None
    return found[0].key if found else ""


QUICKLY = [phase for phase in Phase if phase is not Phase.shrink]


@settings(max_examples=30 * TIMES, deadline=None, phases=QUICKLY, suppress_health_check=list(HealthCheck))
@given(data=st.data(), value=VALUES)
def test_one_changed_cell_is_told_where_it_is(
    data: st.DataObject, value: Any, books: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = data.draw(st.sampled_from(books))
    book = load_workbook(path)
    sheet = data.draw(st.sampled_from([each for each in book.sheetnames if named(each)]))
    row = data.draw(st.integers(1, book[sheet].max_row))
    column = data.draw(st.integers(1, book[sheet].max_column))
    key = meaning(book, sheet, row, column)
    changed = tmp_path_factory.getbasetemp() / "one-cell.xlsx"
    try:
        book[sheet].cell(row, column).value = value
        book.save(changed)
    except (ValueError, IllegalCharacterError):  # what no spreadsheet can hold
        return
    try:
        found = checklists.check(changed)
    except BadInput:
        return
    for fault in found:
        place = fault.place
        assert words.explanation(fault)
        assert place.sheet is None or place.sheet in book.sheetnames
        assert place.row is None or 1 <= place.row <= book[str(place.sheet)].max_row
        if fault.code in OF_A_VALUE and key and not key.startswith(CONDITIONS) and key not in ELSEWHERE:
            assert (place.sheet, place.row) == (sheet, row), words.sentence(fault)
            # Of the two ends of a range either may be the wrong one.
            assert place.column == column or key.startswith("between"), words.sentence(fault)

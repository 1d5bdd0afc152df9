"""A workbook is looked through before anything is made of it."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from cadre_tui.files import workbook
from cadre_tui.files.workbook import Beyond, Damaged, look_through, unpacked_size
from tests.files.workbooks import BEYOND, DAMAGED, sheet


@pytest.mark.parametrize("what", [each for each in DAMAGED if "number" not in each])
def test_what_no_workbook_holds_is_damage(what: str) -> None:
    with pytest.raises(Damaged):
        look_through(DAMAGED[what])


@pytest.mark.parametrize("what", BEYOND)
def test_what_asks_for_too_much_is_told(what: str) -> None:
    with pytest.raises(Beyond):
        look_through(BEYOND[what])


def test_a_workbook_as_people_write_it_is_let_on(tmp_path: Path) -> None:
    book = Workbook()
    for number in range(20):
        page = book.create_sheet(f"单位{number}")
        for row in range(200):
            page.append([f"q{row}", "张建国", "城关镇", row, "=SUM(D1:D9)"])
        page.merge_cells("A1:E1")
        page["A2"].hyperlink = "https://qinghe.example"
    held = BytesIO()
    book.save(held)
    look_through(held.getvalue())
    assert unpacked_size(held) > len(held.getvalue())


def test_parts_and_elements_are_counted_in_all_sheets_together(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<row r="{at}"><c><v>1</v></c></row>' for at in range(1, 101))
    for bound, just_enough in (("MOST_ROWS", 100), ("MOST_CELLS", 100)):
        with monkeypatch.context() as patch:
            patch.setattr(workbook, bound, just_enough)
            look_through(sheet(rows))
            patch.setattr(workbook, bound, just_enough - 1)
            with pytest.raises(Beyond):
                look_through(sheet(rows))
    for bound in ("MOST_PARTS", "MOST_ELEMENTS"):
        with monkeypatch.context() as patch:
            patch.setattr(workbook, bound, 5)
            with pytest.raises(Beyond):
                look_through(sheet(rows))

"""A checklist written as a workbook reads as the same checklist."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from cadre_tui import checklists
from cadre_tui.checklists.read import tables
from cadre_tui.checklists.tables.writing import workbook
from tests.examples import AGENCY

ROOT = Path(__file__).parents[3]
FILES = (AGENCY, *(ROOT / "plugins").rglob("*.agency.toml"), *(ROOT / "cadre_tui" / "plugins").glob("*/*.toml"))


@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_same_digest_there_and_back(file: Path, english: bool, tmp_path: Path) -> None:
    read = tables(file.read_bytes(), file.name)
    assert isinstance(read, tuple)
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook(read[0], english=english, notes=("notes", "a\nb")))
    assert checklists.read(path).canonical == checklists.read(file).canonical


def test_cells_offer_what_may_be_written_in_them(tmp_path: Path) -> None:
    read = tables(AGENCY.read_bytes(), AGENCY.name)
    assert isinstance(read, tuple)
    (tmp_path / "t.xlsx").write_bytes(workbook(read[0]))
    sheet = load_workbook(tmp_path / "t.xlsx")["考评项"]
    offered = {each.formula1 for each in sheet.data_validations.dataValidation}
    assert '"评级,是否,选择,扣分,计次,分档,比例,数字,文字,日期"' in offered
    assert '"是,否"' in offered
    assert any("选项" in each for each in offered)


@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
def test_every_sheet_and_heading_is_in_one_language(english: bool, tmp_path: Path) -> None:
    read = tables(AGENCY.read_bytes(), AGENCY.name)
    assert isinstance(read, tuple)
    (tmp_path / "t.xlsx").write_bytes(workbook(read[0], english=english))
    book = load_workbook(tmp_path / "t.xlsx")
    headings = [cell.value for sheet in book.worksheets[1:] for cell in sheet[1]]
    names = [*book.sheetnames, *(each.partition("(")[0] for each in headings)]
    assert all(name.isascii() is english for name in names), names

"""Rosters as files, for the tests."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from cadre_tui.model.fault import BadInput, Fault
from cadre_tui.model.people.person import Roster
from cadre_tui.services.tables.roster.reading import read_roster

HEADINGS = ("编号", "姓名", "单位", "层级", "职务", "评价同事")
ZHANG = ("q1", "张建国", "城关镇", "乡科级干部", "副镇长", "q2、q3")
LI = ("q2", "李敏", "城关镇", "township-bureau", "主任", "")
WANG = ("q3", "王海", "县政府办公室", "机关干部", "", "q1，q2")


def csv_text(*rows: Sequence[str], separator: str = ",") -> str:
    return "".join(separator.join(row) + "\r\n" for row in rows)


def csv_file(folder: Path, *rows: Sequence[str], encoding: str = "utf-8") -> Path:
    path = folder / "roster.csv"
    path.write_bytes(csv_text(*rows).encode(encoding))
    return path


def workbook(folder: Path, *sheets: Sequence[Sequence[Any]]) -> Path:
    path = folder / "roster.xlsx"
    path.write_bytes(workbook_bytes(*sheets))
    return path


def workbook_bytes(*sheets: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(list(row))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def read(path: Path) -> Roster:
    return read_roster(path)[0]


def faults_of(path: Path) -> tuple[Fault, ...]:
    """The faults for which the file is refused."""
    try:
        read_roster(path)
    except BadInput as error:
        assert error.code == "roster-faulty"
        assert error.values["count"] == len(error.faults) > 0
        return error.faults
    raise AssertionError("the roster was taken")


def told(path: Path) -> list[tuple[str, int | None, int | None]]:
    """Code, row and column of each fault."""
    return [(fault.code, fault.place.row, fault.place.column) for fault in faults_of(path)]

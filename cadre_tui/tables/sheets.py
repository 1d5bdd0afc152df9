"""A CSV file or a workbook -> rows of plain text cells. What they mean is decided elsewhere."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput, Fault, Place

MOST_BYTES: Final = 20 * 1024 * 1024
"""Of the file as it lies there."""

MOST_UNPACKED: Final = 200 * 1024 * 1024
"""Of a workbook's parts together: a small file can hold a flood."""

MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 60
"""Columns further right are not looked at."""

WORKBOOK: Final = b"PK\x03\x04"
OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
"""Excel before 2007, and also any workbook that is locked with a password."""

UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS: Final = (",", "\t", ";", "，")


@dataclass(frozen=True)
class DateCell:
    """A cell that the spreadsheet holds as a date or a time: what was typed is lost."""

    shown: str


@dataclass(frozen=True)
class ErrorCell:
    """A cell whose formula failed."""

    shown: str


class NumberCell(str):
    """A text that the spreadsheet holds as a number: what was typed may have looked otherwise (2026.10, 007)."""

    __slots__ = ()


Cell = str | DateCell | ErrorCell


@dataclass(frozen=True)
class Sheet:
    """Rows that hold something, each with its number in the file (from 1). ``name`` is None for a CSV file."""

    file: str
    name: str | None
    rows: Sequence[tuple[int, tuple[Cell, ...]]]

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """Where a cell is; ``column`` from 0."""
        return Place(file=self.file, sheet=self.name, row=row, column=None if column is None else column + 1)


NO_ARCHIVE: Final = (BadZipFile, NotImplementedError, ValueError, OSError)
"""How zipfile answers what is no archive, or a damaged one; one byte asks it for a way of packing that it lacks."""


class Unreadable(Exception):
    """The file is no table; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read_sheets(path: Path | str, most_rows: int | None = None) -> tuple[Sheet, ...]:
    """The sheets of a CSV or XLSX file that hold something, told apart by what the file holds, not by its name.

    Raises:
        BadInput: the file is not there, is too large or is of another kind.
        Unreadable: it is damaged, or its encoding is unknown.
    """
    most_rows = most_rows or MOST_ROWS
    content = read_content(path)
    file = Path(path).name
    if content.startswith(OLD_WORKBOOK):
        raise BadInput("roster-old-workbook", file=file)
    if content.startswith(WORKBOOK):
        return tuple(_workbook(content, file, most_rows))
    return (_csv(content, file, most_rows),)


def read_content(path: Path | str) -> bytes:
    """The bytes of a file.

    Raises:
        BadInput: it is not there, or is too large.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise BadInput("roster-not-found", file=str(path)) from None
    except (OSError, ValueError):
        raise BadInput("roster-unreadable", file=str(path)) from None
    if len(content) > MOST_BYTES:
        raise BadInput("roster-too-large", file=path.name, megabytes=MOST_BYTES // 1024**2)
    return content


def _csv(content: bytes, file: str, most_rows: int) -> Sheet:
    text = _decoded(content, file)
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=head.count)
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(reader, start=1):
            _keep(rows, number, row, Place(file=file, row=number), most_rows)
    except csv.Error:
        place = Place(file=file, row=rows[-1][0] + 1 if rows else 1)
        raise Unreadable(Fault(code=codes.DAMAGED_CSV, place=place)) from None
    return Sheet(file, None, rows)


def _decoded(content: bytes, file: str) -> str:
    """UTF-8 with or without its mark, else what Chinese spreadsheets write: GB18030, or UTF-16 with its mark."""
    encodings = ("utf-16",) if content.startswith(UTF16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(Fault(code=codes.UNKNOWN_ENCODING, place=Place(file=file)))


def _workbook(content: bytes, file: str, most_rows: int) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second, for workbooks only

    damaged = Unreadable(Fault(code=codes.DAMAGED_WORKBOOK, place=Place(file=file)))
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except NO_ARCHIVE:
        raise damaged from None
    if unpacked > MOST_UNPACKED:
        raise BadInput("roster-too-large", file=file, megabytes=MOST_UNPACKED // 1024**2)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [_worksheet(sheet, file, most_rows) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except (Unreadable, BadInput):
        raise
    except Exception:
        raise damaged from None
    yield from (sheet for sheet in sheets if sheet.rows)


def _worksheet(sheet: Any, file: str, most_rows: int) -> Sheet:
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    sheet.reset_dimensions()  # what the file says of its own size is often wrong
    # No width is asked for: a formatted row far below would fill the gap with a million rows of empty cells.
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if row:
            place = Place(file=file, sheet=sheet.title, row=number)
            _keep(rows, number, [_cell(each) for each in row[:MOST_COLUMNS]], place, most_rows)
    return Sheet(file, sheet.title, rows)


def _keep(
    rows: list[tuple[int, tuple[Cell, ...]]], number: int, row: Iterable[Cell], place: Place, most_rows: int
) -> None:
    cells = tuple(row)[:MOST_COLUMNS]
    if all(isinstance(each, str) and not each.strip() for each in cells):
        return
    if len(rows) >= most_rows:
        raise Unreadable(Fault(code=codes.TOO_MANY_ROWS, place=place, values={"most": most_rows}))
    rows.append((number, cells))


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        return DateCell(value.isoformat().removesuffix("T00:00:00"))
    if getattr(cell, "data_type", "") == "e":
        return ErrorCell(str(value))
    if isinstance(value, float) and value.is_integer():
        return NumberCell(int(value))
    return NumberCell(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)

"""A CSV file or a workbook -> rows of plain text cells. What they mean is decided elsewhere."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from cadre_tui.files.content import MEGABYTE, TooLarge, content
from cadre_tui.files.told_name import told_name
from cadre_tui.files.workbook import Beyond, Damaged, look_through, unpacked_size
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput, Fault, Place
from cadre_tui.tables.quietly import quietly

MOST_BYTES: Final = 20 * MEGABYTE
"""Of the file as it lies there."""

MOST_UNPACKED: Final = 200 * MEGABYTE
"""Of a workbook's parts together: a small file can hold a flood."""

MOST_ROWS: Final = 50_000
MOST_LINES: Final = 1_048_576
"""Of a CSV file, empty ones too: as many as Excel has rows."""

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
    held = read_content(path)
    file = told_name(path)
    if held.startswith(OLD_WORKBOOK):
        raise BadInput("roster-old-workbook", file=file)
    if held.startswith(WORKBOOK):
        return tuple(_workbook(held, file, most_rows))
    return (_csv(held, file, most_rows),)


def read_content(path: Path | str) -> bytes:
    """The bytes of a file.

    Raises:
        BadInput: it is not there, or is too large.
    """
    try:
        return content(path, MOST_BYTES)
    except TooLarge:
        raise BadInput("roster-too-large", file=told_name(path), megabytes=MOST_BYTES // MEGABYTE) from None
    except FileNotFoundError:
        raise BadInput("roster-not-found", file=str(path)) from None
    except (OSError, ValueError):
        raise BadInput("roster-unreadable", file=str(path)) from None


def _csv(held: bytes, file: str, most_rows: int) -> Sheet:
    text = _decoded(held, file)
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=head.count)
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)

    def place(number: int) -> Place:
        return Place(file=file, row=number)

    try:
        for number, row in enumerate(reader, start=1):
            _keep(rows, number, row, place, most_rows)
            if number > MOST_LINES:
                raise _too_many(place(number), MOST_LINES)
    except csv.Error:
        at = place(rows[-1][0] + 1 if rows else 1)
        raise Unreadable(Fault(code=codes.DAMAGED_CSV, place=at)) from None
    return Sheet(file, None, rows)


def _decoded(held: bytes, file: str) -> str:
    """UTF-8 with or without its mark, else what Chinese spreadsheets write: GB18030, or UTF-16 with its mark."""
    encodings = ("utf-16",) if held.startswith(UTF16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return held.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(Fault(code=codes.UNKNOWN_ENCODING, place=Place(file=file)))


def _workbook(held: bytes, file: str, most_rows: int) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second, for workbooks only

    damaged = Unreadable(Fault(code=codes.DAMAGED_WORKBOOK, place=Place(file=file)))
    try:
        if unpacked_size(io.BytesIO(held)) > MOST_UNPACKED:
            raise BadInput("roster-too-large", file=file, megabytes=MOST_UNPACKED // MEGABYTE)
        look_through(held)
    except Damaged:
        raise damaged from None
    except Beyond:
        raise BadInput("workbook-beyond", file=file) from None
    try:
        with quietly():
            book = load_workbook(io.BytesIO(held), read_only=True, data_only=True, keep_links=False)
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            sheets = [_worksheet(sheet, file, most_rows) for sheet in shown]
    except (Unreadable, BadInput):
        raise
    except Exception:
        raise damaged from None
    yield from (sheet for sheet in sheets if sheet.rows)


def _worksheet(sheet: Any, file: str, most_rows: int) -> Sheet:
    rows: list[tuple[int, tuple[Cell, ...]]] = []

    def place(number: int) -> Place:
        return Place(file=file, sheet=sheet.title, row=number)

    sheet.reset_dimensions()  # what the file says of its own size is often wrong
    # No width is asked for: a formatted row far below would fill the gap with a million rows of empty cells.
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if row:
            _keep(rows, number, [_cell(each) for each in row[:MOST_COLUMNS]], place, most_rows)
    return Sheet(file, sheet.title, rows)


def _keep(
    rows: list[tuple[int, tuple[Cell, ...]]],
    number: int,
    row: Iterable[Cell],
    place: Callable[[int], Place],
    most_rows: int,
) -> None:
    cells = tuple(row)[:MOST_COLUMNS]
    if all(isinstance(each, str) and not each.strip() for each in cells):
        return
    if len(rows) >= most_rows:
        raise _too_many(place(number), most_rows)
    rows.append((number, cells))


def _too_many(place: Place, most: int) -> Unreadable:
    return Unreadable(Fault(code=codes.TOO_MANY_ROWS, place=place, values={"most": most}))


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

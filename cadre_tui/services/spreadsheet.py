"""A table out of an XLSX or CSV file: rows of cells, within bounds that no honest roster reaches."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from cadre_tui.model.fault import BadInput

LARGEST: Final = 20 * 1024**2
"""Bytes of a file."""

LARGEST_UNPACKED: Final = 200 * 1024**2
"""Bytes of an XLSX when unpacked: more is a bomb."""

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 20_000
"""Characters."""

Cell = str | int | float | bool | date | time | None
"""What stands in a cell; in a CSV file always text."""


@dataclass(frozen=True)
class Table:
    """The rows that hold something, each with its number in the file (from 1)."""

    sheet: str | None
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def read_table(path: Path) -> Table:
    """The first sheet of an XLSX file, or a CSV file in UTF-8, UTF-16 or GB18030.

    Raises:
        BadInput: it is not there, too large, or no such file.
    """
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".xlsm", ".csv", ".txt", ".tsv"):
        raise BadInput("table-ending", file=path.name)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise BadInput("table-too-large", file=path.name, megabytes=LARGEST // 1024**2)
        content = path.read_bytes()
    except (FileNotFoundError, ValueError):
        raise BadInput("table-not-found", file=str(path)) from None
    except OSError as error:
        raise BadInput("table-unreadable", file=str(path), why=error.strerror or str(error)) from None
    if ending.startswith(".xls"):
        return _workbook(content, path.name)
    return Table(None, _bounded(_csv(content, path.name), path.name))


def _bounded(rows: Iterator[tuple[Cell, ...]], file: str) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
    kept: list[tuple[int, tuple[Cell, ...]]] = []
    for number, row in enumerate(rows, 1):
        held = row[:MOST_COLUMNS]
        if all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in held):
            continue
        if len(kept) == MOST_ROWS:
            raise BadInput("table-too-many-rows", file=file, most=MOST_ROWS)
        if any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in held):
            raise BadInput("table-cell-too-long", file=file, row=number, most=LONGEST_CELL)
        kept.append((number, held))
    return tuple(kept)


def _csv(content: bytes, file: str) -> Iterator[tuple[Cell, ...]]:
    text = _decoded(content, file)
    start = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(",\t;", key=start.count)
    try:
        yield from map(tuple, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise BadInput("table-csv-broken", file=file, why=str(error)) from None


def _decoded(content: bytes, file: str) -> str:
    """UTF-8 where it is UTF-8, else what Chinese Excel writes."""
    marks = (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if content.startswith(marks) else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput("table-encoding", file=file)


def _workbook(content: bytes, file: str) -> Table:
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and only where an XLSX is read
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    _harmless(content, file)
    broken = (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError, SyntaxError, OSError)
    try:
        with closing(load_workbook(io.BytesIO(content), read_only=True, data_only=True)) as book:
            sheet = next((each for each in book.worksheets if each.sheet_state == "visible"), None)
            if sheet is None:
                raise BadInput("table-broken", file=file)
            sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
            rows = (tuple(map(_cell, row)) for row in sheet.iter_rows(values_only=True))
            return Table(sheet.title, _bounded(rows, file))
    except broken:
        raise BadInput("table-broken", file=file) from None


def _harmless(content: bytes, file: str) -> None:
    """Refuse what unpacks without end, and XML that defines entities of its own."""
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
                raise BadInput("table-too-large", file=file, megabytes=LARGEST_UNPACKED // 1024**2)
            for part in parts.infolist():
                with parts.open(part) as opened:
                    if b"<!DOCTYPE" in opened.read(4096).upper():
                        raise BadInput("table-broken", file=file)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        raise BadInput("table-broken", file=file) from None


def _cell(value: object) -> Cell:
    """A duration or a formula's own object is shown as the text that stands for it."""
    if value is None or isinstance(value, str | int | float | bool | datetime | date | time):
        return value
    return str(value)

"""What cells alone do not tell of a workbook: hidden sheets, merged cells, formulas that nobody has worked out."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from cadre_tui.files.content import MEGABYTE
from cadre_tui.files.workbook import Damaged, unpacked_size
from cadre_tui.model.fault import BadInput
from cadre_tui.tables.quietly import quietly
from cadre_tui.tables.sheets import MOST_COLUMNS, WORKBOOK, read_content

MOST_UNPACKED: Final = 30 * MEGABYTE
"""Bytes of a workbook's parts together, of which this may be asked: it is held in memory whole."""

MOST_ROWS: Final = 20_000
MOST_CELLS: Final = 2_000_000
"""Of all sheets together, empty ones between two included: each is looked for."""

FORMULA: Final = re.compile(rb"<(\w+:)?f[\s/>]")
MERGED: Final = re.compile(rb"mergeCell")

Merged = tuple[int, int, int, int, str]
"""A merged range: first and last row, first and last column, counted from 1, and what it is called."""


@dataclass
class Accidents:
    """What happened, by the names of the sheets."""

    hidden: list[str] = field(default_factory=list)
    merged: dict[str, list[Merged]] = field(default_factory=dict)
    unsolved: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


def too_large(path: Path) -> bool:
    """Whether a workbook unpacks to more than may be looked at; no for anything else.

    Raises:
        BadInput: the file is not there, or is too large itself.
    """
    try:
        return unpacked_size(io.BytesIO(read_content(path))) > MOST_UNPACKED
    except Damaged:
        return False


def accidents(path: Path) -> Accidents:
    """What happened in a workbook that ``read_sheets`` could read, nothing for a CSV file; all is counted from 1.

    Raises:
        BadInput: its sheets ask for more cells than can be looked at.
    """
    content = read_content(path)
    found = Accidents()
    if not content.startswith(WORKBOOK):
        return found
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second, for workbooks only

    with quietly():
        written = load_workbook(io.BytesIO(content), keep_links=False)
        solved = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
    asked = 0
    for sheet in written.worksheets:
        if sheet.sheet_state != "visible":
            found.hidden.append(sheet.title)
            continue
        found.merged[sheet.title] = _merged(sheet)
        high, wide = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
        asked += high * wide
        if asked > MOST_CELLS:
            raise BadInput("workbook-beyond", file=path.name)
        rows = sheet.iter_rows(max_row=high, max_col=wide)
        found.unsolved[sheet.title] = [
            (at, position)
            for at, row in enumerate(rows, start=1)
            for position, cell in enumerate(row, start=1)
            if cell.data_type == "f" and _is_unsolved(solved[sheet.title].cell(at, position))
        ]
    return found


def merged_cells(path: Path | str) -> dict[str, list[Merged]]:
    """The merged ranges of each sheet of a workbook that ``read_sheets`` could read, read only where there are some.

    Nothing for a CSV file, for what a plugin's importer read, and for a workbook too large to be looked at once more.
    """
    content = read_content(path)
    if not content.startswith(WORKBOOK):
        return {}
    try:
        return _merged_in(content)
    except Exception:
        return {}  # a style that is damaged, say, keeps nobody from reading the cells


def unsolved_cells(path: Path | str) -> dict[str, frozenset[tuple[int, int]]]:
    """Row and column of each cell whose formula nobody has worked out, by sheet: readers find nothing in it.

    Looked for only where there are formulas. Nothing where ``merged_cells`` finds nothing.
    """
    content = read_content(path)
    if not content.startswith(WORKBOOK):
        return {}
    try:
        return _unsolved_in(content)
    except Exception:
        return {}


def _unsolved_in(content: bytes) -> dict[str, frozenset[tuple[int, int]]]:
    if not _holds(content, FORMULA):
        return {}
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second, for workbooks only

    def sheets(*, solved: bool) -> Iterator[Any]:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=solved, keep_links=False)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what the file says of its own size is often wrong
            yield sheet

    with quietly():
        return {
            written.title: frozenset(
                (at, position)
                for at, pair in enumerate(zip(written.iter_rows(), solved.iter_rows(), strict=True), start=1)
                for position, (formula, cell) in enumerate(zip(*pair, strict=True), start=1)
                if position <= MOST_COLUMNS and formula.data_type == "f" and _is_unsolved(cell)
            )
            for written, solved in zip(sheets(solved=False), sheets(solved=True), strict=True)
        }


def _is_unsolved(cell: Any) -> bool:
    """Whether nothing was worked out: a formula may also come to an empty text, which is kept as a text."""
    return cell.value is None and cell.data_type != "str"


def _holds(content: bytes, wanted: re.Pattern[bytes]) -> bool:
    """Whether a part that may be a sheet holds it; no for a workbook that is too large to be looked at once more."""
    if unpacked_size(io.BytesIO(content)) > MOST_UNPACKED:
        return False
    with ZipFile(io.BytesIO(content)) as parts:
        return any(wanted.search(parts.read(each)) for each in parts.namelist() if "worksheets/" in each)


def _merged_in(content: bytes) -> dict[str, list[Merged]]:
    if not _holds(content, MERGED):
        return {}
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second, for workbooks only

    with quietly():
        written = load_workbook(io.BytesIO(content), keep_links=False)
    return {sheet.title: _merged(sheet) for sheet in written.worksheets}


def _merged(sheet: Any) -> list[Merged]:
    return [(each.min_row, each.max_row, each.min_col, each.max_col, each.coord) for each in sheet.merged_cells]

"""What cells alone do not tell of a workbook: hidden sheets, merged cells, formulas that nobody has worked out."""

import io
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from cadre_tui.tables.sheets import MOST_COLUMNS, NO_ARCHIVE, WORKBOOK

MOST_UNPACKED: Final = 30 * 1024 * 1024
"""Bytes of a workbook's parts together, of which this may be asked: it is held in memory whole."""

MOST_ROWS: Final = 20_000


@dataclass
class Accidents:
    """``merged`` are the ranges of a sheet: first and last row, first and last column, and what it is called."""

    hidden: list[str] = field(default_factory=list)
    merged: dict[str, list[tuple[int, int, int, int, str]]] = field(default_factory=dict)
    unsolved: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


def too_large(path: Path) -> bool:
    """Whether a workbook unpacks to more than may be looked at; no for anything else."""
    try:
        with ZipFile(path) as parts:
            return sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED
    except NO_ARCHIVE:
        return False


def accidents(path: Path) -> Accidents:
    """What happened in a workbook that ``read_sheets`` could read, nothing for a CSV file; all is counted from 1."""
    content = path.read_bytes()
    found = Accidents()
    if not content.startswith(WORKBOOK):
        return found
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second, for workbooks only

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl does not keep: nothing is written back
        written = load_workbook(io.BytesIO(content))
        solved = load_workbook(io.BytesIO(content), data_only=True)
    for sheet in written.worksheets:
        if sheet.sheet_state != "visible":
            found.hidden.append(sheet.title)
            continue
        ranges = [(each.min_row, each.max_row, each.min_col, each.max_col, each.coord) for each in sheet.merged_cells]
        found.merged[sheet.title] = ranges
        rows = sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS))
        found.unsolved[sheet.title] = [
            (at, position)
            for at, row in enumerate(rows, start=1)
            for position, cell in enumerate(row, start=1)
            if cell.data_type == "f" and solved[sheet.title].cell(at, position).value is None
        ]
    return found

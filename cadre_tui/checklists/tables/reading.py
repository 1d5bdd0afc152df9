"""A workbook or CSV file -> the tables that the equivalent TOML file would give, with the cell of each field."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from cadre_tui.checklists.tables.building import Building
from cadre_tui.checklists.tables.columns import KINDS, named
from cadre_tui.checklists.tables.places import Places
from cadre_tui.checklists.tables.sheet_rows import Row, Rows, find_rows
from cadre_tui.files.content import MEGABYTE
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.codes import inputs
from cadre_tui.model.fault import BadInput, Fault, Place
from cadre_tui.tables.accidents import MOST_UNPACKED, accidents, too_large
from cadre_tui.tables.sheets import Sheet, Unreadable, read_sheets

MOST_ROWS: Final = 5_000
"""Rows of one sheet that hold something."""

OF_A_CHECKLIST: Final = {
    "roster-not-found": "checklist-not-found",
    "roster-unreadable": "checklist-unreadable",
    "roster-old-workbook": "roster-old-workbook",
    "roster-too-large": "table-too-large",
}
"""What is said of a roster's file, as it is said of a checklist."""

NO_TABLE: Final = {
    inputs.DAMAGED_WORKBOOK: codes.TABLE_DAMAGED,
    inputs.UNKNOWN_ENCODING: codes.TABLE_ENCODING,
    inputs.DAMAGED_CSV: codes.TABLE_CSV,
    inputs.TOO_MANY_ROWS: codes.TABLE_ROWS,
}
"""What any table may be told, with a checklist's own codes."""


@dataclass
class TableDraft:
    """What a table says: ``raw`` is None where nothing can be concluded from it."""

    raw: dict[str, Any] | None
    places: Places
    faults: list[Fault] = field(default_factory=list)


def read_tables(path: Path, file: str) -> TableDraft:
    """The tables in a workbook or CSV file; ``file`` is what it is called where faults are told.

    Raises:
        BadInput: it cannot be read at all.
    """
    try:
        if too_large(path):
            raise BadInput("table-too-large", file=path.name, megabytes=MOST_UNPACKED // MEGABYTE)
        sheets = read_sheets(path, MOST_ROWS)
    except Unreadable as error:
        return TableDraft(None, Places(), [_in_file(error.fault, file)])
    except BadInput as error:
        code = OF_A_CHECKLIST.get(error.code, error.code)
        values = error.values | ({"file": file} if code.startswith("checklist") else {})
        raise BadInput(code, **values) from None
    sheets = tuple(Sheet(file, sheet.name, sheet.rows) for sheet in sheets)
    rows = find_rows(sheets)
    for kind in KINDS[:2]:
        if kind.name not in rows.begins:
            rows.fault(codes.NO_SHEET, Place(file=file), name=kind.titles[0], english=kind.name)
    try:
        _tell_accidents(path, file, rows)
    except BadInput:
        raise
    except Exception:
        # openpyxl answers a damaged workbook with whatever comes to hand; what was read of it is not trusted then.
        damaged = Fault(code=codes.TABLE_DAMAGED, place=Place(file=file))
        return TableDraft(None, Places(), [damaged])
    building = Building(rows)
    raw = building.build()
    nothing = not rows.begins
    return TableDraft(None if nothing else raw, building.places, rows.faults)


def _in_file(fault: Fault, file: str) -> Fault:
    place = fault.place.model_copy(update={"file": file})
    return fault.model_copy(update={"code": NO_TABLE[fault.code], "place": place})


def _tell_accidents(path: Path, file: str, rows: Rows) -> None:
    happened = accidents(path)
    for name in happened.hidden:
        if named(name):
            rows.fault(codes.HIDDEN_SHEET, Place(file=file, sheet=name), name=name)
    at = {(row.sheet.name, row.number): (kind, row) for kind, within in rows.of.items() for row in within}
    used: Callable[[str, int, int], bool] = lambda sheet, row, column: (  # noqa: E731 - read once, below
        (sheet, row) in at and (column - 1 in at[sheet, row][1].headings or not at[sheet, row][1].headings)
    )
    for sheet, cells in happened.unsolved.items():
        for row, column in cells:
            if used(sheet, row, column):
                rows.fault(codes.UNSOLVED, Place(file=file, sheet=sheet, row=row, column=column))
    for sheet, ranges in happened.merged.items():
        for top, bottom, left, right, name in ranges:
            touched = [(row, col) for row in range(top, min(bottom, top + 999) + 1) for col in range(left, right + 1)]
            harmless = left == right and (sheet, top) in at and _goes_on(*at[sheet, top], left - 1)
            if not harmless and sum(used(sheet, *each) for each in touched) > 1:
                place = Place(file=file, sheet=sheet, row=top, column=left)
                rows.fault(codes.MERGED, place, name=name)


def _goes_on(kind: str, row: Row, column: int) -> bool:
    """Whether an empty cell in that column means the one above it: merged downwards, it says what it shows."""
    key = row.headings[column][0].key if column in row.headings else ""
    return key.startswith("section.") if kind == "criteria" else key in ("scale", "criterion")

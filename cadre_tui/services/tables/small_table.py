"""A table of a few known columns -> rows of tidy texts, or every faulty cell with what to write instead."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from cadre_tui.files.told_name import told_name
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput, Fault, Place
from cadre_tui.model.nearest import nearest
from cadre_tui.model.people.person import PERSON_ID
from cadre_tui.services.tables.imported import Of, sheets_of
from cadre_tui.services.tables.roster.columns import SEARCHED, plain
from cadre_tui.tables.accidents import merged_cells, unsolved_cells
from cadre_tui.tables.sheets import Cell, DateCell, ErrorCell, Sheet, Unreadable, read_sheets

OF_A_TABLE: Final = {
    "roster-not-found": "table-not-found",
    "roster-unreadable": "table-unreadable",
    "roster-old-workbook": "roster-old-workbook",
    "roster-too-large": "table-too-large",
}
"""What is said of a roster's file, as it is said of any table."""

LONGEST: Final = 80
"""Characters of a cell that is no id."""


@dataclass(frozen=True)
class Column:
    """A column by the headings that it is known by: first the Chinese one that people are told, then the English.

    ``needed`` columns must be there, with something in each cell; a cell of ``ids`` is how a person's id is written;
    one of ``days`` may be a date, also to the spreadsheet: it is read as ``2026-03-01``.
    """

    headings: tuple[str, ...]
    needed: bool = True
    ids: bool = False
    days: bool = False


@dataclass(frozen=True)
class Row:
    """One row: its number in the file, what its cells say (empty ones left out), and which column each stands in."""

    number: int
    values: Mapping[str, str]
    sheet: Sheet
    columns: Mapping[str, int]

    def place(self, name: str) -> Place:
        """Where that cell stands."""
        return self.sheet.place(self.number, self.columns[name])


@dataclass
class Table:
    """The rows of one sheet, and the faults that were found in it, here and by whoever reads on."""

    file: str
    headings: dict[str, str]
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def note(self, code: str, row: Row, column: str, /, **values: Any) -> None:
        """Note a faulty cell; ``where`` is what its column is called in the file."""
        values["where"] = self.headings[column]
        self.faults.append(Fault(code=code, path=column, place=row.place(column), values=values))

    def settle(self) -> None:
        """Refuse the table if anything is wrong.

        Raises:
            BadInput: ``table-faulty``, with every fault in the order of the rows.
        """
        if self.faults:
            found = sorted(self.faults, key=lambda each: (each.place.row or 0, each.place.column or 0))
            raise BadInput("table-faulty", tuple(found), file=self.file, count=len(found))


def read_table(path: Path | str, columns: Mapping[str, Column], most_rows: int, of: Of | None = None) -> Table:
    """Read a CSV (UTF-8, GB18030 or UTF-16) or XLSX file; columns stand in any order, others are not looked at.

    Faulty cells are noted in the table, which the caller settles. ``of`` is what a plugin's importer may read, too.

    Raises:
        BadInput: the file is no table, or has not the columns that are needed.
    """
    file = told_name(path)
    try:
        sheets = sheets_of(path, of, most_rows) if of else read_sheets(path, most_rows)
    except Unreadable as error:
        raise BadInput("table-faulty", (error.fault,), file=file, count=1) from None
    except BadInput as error:
        raise BadInput(OF_A_TABLE.get(error.code, error.code), **error.values) from None
    sheet, at, found = _headings(sheets, columns)
    if sheet is None:
        needed, english = zip(*(each.headings[:2] for each in columns.values() if each.needed), strict=True)
        place = sheets[0].place(sheets[0].rows[0][0]) if sheets and sheets[0].rows else Place(file=file)
        fault = Fault(code=codes.NO_HEADINGS, place=place, values={"needed": needed, "english": english})
        raise BadInput("table-faulty", (fault,), file=file, count=1)
    number, cells = sheet.rows[at]
    written = {name: " ".join(str(cells[column]).split()) for name, column in found.items()}
    table = Table(file, written)
    table.faults += _heading_faults(sheet, number, cells, columns, found)
    for row_number, row_cells in sheet.rows[at + 1 :]:
        _read_row(table, sheet, columns, found, row_number, row_cells)
    _check_unsolved(table, sheet, found, path)
    _check_merged(table, sheet, found, path)
    return table


def _check_unsolved(table: Table, sheet: Sheet, found: Mapping[str, int], path: Path | str) -> None:
    """A formula that nobody has worked out is told as one: its cell is empty only to a reader."""
    waiting = unsolved_cells(path).get(sheet.name or "", frozenset())
    if not waiting:
        return
    cells = [(row, name) for row in table.rows for name in found if (row.number, found[name] + 1) in waiting]
    places = {row.place(name) for row, name in cells}
    table.faults = [each for each in table.faults if each.code != codes.EMPTY_CELL or each.place not in places]
    for row, name in cells:
        table.note(codes.UNSOLVED_CELL, row, name)


def _check_merged(table: Table, sheet: Sheet, found: Mapping[str, int], path: Path | str) -> None:
    """A range that is merged over several cells, told at its first: the others hold nothing, and are not told."""
    for top, bottom, left, right, name in merged_cells(path).get(sheet.name or "", ()):
        within = [each for each, position in found.items() if left <= position + 1 <= right]
        rows = [row for row in table.rows if top <= row.number <= bottom]
        if len(rows) * len(within) > 1:
            places = {row.place(column) for row in rows for column in within}
            table.faults = [
                each for each in table.faults if each.code != codes.EMPTY_CELL or each.place not in places
            ]
            table.note(codes.MERGED_CELLS, rows[0], within[0], name=name)


def heading_of(cell: Cell) -> str:
    """What is left of a heading by which it is known: ``Person ID`` and ``person-id (*)`` are alike."""
    return plain(cell).lower().replace("_", "").replace("-", "").rstrip("*:").split("(", maxsplit=1)[0]


def _named(cell: Cell, columns: Mapping[str, Column]) -> str | None:
    heading = heading_of(cell)
    return next((name for name, column in columns.items() if heading in column.headings), None)


def _headings(sheets: Sequence[Sheet], columns: Mapping[str, Column]) -> tuple[Sheet | None, int, dict[str, int]]:
    """The sheet and row that name the most of the columns (a title may stand above it), and where each is."""
    best: tuple[Sheet | None, int, dict[str, int]] = (None, 0, {})
    for sheet in sheets:
        for at, (_number, cells) in enumerate(sheet.rows[:SEARCHED]):
            found: dict[str, int] = {}
            for position, cell in enumerate(cells):
                name = _named(cell, columns)
                if name is not None:
                    found.setdefault(name, position)
            if len(found) > len(best[2]):
                best = (sheet, at, found)
    return best


def _heading_faults(
    sheet: Sheet, number: int, cells: Sequence[Cell], columns: Mapping[str, Column], found: Mapping[str, int]
) -> list[Fault]:
    faults = []
    unknown = [plain(cell) for cell in cells if plain(cell) and _named(cell, columns) is None]
    for name, column in columns.items():
        if column.needed and name not in found:
            near = next((each for each in unknown if nearest(each, column.headings, alike=0.5)), None)
            values = {"name": column.headings[0], "english": column.headings[1], "instead": near}
            code = codes.COLUMN_MISNAMED if near else codes.COLUMN_MISSING
            faults.append(Fault(code=code, place=sheet.place(number), values=values))
    for position, cell in enumerate(cells):
        named = _named(cell, columns)
        if named is not None and found[named] != position:
            values = {"name": plain(cell)}
            faults.append(Fault(code=codes.COLUMN_TWICE, place=sheet.place(number, position), values=values))
    return faults


def _read_row(
    table: Table,
    sheet: Sheet,
    columns: Mapping[str, Column],
    found: Mapping[str, int],
    number: int,
    cells: Sequence[Cell],
) -> None:
    at = {name: cells[position] if position < len(cells) else "" for name, position in found.items()}
    if not any(not isinstance(cell, str) or cell.strip() for cell in at.values()):
        return
    if all(isinstance(cell, str) and " ".join(cell.split()) == table.headings[name] for name, cell in at.items()):
        return  # the headings again, as on each printed page
    values: dict[str, str] = {}
    row = Row(number, values, sheet, found)
    for name, cell in at.items():
        text = _read_cell(table, row, name, columns[name], cell)
        if text:
            values[name] = text
    table.rows.append(row)


def _read_cell(table: Table, row: Row, name: str, column: Column, cell: Cell) -> str:
    """The tidy text; nothing where the cell is empty or faulty."""
    if isinstance(cell, DateCell) and column.days:
        return cell.shown
    if isinstance(cell, DateCell):
        table.note(codes.BECAME_DATE, row, name, name=cell.shown)
    elif isinstance(cell, ErrorCell):
        table.note(codes.CELL_ERROR, row, name, name=cell.shown)
    else:
        # Most cells hold nothing odd; to look at each letter of a large table takes seconds.
        seen = cell if cell.isprintable() else "".join(each for each in cell if unicodedata.category(each) != "Cf")
        text = " ".join(seen.split())
        text = unicodedata.normalize("NFKC", text).strip() if column.ids else text
        if not text:
            if column.needed:
                table.note(codes.EMPTY_CELL, row, name)
        elif not text.isprintable() and any(unicodedata.category(each) in ("Cc", "Cs") for each in text):
            table.note(codes.UNPRINTABLE, row, name)
        elif column.ids and not PERSON_ID.fullmatch(text):
            table.note(codes.BAD_PERSON_ID, row, name, name=text[:LONGEST])
        elif len(text) > LONGEST:
            table.note(codes.TOO_LONG, row, name, length=len(text), most=LONGEST)
        else:
            return text
    return ""

"""Sheets of cells -> the rows of each kind of sheet, with the column that each of their cells stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cadre_tui.checklists.tables.columns import HEAD, KINDS, Headings, Kind, heading, known, named, plain
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import Fault, Place
from cadre_tui.model.nearest import nearest
from cadre_tui.tables.sheets import Cell, Sheet

SEARCHED: Final = 8
"""Rows among which the headings are looked for: a title may stand above them."""

NOTES: Final = ("说明", "填写说明", "notes", "readme", "guide")
"""Sheets that people write to each other."""


@dataclass(frozen=True)
class Row:
    """One row: its sheet, its number, its cells, and where each column stands."""

    sheet: Sheet
    number: int
    cells: Sequence[Cell]
    headings: Headings

    def place(self, column: int) -> Place:
        """Where a cell stands; ``column`` from 0."""
        return self.sheet.place(self.number, column)


@dataclass
class Rows:
    """The rows of every kind of sheet, in their order, where each kind begins, and what is wrong with the sheets."""

    of: dict[str, list[Row]] = field(default_factory=lambda: {kind.name: [] for kind in KINDS})
    begins: dict[str, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, place: Place, *, warning: bool = False, **values: Any) -> None:
        """Note a fault."""
        self.faults.append(Fault(code=code, place=place, warning=warning, values=values))


def find_rows(sheets: Sequence[Sheet]) -> Rows:
    """The rows of all sheets, and of the parts of a sheet of another name or of a CSV file: a part begins with a row
    that holds nothing but the name of a kind of sheet.
    """
    rows = Rows()
    names = tuple(title for kind in KINDS for title in kind.titles)
    for sheet in sheets:
        found = list(_parts(sheet))
        for kind, part in found:
            _read(rows, sheet, kind, part)
        if not found and sheet.name is not None and plain(sheet.name) not in NOTES:
            near = nearest(plain(sheet.name), names)
            rows.fault(codes.UNKNOWN_SHEET, sheet.place(), warning=near is None, name=sheet.name, meant=near)
    return rows


Numbered = tuple[int, tuple[Cell, ...]]


def _parts(sheet: Sheet) -> Iterator[tuple[Kind, list[Numbered]]]:
    kind = named(sheet.name)
    if kind is not None:
        yield kind, list(sheet.rows)
        return
    part: list[Numbered] = []
    for number, cells in sheet.rows:
        filled = [cell for cell in cells if cell != ""]
        begins = named(filled[0]) if len(filled) == 1 and isinstance(filled[0], str) else None
        if begins is None:
            part.append((number, cells))
            continue
        if kind is not None:
            yield kind, part
        kind, part = begins, []
    if kind is not None:
        yield kind, part


def _read(rows: Rows, sheet: Sheet, kind: Kind, part: Sequence[Numbered]) -> None:
    rows.begins.setdefault(kind.name, sheet.place(part[0][0] if part else None))
    if kind is HEAD:
        rows.of[kind.name] += [Row(sheet, number, cells, {}) for number, cells in part]
        return
    candidates = [_headings(cells, kind) for _, cells in part[:SEARCHED]]
    at = max(range(len(candidates)), key=lambda each: len(candidates[each]), default=None)
    if at is None or len(candidates[at]) < 2:
        if part:
            needed = tuple(column.headings[0] for column in kind.columns[:8])
            rows.fault(codes.NO_HEADINGS, sheet.place(part[0][0]), needed=needed)
        return
    headings = candidates[at]
    _check_headings(rows, Row(sheet, *part[at], headings), kind)
    for number, cells in part[at + 1 :]:
        if _headings(cells, kind) != headings:  # the headings again, as on each printed page
            rows.of[kind.name].append(Row(sheet, number, cells, headings))


def _headings(cells: Sequence[Cell], kind: Kind) -> Headings:
    found = ((position, heading(cell, kind.columns)) for position, cell in enumerate(cells))
    return {position: column for position, column in found if column is not None}


def _check_headings(rows: Rows, row: Row, kind: Kind) -> None:
    seen = set()
    for position, cell in enumerate(row.cells):
        if position in row.headings:
            column, language = row.headings[position]
            if (column.key, language) in seen:
                rows.fault(codes.COLUMN_TWICE, row.place(position), name=str(cell))
            seen.add((column.key, language))
        elif isinstance(cell, str) and cell.strip():
            near = nearest(plain(cell), known(kind.columns))
            rows.fault(codes.UNKNOWN_COLUMN, row.place(position), name=cell.strip(), meant=near)

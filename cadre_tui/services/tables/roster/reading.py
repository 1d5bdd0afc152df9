"""Rows of a roster -> people and units, or every faulty cell with what to write instead."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from cadre_tui.files.told_name import told_name
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput, Fault, Place
from cadre_tui.model.people.person import PERSON_ID, Person, Roster, Standing, Unit
from cadre_tui.services.tables.imported import sheets_of
from cadre_tui.services.tables.roster import cells
from cadre_tui.services.tables.roster.checks import check_rows
from cadre_tui.services.tables.roster.columns import HEADINGS, NEEDED, find_headings, heading_faults
from cadre_tui.services.tables.roster.rows import Reading, Row, ids_in, tidy
from cadre_tui.services.tables.roster.sort_keys import sort_key
from cadre_tui.tables.accidents import merged_cells, unsolved_cells
from cadre_tui.tables.sheets import Cell, DateCell, ErrorCell, Unreadable

LONGEST: Final = {
    "id": 32,
    "name": 60,
    "unit": 80,
    "level": 60,
    "duty": 120,
    "colleagues": 30_000,
    "superior": 32,
    "also_in": 2_000,
    "serves": 30_000,
    "standing": 20,
    "rated": 20,
}
"""Characters."""

WORDS: Final[Mapping[str, tuple[Callable[[str], Any], Callable[[str], str | None], str, tuple[str, ...]]]] = {
    "level": (cells.level, cells.near_level, codes.NO_SUCH_LEVEL, cells.TOLD_LEVELS),
    "standing": (
        cells.standing,
        cells.near_standing,
        codes.NO_SUCH_STANDING,
        cells.TOLD_STANDINGS,
    ),
    "rated": (cells.rated, cells.near_rated, codes.NEITHER_RATED_NOR_NOT, cells.TOLD_RATED),
}
"""Columns in which only certain words can stand: how they are read, what was probably meant, the fault, the words."""


def read_roster(path: Path | str) -> tuple[Roster, tuple[Fault, ...]]:
    """The people in a CSV or XLSX file, in its order, and what was noticed (warnings).

    Raises:
        BadInput: the file cannot be used (``roster-faulty``: every fault is listed; nothing of it was taken).
    """
    file = told_name(path)
    try:
        sheets = sheets_of(path, "roster")
    except Unreadable as error:
        raise _faulty(file, [error.fault]) from None
    found = next(((sheet, at) for sheet in sheets if (at := find_headings(sheet)) is not None), None)
    if found is None:
        place = sheets[0].place(sheets[0].rows[0][0]) if sheets and sheets[0].rows else Place(file=file)
        needed = tuple(HEADINGS[name][0] for name in NEEDED)
        code = codes.NO_HEADINGS if sheets and sheets[0].rows else codes.NO_PEOPLE
        raise _faulty(file, [Fault(code=code, place=place, values={"needed": needed, "english": NEEDED})])
    sheet, headings = found
    reading = Reading(
        sheet,
        headings,
        merged=tuple(merged_cells(path).get(sheet.name or "", ())),
        unsolved=unsolved_cells(path).get(sheet.name or "", frozenset()),
    )
    reading.faults += heading_faults(sheet, headings)
    reading.faults += (
        Fault(
            code=codes.SHEET_IGNORED,
            place=Place(file=file, sheet=each.name),
            values={"read": sheet.name},
            warning=True,
        )
        for each in sheets
        if each is not sheet
    )
    roster = _roster(reading)
    wrong = [fault for fault in reading.faults if not fault.warning]
    if wrong:
        raise _faulty(file, sorted(wrong, key=lambda each: (each.place.row or 0, each.place.column or 0)))
    return roster, tuple(reading.faults)


def _faulty(file: str, faults: list[Fault]) -> BadInput:
    return BadInput("roster-faulty", tuple(faults), file=file, count=len(faults))


def _roster(reading: Reading) -> Roster:
    for number, written in reading.sheet.rows[reading.headings.at + 1 :]:
        _read_row(reading, number, written)
    _note_rows_of_formulas(reading)
    if not reading.rows and not reading.refused:
        reading.faults.append(Fault(code=codes.NO_PEOPLE, place=reading.sheet.place()))
    check_rows(reading)
    if reading.refused:
        return Roster()
    units = dict.fromkeys(row.values["unit"] for row in reading.rows)
    return Roster(units=tuple(Unit(id=each, name=each) for each in units), people=tuple(map(_person, reading.rows)))


def _note_rows_of_formulas(reading: Reading) -> None:
    """A row of nothing but formulas that nobody has worked out is no row to a reader: its first cell is told."""
    read = {row.number for row in reading.rows} | {reading.sheet.rows[reading.headings.at][0]}
    names = {column + 1: name for name, column in reading.headings.columns.items()}
    first: dict[int, int] = {}
    for row, column in sorted(reading.unsolved):
        if column in names and row not in read:
            first.setdefault(row, column)
    for row, column in first.items():
        reading.note(codes.UNSOLVED_CELL, Row(row, {}), names[column])


def _person(row: Row) -> Person:
    values = row.values
    return Person(
        id=values["id"],
        name=values["name"],
        unit=values["unit"],
        level=values.get("level", ""),
        duty=values.get("duty", ""),
        colleagues=row.lists.get("colleagues", ()),
        superior=values.get("superior", ""),
        also_in=row.lists.get("also_in", ()),
        serves=row.lists.get("serves", ()),
        standing=values.get("standing", Standing.ON_DUTY),
        rated=values.get("rated", True),
        sort_key=sort_key(values["name"]),
    )


def _read_row(reading: Reading, number: int, written: tuple[Cell, ...]) -> None:
    """One row. A heading that is repeated further down (as on each printed page) is no person."""
    columns = reading.headings.columns
    at = {name: written[column] if column < len(written) else "" for name, column in columns.items()}
    if all(cell == "" or (isinstance(cell, str) and not cell.strip()) for cell in at.values()):
        return
    heading = reading.sheet.rows[reading.headings.at][1]
    if all(cell == heading[columns[name]] for name, cell in at.items()):
        return
    row = Row(number, {})
    empty = [name for name, cell in at.items() if not _read_cell(reading, row, name, cell)]
    for name in empty:
        if reading.waits(number, name):
            reading.note(codes.UNSOLVED_CELL, row, name)
    for name in NEEDED:
        # Somebody who only rates has no checklist of their own, for which the level would be needed.
        needless = name == "level" and row.values.get("rated") is False
        if name not in empty or needless:
            continue
        # What is merged, or a formula, is told as that.
        if not reading.covered(number, name) and not reading.waits(number, name):
            reading.note(codes.EMPTY_CELL, row, name)
    reading.rows.append(row)


def _read_cell(reading: Reading, row: Row, name: str, cell: Cell) -> bool:
    """Read one cell, or note what is wrong with it; False where it is empty."""
    if isinstance(cell, DateCell):
        reading.note(codes.BECAME_DATE, row, name, name=cell.shown)
    elif isinstance(cell, ErrorCell):
        reading.note(codes.CELL_ERROR, row, name, name=cell.shown)
    elif not (text := tidy(name, cell)):
        return False
    elif not text.isprintable() and any(unicodedata.category(each) in ("Cc", "Cs") for each in text):
        reading.note(codes.UNPRINTABLE, row, name)
    elif len(text) > LONGEST[name]:
        reading.note(codes.TOO_LONG, row, name, length=len(text), most=LONGEST[name])
    else:
        _read_text(reading, row, name, text)
    return True


def _read_text(reading: Reading, row: Row, name: str, text: str) -> None:
    if name == "colleagues":
        row.lists[name] = ids_in(text)
    elif name == "id" and not PERSON_ID.fullmatch(text):
        reading.note(codes.BAD_PERSON_ID, row, name, name=text)
    elif name == "superior" and len(ids_in(text)) > 1:
        reading.note(codes.ONE_SUPERIOR, row, name, name=text)
    elif name in WORDS:
        read, near, code, known = WORDS[name]
        value = read(text)
        if value is None:
            reading.note(code, row, name, name=text, known=known, meant=near(text))
        else:
            row.values[name] = value
    else:
        row.values[name] = text

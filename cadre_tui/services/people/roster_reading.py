"""Rows of a roster -> people and units, or every faulty cell with what to write instead."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from cadre_tui.model import input_fault_codes as codes
from cadre_tui.model.checklist import LEVELS
from cadre_tui.model.fault import BadInput, Fault, Place
from cadre_tui.model.nearest import nearest
from cadre_tui.model.people import PERSON_ID, Person, Roster, Unit
from cadre_tui.services.people.roster_columns import HEADINGS, NEEDED, Headings, find_headings, heading_faults
from cadre_tui.services.people.roster_file import Cell, DateCell, ErrorCell, Sheet, Unreadable, read_sheets
from cadre_tui.services.people.sort_keys import sort_key

LEVEL_NAMES: Final = {
    "县级领导": "county-leadership",
    "县级领导班子": "county-leadership",
    "县处级": "county-leadership",
    "乡科级": "township-bureau",
    "乡科级干部": "township-bureau",
    "乡镇部门": "township-bureau",
    "村(社区)干部": "village-branch",
    "村(社区)党支部": "village-branch",
    "村社区干部": "village-branch",
    "村干部": "village-branch",
    "社区干部": "village-branch",
    "机关干部": "agency-staff",
    "机关工作人员": "agency-staff",
    "企业干部": "enterprise",
    "企业": "enterprise",
    "县级领导干部": "county-leadership",
    "countyleadership": "county-leadership",
    "townshipbureau": "township-bureau",
    "villagebranch": "village-branch",
    "agencystaff": "agency-staff",
}
"""What the five levels are called, in half-width signs and without spaces."""

TOLD_LEVELS: Final = ("县级领导", "乡科级干部", "村（社区）干部", "机关干部", "企业干部")
OWN_LEVEL: Final = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+")
"""A county's own level bears the county's prefix."""

BETWEEN_IDS: Final = re.compile(r"[\s、,;/|]+")
HANZI: Final = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U000323af·]+")
LONGEST: Final = {"id": 32, "name": 60, "unit": 80, "level": 60, "duty": 120, "colleagues": 30_000}
"""Characters."""

MOST_GUESSES: Final = 50
"""What was probably meant is looked for so many times: where a whole column is wrong, guesses help nobody."""


@dataclass
class _Row:
    """One person's cells as they are read, and where each stands."""

    number: int
    values: dict[str, str]
    places: dict[str, Place]
    colleagues: tuple[str, ...] = ()


@dataclass
class _Reading:
    """One sheet while it is read."""

    sheet: Sheet
    headings: Headings
    rows: list[_Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def note(self, code: str, row: _Row, column: str, /, **values: Any) -> None:
        """Note a faulty cell; ``where`` is what its column is called in the file."""
        values["where"] = self._heading(column)
        self.faults.append(Fault(code=code, path=column, place=row.places[column], values=values))

    def _heading(self, column: str) -> str:
        cells = self.sheet.rows[self.headings.at][1]
        written = cells[self.headings.columns[column]]
        return " ".join(written.split()) if isinstance(written, str) else HEADINGS[column][0]


def read_roster(path: Path | str) -> tuple[Roster, tuple[Fault, ...]]:
    """The people in a CSV or XLSX file, in its order, and what was noticed (warnings).

    Raises:
        BadInput: the file cannot be used (``roster-faulty``: every fault is listed; nothing of it was taken).
    """
    file = Path(path).name
    try:
        sheets = read_sheets(path)
    except Unreadable as error:
        raise _faulty(file, [error.fault]) from None
    found = next(((sheet, at) for sheet in sheets if (at := find_headings(sheet)) is not None), None)
    if found is None:
        place = sheets[0].place(sheets[0].rows[0][0]) if sheets and sheets[0].rows else Place(file=file)
        needed = tuple(HEADINGS[name][0] for name in NEEDED)
        code = codes.NO_HEADINGS if sheets and sheets[0].rows else codes.NO_PEOPLE
        raise _faulty(file, [Fault(code=code, place=place, values={"needed": needed})])
    sheet, headings = found
    reading = _Reading(sheet, headings)
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


def _roster(reading: _Reading) -> Roster:
    for number, cells in reading.sheet.rows[reading.headings.at + 1 :]:
        _read_row(reading, number, cells)
    if not reading.rows and not any(not fault.warning for fault in reading.faults):
        place = reading.sheet.place()
        reading.faults.append(Fault(code=codes.NO_PEOPLE, place=place))
    _check_ids(reading)
    _check_colleagues(reading)
    if any(not fault.warning for fault in reading.faults):
        return Roster()
    units = dict.fromkeys(row.values["unit"] for row in reading.rows)
    return Roster(units=tuple(Unit(id=each, name=each) for each in units), people=tuple(map(_person, reading.rows)))


def _person(row: _Row) -> Person:
    values = row.values
    return Person(
        id=values["id"],
        name=values["name"],
        unit=values["unit"],
        level=values["level"],
        duty=values.get("duty", ""),
        colleagues=row.colleagues,
        sort_key=sort_key(values["name"]),
    )


def _read_row(reading: _Reading, number: int, cells: tuple[Cell, ...]) -> None:
    """One row. A heading that is repeated further down (as on each printed page) is no person."""
    columns = reading.headings.columns
    at = {name: cells[column] if column < len(cells) else "" for name, column in columns.items()}
    if all(cell == "" or (isinstance(cell, str) and not cell.strip()) for cell in at.values()):
        return
    heading = reading.sheet.rows[reading.headings.at][1]
    if all(cell == heading[columns[name]] for name, cell in at.items()):
        return
    places = {name: reading.sheet.place(number, column) for name, column in columns.items()}
    row = _Row(number, {}, places)
    for name, cell in at.items():
        _read_cell(reading, row, name, cell)
    reading.rows.append(row)


def _read_cell(reading: _Reading, row: _Row, name: str, cell: Cell) -> None:
    if isinstance(cell, DateCell):
        return reading.note(codes.BECAME_DATE, row, name, name=cell.shown)
    if isinstance(cell, ErrorCell):
        return reading.note(codes.CELL_ERROR, row, name, name=cell.shown)
    text = _tidy(name, cell)
    if not text:
        if name in NEEDED:
            reading.note(codes.EMPTY_CELL, row, name)
        return None
    if any(unicodedata.category(each) in ("Cc", "Cs") for each in text):
        return reading.note(codes.UNPRINTABLE, row, name)
    if len(text) > LONGEST[name]:
        return reading.note(codes.TOO_LONG, row, name, length=len(text), most=LONGEST[name])
    if name == "colleagues":
        row.colleagues = tuple(dict.fromkeys(each for each in BETWEEN_IDS.split(text) if each))
    elif name == "level":
        _read_level(reading, row, text)
    elif name == "id" and not PERSON_ID.fullmatch(text):
        reading.note(codes.BAD_PERSON_ID, row, name, name=text)
    else:
        row.values[name] = text
    return None


def _tidy(name: str, cell: str) -> str:
    """Without what nobody sees; ids and levels in half-width signs; a hanzi name without the space that pads it."""
    shown = "".join(each for each in cell if unicodedata.category(each) != "Cf")
    text = " ".join(shown.split())
    if name in ("id", "level", "colleagues"):
        return unicodedata.normalize("NFKC", text).strip()
    if name in ("name", "unit"):
        closed = text.replace(" ", "")
        return closed if HANZI.fullmatch(closed) else text
    return text


def _read_level(reading: _Reading, row: _Row, text: str) -> None:
    written = text.replace(" ", "").lower()
    code = LEVEL_NAMES.get(written) or LEVEL_NAMES.get(written.replace("-", "").replace("_", ""))
    if code is None and (written in LEVELS or OWN_LEVEL.fullmatch(written)):
        code = written
    if code is not None:
        row.values["level"] = code
        return
    reading.note(codes.NO_SUCH_LEVEL, row, "level", name=text, known=TOLD_LEVELS, meant=_near_level(written))


@cache
def _near_level(written: str) -> str | None:
    return nearest(written, (*LEVEL_NAMES, *LEVELS), alike=0.5)


def _check_ids(reading: _Reading) -> None:
    """Each id once. Two that differ in capitals alone are one to many file systems, and to most readers."""
    first: dict[str, _Row] = {}
    for row in reading.rows:
        person_id = row.values.get("id")
        if person_id is None:
            continue
        before = first.setdefault(person_id.casefold(), row)
        if before is row:
            continue
        code = codes.ID_TWICE if before.values["id"] == person_id else codes.ID_ALIKE
        values = {"name": person_id, "other": before.values["id"], "row": before.number}
        reading.note(code, row, "id", **values)


def _check_colleagues(reading: _Reading) -> None:
    ids = [row.values["id"] for row in reading.rows if "id" in row.values]
    # Where an id could not be read, who is unknown cannot be told.
    certain = len(ids) == len(reading.rows)
    known = set(ids)
    meant: dict[str, str | None] = {}
    for row in reading.rows:
        for each in row.colleagues:
            if each == row.values.get("id"):
                reading.note(codes.OWN_COLLEAGUE, row, "colleagues", name=each)
            elif certain and each not in known:
                if each not in meant and len(meant) < MOST_GUESSES:
                    meant[each] = _meant(each, reading.rows, ids)
                reading.note(codes.NO_SUCH_COLLEAGUE, row, "colleagues", name=each, meant=meant.get(each))


def _meant(written: str, rows: Iterable[_Row], ids: list[str]) -> str | None:
    """The id of the one person of that name, else the id that looks most like what was written."""
    named = [row.values["id"] for row in rows if row.values.get("name") == written]
    if len(named) == 1:
        return named[0]
    return nearest(written, ids, alike=0.7)

"""What the rows of a roster say of one another: ids once, and whoever and whatever is named is there."""

from collections.abc import Mapping
from typing import Final

from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.nearest import MOST_GUESSES, nearest
from cadre_tui.services.tables.roster.rows import Reading, Row, units_in
from cadre_tui.tables.sheets import MOST_ROWS

CIRCLE_SHOWN: Final = 6
"""Ids of a circle of superiors that are told; of a longer one, the first of them."""


def check_rows(reading: Reading) -> None:
    """Note what is wrong between the rows, and set the lists of units."""
    _check_ids(reading)
    people = _People(reading)
    _check_colleagues(reading, people)
    _check_superiors(reading, people)
    _check_circles(reading)
    _check_units(reading)
    _check_merged(reading)


class _People:
    """Who is in the file, and who was meant by an id that is not."""

    def __init__(self, reading: Reading) -> None:
        self._rows = reading.rows
        self._ids = [row.values["id"] for row in reading.rows if "id" in row.values]
        self._known = frozenset(self._ids)
        self._meant: dict[str, str | None] = {}
        # Where an id could not be read, who is unknown cannot be told.
        self._certain = len(self._ids) == len(reading.rows)

    def unknown(self, person_id: str) -> bool:
        """Whether it is certain that nobody has this id."""
        return self._certain and person_id not in self._known

    def meant(self, written: str) -> str | None:
        """The id of the one person of that name, else the id that looks most like what was written."""
        if written not in self._meant and len(self._meant) < MOST_GUESSES:
            named = [row.values["id"] for row in self._rows if row.values.get("name") == written]
            self._meant[written] = named[0] if len(named) == 1 else nearest(written, self._ids, alike=0.7)
        return self._meant.get(written)


def _check_ids(reading: Reading) -> None:
    """Each id once. Two that differ in capitals alone are one to many file systems, and to most readers."""
    first: dict[str, Row] = {}
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


def _check_colleagues(reading: Reading, people: _People) -> None:
    for row in reading.rows:
        for each in row.lists.get("colleagues", ()):
            if each == row.values.get("id"):
                reading.note(codes.OWN_COLLEAGUE, row, "colleagues", name=each)
            elif people.unknown(each):
                reading.note(codes.NO_SUCH_COLLEAGUE, row, "colleagues", name=each, meant=people.meant(each))


def _check_superiors(reading: Reading, people: _People) -> None:
    for row in reading.rows:
        superior = row.values.get("superior")
        if superior is None:
            continue
        if superior == row.values.get("id"):
            reading.note(codes.OWN_SUPERIOR, row, "superior", name=superior)
        elif people.unknown(superior):
            reading.note(codes.NO_SUCH_SUPERIOR, row, "superior", name=superior, meant=people.meant(superior))


def _check_circles(reading: Reading) -> None:
    """Nobody leads those who lead them: each circle is told once, at its first row."""
    rows = {row.values["id"]: row for row in reversed(reading.rows) if "id" in row.values}
    above = {key: row.values["superior"] for key, row in rows.items() if "superior" in row.values}
    for circle in _circles(above):
        if len(circle) == 1:
            continue  # told as somebody who is their own superior
        at = min(range(len(circle)), key=lambda place: rows[circle[place]].number)
        told = [*circle[at:], *circle[:at]]
        shown = (*told, told[0]) if len(told) <= CIRCLE_SHOWN else (*told[:CIRCLE_SHOWN], "…")
        reading.note(codes.SUPERIOR_CIRCLE, rows[told[0]], "superior", circle=shown)


def _circles(above: Mapping[str, str]) -> list[list[str]]:
    """The circles among people of whom each has at most one superior. Everybody is gone through once."""
    found: list[list[str]] = []
    seen: dict[str, str] = {}
    for start in above:
        way: list[str] = []
        here: str | None = start
        while here is not None and here not in seen:
            seen[here] = start
            way.append(here)
            here = above.get(here)
        if here is not None and seen[here] == start:
            found.append(way[way.index(here) :])
    return found


def _check_units(reading: Reading) -> None:
    named = [row.values["unit"] for row in reading.rows if "unit" in row.values]
    known = frozenset(named)
    certain = len(named) == len(reading.rows)
    meant: dict[str, str | None] = {}
    for row in reading.rows:
        for column in ("also_in", "serves"):
            if column not in row.values:
                continue
            units = units_in(row.values.pop(column), known)
            for each in units:
                if each == row.values.get("unit"):
                    reading.note(codes.OWN_UNIT, row, column, warning=True, name=each)
                elif certain and each not in known:
                    if each not in meant and len(meant) < MOST_GUESSES:
                        meant[each] = nearest(each, known, alike=0.5)
                    reading.note(codes.NO_SUCH_UNIT, row, column, name=each, meant=meant.get(each))
            row.lists[column] = tuple(each for each in units if each != row.values.get("unit"))


def _check_merged(reading: Reading) -> None:
    """A range that is merged over several people's cells, told at its first: who is below has nothing there."""
    numbers = {row.number: row for row in reading.rows}
    for top, bottom, left, right, name in reading.merged:
        columns = [each for each, at in reading.headings.columns.items() if left <= at + 1 <= right]
        people = [numbers[each] for each in range(top, min(bottom, top + MOST_ROWS) + 1) if each in numbers]
        if len(people) * len(columns) > 1:
            reading.note(codes.MERGED_CELLS, people[0], columns[0], name=name)

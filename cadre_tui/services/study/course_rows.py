"""An export of another system -> entries for the register, or every faulty cell with what to write instead."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from re import fullmatch
from typing import Final

from cadre_tui.model.codes import study as codes
from cadre_tui.model.fault import Fault, Place
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.courses import CourseRow
from cadre_tui.model.study.log import HoursEntry
from cadre_tui.model.study.settings import CourseSource
from cadre_tui.model.study.terms import StudyKind
from cadre_tui.services.tables.small_table import Column, Row, Table, heading_of, read_table

MOST_ROWS: Final = 50_000
UNITS: Final = ("个学时", "学时", "课时", "小时", "分钟", "hours", "h")
"""What may stand behind a number of hours."""

DAYS: Final = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日")


class Rows:
    """Reads the rows of one export. ``people`` are those whom the one who imports keeps the register of."""

    def __init__(
        self, source: CourseSource, everybody: Collection[Person], mine: Collection[Person], today: date, by: str
    ) -> None:
        self._source = source
        self._mine = {each.id for each in mine}
        self._by_id = {each.id: each for each in everybody}
        self._by_name: dict[str, list[Person]] = {}
        for each in everybody:
            self._by_name.setdefault(each.name, []).append(each)
        self._today = today
        self._by = by

    def read(self, path: Path | str, left_out: Collection[int], at: datetime) -> tuple[Table, tuple[CourseRow, ...]]:
        """The rows that are right; the table is settled: nothing in it is wrong.

        Raises:
            BadInput: the file is no table, lacks a column, or (``table-faulty``) holds what cannot be.
        """
        table = read_table(path, self._columns(), MOST_ROWS)
        if not table.rows and not table.faults:
            table.faults.append(Fault(code=codes.NO_COURSES, place=Place(file=table.file)))
        found = [each for row in table.rows if row.number not in left_out for each in self._row(table, row, at)]
        table.faults = [each for each in table.faults if each.place.row not in left_out]
        table.settle()
        return table, tuple(found)

    def _columns(self) -> dict[str, Column]:
        named = self._source.columns
        return {
            name: Column(
                headings=(heading_of(heading), heading),
                needed=name in ("person", "title", "day", "hours"),
                ids=name == "person" and not self._source.by_name,
                days=name in ("day", "until"),
            )
            for name, heading in named.items()
        }

    def _row(self, table: Table, row: Row, at: datetime) -> Iterator[CourseRow]:
        """One entry, or none where a cell of it is wrong."""
        before = len(table.faults)
        person = self._person(table, row)
        day = self._day(table, row, "day")
        until = self._day(table, row, "until")
        hours = self._hours(table, row)
        kind = self._kind(table, row)
        if day and until and until < day:
            table.note(codes.ENDS_BEFORE, row, "until", name=until.isoformat())
        values = row.values
        if not (person and day and hours and kind and "title" in values) or len(table.faults) > before:
            return
        entry = HoursEntry(
            id="",
            title=values["title"],
            day=day,
            until=until if until and until > day else None,
            hours=hours,
            kind=kind,
            matter=self._source.matter,
            source=self._source.id,
            number=values.get("number", ""),
            proof=values.get("proof", ""),
            by=self._by,
            at=at,
        )
        if hours > 24 * entry.days:
            table.note(codes.HOURS_BEYOND, row, "hours", name=str(hours), most=24 * entry.days)
            return
        yield CourseRow(row=row.number, person=person, entry=entry)

    def _person(self, table: Table, row: Row) -> Person | None:
        written = row.values.get("person")
        if written is None:
            return None
        if self._source.by_name:
            found = self._by_name.get(written.replace(" ", ""), [])
            if len(found) > 1:
                ids = tuple(each.id for each in found)
                table.note(codes.NAME_OF_SEVERAL, row, "person", name=written, known=ids)
                return None
            person = found[0] if found else None
        else:
            person = self._by_id.get(written)
        if person is None:
            table.note(codes.UNKNOWN_PERSON, row, "person", name=written)
        elif person.id not in self._mine:
            table.note(codes.NOT_YOURS, row, "person", name=written)
        return person if person and person.id in self._mine else None

    def _day(self, table: Table, row: Row, column: str) -> date | None:
        written = row.values.get(column)
        if written is None:
            return None
        day = day_in(written)
        if day is None:
            table.note(codes.NOT_A_DAY, row, column, name=written)
        elif day > self._today:
            table.note(codes.DAY_TO_COME, row, column, name=day.isoformat(), today=self._today.isoformat())
            return None
        return day

    def _hours(self, table: Table, row: Row) -> Decimal | None:
        written = row.values.get("hours")
        if written is None:
            return None
        number = number_in(written)
        if number is None or number <= 0:
            table.note(codes.NOT_HOURS, row, "hours", name=written)
            return None
        if self._source.minutes is not None:
            number = round(number / self._source.minutes, 2)
        return number

    def _kind(self, table: Table, row: Row) -> StudyKind | None:
        written = row.values.get("kind")
        if written is None:
            return self._source.kind
        kind = self._source.kinds.get(written)
        if kind is None:
            known = tuple(self._source.kinds)
            table.note(codes.UNKNOWN_KIND, row, "kind", name=written, known=known, source=self._source.id)
        return kind


def day_in(written: str) -> date | None:
    """The day that a cell says, in any of the ways that systems write it; a time behind it is passed over."""
    text = written.strip().replace("T", " ").split(" ")[0]
    for way in DAYS:
        try:
            return datetime.strptime(text, way).date()
        except ValueError:
            continue
    return None


def number_in(written: str) -> Decimal | None:
    """The number that a cell says, a word for its unit behind it."""
    text = written.strip().lower()
    for unit in UNITS:
        text = text.removesuffix(unit).strip()
    if not fullmatch(r"\d{1,9}(\.\d{1,6})?", text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None

"""学习台账: what is recorded of one person in one year."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from cadre_tui.model.base import Frozen
from cadre_tui.model.study.terms import Matter, StudyKind

OWN_HAND: Final = "own"
"""The source of an entry that its person wrote."""

BY_CLERK: Final = "clerk"
"""The source of an entry that whoever keeps the register wrote."""


class Mark(StrEnum):
    """Whether somebody was there. ``EXCUSED`` and ``ABSENT`` may be made up."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class MakeUp(Frozen):
    """How a missed session was made up: the day, and what shows it."""

    day: date
    proof: str


class Attendance(Frozen):
    """What was marked of one person at one session, by whom and when. ``session`` is its ``key``."""

    session: str
    mark: Mark
    reason: str = ""
    made_up: MakeUp | None = None
    by: str
    at: datetime

    @property
    def attended(self) -> bool:
        """Whether its hours count: there, or made up."""
        return self.mark is Mark.PRESENT or self.made_up is not None


class HoursEntry(Frozen):
    """Hours of study from elsewhere: a training, an online course, self-study.

    ``until`` is the last day of what lasted several. ``source`` is the id of the course source that it was imported
    from, ``own`` or ``clerk``; ``number`` what the source calls it. ``matter`` None: nobody said. Not ``counted``:
    its person wrote it, and whoever keeps the register has not looked at the proof yet.
    """

    id: str
    title: str
    day: date
    until: date | None = None
    hours: Decimal
    kind: StudyKind = StudyKind.KNOWLEDGE
    matter: Matter | None = None
    source: str = BY_CLERK
    number: str = ""
    proof: str = ""
    counted: bool = True
    by: str = ""
    at: datetime

    @property
    def days(self) -> int:
        """How many days it lasted."""
        return ((self.until or self.day) - self.day).days + 1

    def same_as(self, other: "HoursEntry") -> bool:
        """Whether it is certainly the same: one number of one source, or title, day and hours are alike."""
        if self.number and self.source == other.source:
            return self.number == other.number
        return (self.title, self.day, self.hours) == (other.title, other.day, other.hours)

    def alike(self, other: "HoursEntry") -> bool:
        """Whether it may be the same, recorded twice: as many hours on the same days, or one title on one day."""
        same_days = (self.day, self.until or self.day) == (other.day, other.until or other.day)
        return (same_days and self.hours == other.hours) or (self.day == other.day and self.title == other.title)


class StudyLog(Frozen):
    """The year of one person."""

    year: int
    person: str
    attendance: tuple[Attendance, ...] = ()
    hours: tuple[HoursEntry, ...] = ()

    def at(self, session_key: str) -> Attendance | None:
        """What was marked at a session."""
        return next((each for each in self.attendance if each.session == session_key), None)

    def entry(self, entry_id: str) -> HoursEntry | None:
        """The entry of that id."""
        return next((each for each in self.hours if each.id == entry_id), None)

    def free_id(self) -> str:
        """The id of the next entry."""
        return str(max((int(each.id) for each in self.hours if each.id.isdecimal()), default=0) + 1)

"""集中学习: the sessions in which an audience studies together, and the calendar that they stand in."""

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Final

from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.model.text import Text

MOST_SESSIONS: Final = 400
"""Sessions of one calendar in a year: more than one a day is a mistake."""


class Audience(Frozen):
    """Who studies together: everybody of these ``levels``; in the county's ``units`` where some are named.

    ``id`` is how its sessions are numbered: ``leaders-01``.
    """

    id: str
    title: Text
    levels: tuple[str, ...]
    units: tuple[str, ...] = ()

    def has(self, person: Person) -> bool:
        """Whether this person belongs to it."""
        return person.level in self.levels and (not self.units or person.unit in self.units)


class SessionState(StrEnum):
    """How far a session has come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class StudySession(Frozen):
    """One session. ``unit`` is the id of the unit that holds it, empty: the county. ``audience`` is an id.

    ``hours`` are hours of study as they are credited; ``begins`` and ``ends`` the clock's, both or neither.
    ``notes`` and ``archive`` are references in words: what a paper is called and where it lies.
    """

    id: str
    unit: str = ""
    audience: str
    day: date
    begins: time | None = None
    ends: time | None = None
    theme: str = ""
    speaker: str = ""
    kind: StudyKind = StudyKind.POLITICAL
    matter: Matter = Matter.THEORY
    hours: Decimal = Decimal(3)
    place: str = ""
    state: SessionState = SessionState.PLANNED
    notes: tuple[str, ...] = ()
    archive: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a person's log names it by, whoever holds it: ids are numbered within one calendar."""
        return f"{self.unit}/{self.id}"

    def collides(self, other: "StudySession") -> bool:
        """Whether nobody could be in both: on one day, and at overlapping hours or at hours that nobody said."""
        if self.key == other.key or self.day != other.day:
            return False
        if SessionState.CANCELLED in (self.state, other.state):
            return False
        if self.begins is None or self.ends is None or other.begins is None or other.ends is None:
            return True
        return self.begins < other.ends and other.begins < self.ends


class StudyCalendar(Frozen):
    """The sessions that the county (``unit`` empty) or a unit holds in a year, by day."""

    year: int
    unit: str = ""
    sessions: tuple[StudySession, ...] = ()

    def session(self, session_id: str) -> StudySession | None:
        """The session of that id."""
        return next((each for each in self.sessions if each.id == session_id), None)

    def with_session(self, fresh: StudySession) -> "StudyCalendar":
        """The calendar with ``fresh`` in the place of the one of its id, or added; by day."""
        kept = [each for each in self.sessions if each.id != fresh.id]
        return self.model_copy(update={"sessions": in_order((*kept, fresh))})

    def free_id(self, audience: str) -> str:
        """The id of the next session of an audience."""
        numbers = (each.id.rpartition("-")[2] for each in self.sessions if each.id.startswith(f"{audience}-"))
        return f"{audience}-{max((int(each) for each in numbers if each.isdecimal()), default=0) + 1:02d}"


def in_order(sessions: tuple[StudySession, ...]) -> tuple[StudySession, ...]:
    """By day, then by the clock, then by id."""
    return tuple(sorted(sessions, key=lambda each: (each.day, each.begins or time.min, each.id)))

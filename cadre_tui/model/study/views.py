"""What is shown of study: a sign-in, a person's year, and how units and levels stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.certificate import CertificateLedger
from cadre_tui.model.study.log import Attendance, HoursEntry
from cadre_tui.model.study.period import Period
from cadre_tui.model.study.plan import StudyPlan
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.sums import YearSums


class SignInLine(Frozen):
    """One person on a sign-in; ``attendance`` None: not marked yet."""

    person: Person
    unit: str
    attendance: Attendance | None


class SignIn(Frozen):
    """A session and everybody who should be there."""

    year: int
    session: StudySession
    lines: tuple[SignInLine, ...]


@dataclass(frozen=True)
class PersonYear:
    """One person's year: what was planned, what is recorded, what is asked.

    ``asked`` are the hours that the period asks for, ``asked_so_far`` those of the part that is over. ``next`` is the
    next session that the person belongs to; ``waiting`` are entries whose proof nobody has looked at yet.
    """

    person: Person
    unit: str
    period: Period
    sums: YearSums
    asked: Fraction
    asked_so_far: Fraction
    plan: StudyPlan
    ledger: CertificateLedger
    next: StudySession | None = None
    waiting: tuple[HoursEntry, ...] = ()

    @property
    def met(self) -> bool:
        """Whether the hours of the whole period are there."""
        return self.sums.hours >= self.asked

    @property
    def behind(self) -> Fraction:
        """Hours wanting of what should be there by now; 0 where none are."""
        return max(self.asked_so_far - Fraction(self.sums.hours), Fraction(0))


class Standing(Frozen):
    """How a group of people stands: a unit, a level, or all. Everybody is measured alike, leaders or not.

    ``met`` have the whole period's hours, ``behind`` less than what should be there by now. ``sessions`` are marks of
    sessions, ``attended`` those that count. ``items`` are planned, ``done`` done, ``overdue`` past their day;
    ``planless`` are people without a plan.
    """

    name: str
    people: int
    hours: Decimal
    met: int
    behind: int
    sessions: int
    attended: int
    items: int
    done: int
    overdue: int
    planless: int
    reviewed: int = 0

    @property
    def mean_hours(self) -> Fraction:
        """Hours a person."""
        return Fraction(self.hours) / self.people if self.people else Fraction(0)

    @property
    def attendance(self) -> Fraction | None:
        """The share of sessions attended, from 0 to 1; None where there were none."""
        return Fraction(self.attended, self.sessions) if self.sessions else None

    @property
    def carried_out(self) -> Fraction | None:
        """The share of planned items done, from 0 to 1; None where nothing is planned."""
        return Fraction(self.done, self.items) if self.items else None


def together(name: str, standings: Sequence[Standing]) -> Standing:
    """How those stand as a group of that name."""
    sums = {field: sum(getattr(each, field) for each in standings) for field in COUNTED}
    return Standing(name=name, hours=sum((each.hours for each in standings), Decimal(0)), **sums)


COUNTED: Final = tuple(name for name in Standing.model_fields if name not in ("name", "hours"))


@dataclass(frozen=True)
class Due:
    """Something that is due: ``what`` is ``plan-missing``, ``behind``, ``overdue``, ``to-make-up`` or ``waiting``."""

    what: str
    person: Person
    unit: str
    count: Decimal = Decimal(1)


@dataclass(frozen=True)
class StudyOverview:
    """督查: by unit, by level, leaders and all others, and the whole."""

    period: Period
    until: date
    whole: Standing
    units: tuple[Standing, ...]
    levels: tuple[Standing, ...]
    leaders: Standing
    others: Standing
    held: int
    planned: int
    due: tuple[Due, ...]

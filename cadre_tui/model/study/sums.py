"""Hours, attendance and plans of one person, summed over a period. Exact; the entries behind a sum stay at hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from cadre_tui.model.study.log import Attendance, HoursEntry, Mark, StudyLog
from cadre_tui.model.study.period import Period
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.terms import Matter, StudyKind


@dataclass(frozen=True)
class Attended:
    """A session in somebody's year, with what was marked."""

    session: StudySession
    attendance: Attendance


@dataclass(frozen=True)
class YearSums:
    """What somebody's log holds in a period. ``waiting`` are hours that nobody has looked at yet: not counted.

    An entry counts whole on its first day.
    """

    sessions: tuple[Attended, ...] = ()
    entries: tuple[HoursEntry, ...] = ()
    waiting: Decimal = Decimal(0)

    @cached_property
    def together(self) -> Decimal:
        """Hours of collective sessions."""
        return sum((each.session.hours for each in self.sessions if each.attendance.attended), Decimal(0))

    @cached_property
    def elsewhere(self) -> Decimal:
        """Hours of everything else."""
        return sum((each.hours for each in self.entries), Decimal(0))

    @cached_property
    def hours(self) -> Decimal:
        """All of them."""
        return self.together + self.elsewhere

    @cached_property
    def attended(self) -> int:
        """Sessions that count as attended, made-up ones among them."""
        return sum(each.attendance.attended for each in self.sessions)

    @cached_property
    def made_up(self) -> int:
        """Those of them that were made up."""
        return sum(each.attendance.made_up is not None for each in self.sessions)

    @cached_property
    def excused(self) -> int:
        """Sessions missed with a reason, and not made up."""
        return sum(each.attendance.mark is Mark.EXCUSED and not each.attendance.attended for each in self.sessions)

    @cached_property
    def absent(self) -> int:
        """Sessions missed without one, and not made up."""
        return sum(each.attendance.mark is Mark.ABSENT and not each.attendance.attended for each in self.sessions)

    def of_kind(self, kind: StudyKind) -> Decimal:
        """Hours of one of the four literacies."""
        return self._where(kind=kind)

    def of_matter(self, matter: Matter) -> Decimal:
        """Hours of theory, or of business; of entries that say neither, none."""
        return self._where(matter=matter)

    def _where(self, *, kind: StudyKind | None = None, matter: Matter | None = None) -> Decimal:
        sessions = (each.session for each in self.sessions if each.attendance.attended)
        every: Iterable[StudySession | HoursEntry] = (*sessions, *self.entries)
        fits = (
            each.hours
            for each in every
            if (kind is None or each.kind is kind) and (matter is None or each.matter is matter)
        )
        return sum(fits, Decimal(0))


def summed(log: StudyLog, sessions: Mapping[str, StudySession], period: Period) -> YearSums:
    """What the log holds in the period. ``sessions`` are those of all calendars by key; unknown ones are left out."""
    attended = (
        Attended(session=sessions[each.session], attendance=each)
        for each in log.attendance
        if each.session in sessions and sessions[each.session].day in period
    )
    mine = tuple(each for each in log.hours if each.day in period)
    return YearSums(
        sessions=tuple(sorted(attended, key=lambda each: (each.session.day, each.session.id))),
        entries=tuple(sorted((each for each in mine if each.counted), key=lambda each: (each.day, each.id))),
        waiting=sum((each.hours for each in mine if not each.counted), Decimal(0)),
    )


def required_in(asked: Decimal, period: Period) -> Fraction:
    """The hours that a period asks for, of those that a year does."""
    return Fraction(asked) * period.share


def hours_on(log: StudyLog, sessions: Mapping[str, StudySession], entry: HoursEntry) -> Fraction:
    """The most hours of study that any day of ``entry`` would hold with it; hours of several days are spread evenly.

    Another version of the same entry in the log is not counted.
    """
    others = [each for each in log.hours if each.id != entry.id]
    attended = [sessions[each.session] for each in log.attendance if each.attended and each.session in sessions]

    def on(day: int) -> Fraction:
        return sum(
            (Fraction(each.hours) / each.days for each in (*others, entry) if _on(each, day)), Fraction(0)
        ) + sum((Fraction(each.hours) for each in attended if each.day.toordinal() == day), Fraction(0))

    first = entry.day.toordinal()
    return max(on(day) for day in range(first, first + entry.days))


def _on(entry: HoursEntry, day: int) -> bool:
    return entry.day.toordinal() <= day < entry.day.toordinal() + entry.days

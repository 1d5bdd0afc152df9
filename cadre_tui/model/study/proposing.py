"""A year's calendar of collective sessions: every audience every so many weeks, in turn, and never on a free day."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from cadre_tui.model.study.session import Audience, StudySession

WEEK = 7
SATURDAY = 5


def proposed(
    year: int, audiences: Sequence[Audience], weekday: int, works: Callable[[date], bool], hours: Decimal
) -> tuple[StudySession, ...]:
    """A session a week, the audiences in turn: with two, each meets every two weeks, in alternate weeks.

    ``weekday`` runs from 0 (Monday) to 6. ``works`` says whether a day is worked on. Where the weekday is free, the
    nearest day of its week that is worked on is taken, the earlier of two, and a weekend that is worked on instead
    only where nothing else is; a week without any has no session, and the turn stays with the audience.
    """
    if not audiences:
        return ()
    numbers = dict.fromkeys((each.id for each in audiences), 0)
    found: list[StudySession] = []
    turn = 0
    for monday in _mondays(year):
        day = _nearest([monday + timedelta(days=each) for each in range(WEEK)], weekday, year, works)
        if day is None:
            continue
        audience = audiences[turn % len(audiences)]
        turn += 1
        numbers[audience.id] += 1
        found.append(
            StudySession(id=f"{audience.id}-{numbers[audience.id]:02d}", audience=audience.id, day=day, hours=hours)
        )
    return tuple(found)


def _mondays(year: int) -> Iterator[date]:
    """The first day of each week of which most days lie in the year (ISO 8601)."""
    monday = date.fromisocalendar(year, 1, 1)
    while monday.isocalendar().year == year:
        yield monday
        monday += timedelta(days=WEEK)


def _nearest(week: Sequence[date], weekday: int, year: int, works: Callable[[date], bool]) -> date | None:
    near = sorted(range(WEEK), key=lambda each: (each != weekday and each >= SATURDAY, abs(each - weekday), each))
    return next((week[each] for each in near if week[each].year == year and works(week[each])), None)

"""How everybody stands in a period, kept in memory: whoever has nothing new since the last look is not read again."""

from collections.abc import Iterable, Sequence
from datetime import date
from threading import Lock
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from cadre_tui.model.people.person import Person, Roster
from cadre_tui.model.study.period import Period
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.views import Due, Standing
from cadre_tui.services.county import County
from cadre_tui.services.study.reading import today
from cadre_tui.services.study.reckoning import Reckoning
from cadre_tui.store import Key, keys

MOST_PERIODS: Final = 4
"""As many as are kept: a year, its halves, the year before."""


class PersonStanding(NamedTuple):
    """Of one person's year only what a group's is summed of, and what is due."""

    standing: Standing
    due: tuple[Due, ...]


class Found(NamedTuple):
    """What a look found: the people in the order in which they were asked for, and the sessions of their units."""

    until: date
    people: Sequence[PersonStanding]
    sessions: Iterable[StudySession]


class Standings:
    """The people of one period, added up.

    A look asks for the stamps of all that a person's year is made of, before anything is read: what is written
    meanwhile has another stamp at the next look.
    """

    def __init__(self, period: Period) -> None:
        self._period = period
        self._years = range(period.first.year, period.last.year + 1)
        self._lock = Lock()
        self._roster: Roster | None = None
        self._shared: tuple[object, ...] = ()
        self._stamps: dict[str, tuple[str, ...]] = {}
        self._people: dict[str, PersonStanding] = {}
        self.read = 0
        """Of how many people the year was added up at the last look."""

    def look(self, county: County, roster: Roster, people: Sequence[Person]) -> Found:
        """Those people of today's roster, as of now."""
        with self._lock:
            units = tuple(dict.fromkeys(each.unit for each in people))
            self._forget_what_all_share(county, roster)
            calendars = self._stamped(county, [self._calendars(each) for each in units])
            of_unit = dict(zip(units, calendars, strict=True))
            stamps = self._stamped(county, [self._own(each) for each in people])
            reckoning = Reckoning(county, self._period)
            self.read = 0
            for person, own in zip(people, stamps, strict=True):
                stamp = own + of_unit[person.unit]
                if self._stamps.get(person.id) == stamp:
                    continue
                year = reckoning.of(person, ledger=False)
                self._people[person.id] = PersonStanding(reckoning.standing(year), tuple(reckoning.due(year)))
                self._stamps[person.id] = stamp
                self.read += 1
            sessions = reckoning.sessions_of(units).values()
            return Found(reckoning.until, [self._people[each.id] for each in people], sessions)

    def _forget_what_all_share(self, county: County, roster: Roster) -> None:
        """The day, the roster, what the county settled and its calendars are in everybody's sums."""
        shared = (today(county), *county.store.stamps([keys.STUDY, *self._calendars("")]))
        if roster is not self._roster or shared != self._shared:
            self._roster, self._shared = roster, shared
            self._stamps, self._people = {}, {}

    def _calendars(self, unit: str) -> list[Key]:
        return [keys.study_calendar(year, unit) for year in self._years]

    def _own(self, person: Person) -> list[Key]:
        logs = [keys.study_log(year, person.id) for year in self._years]
        return [*logs, keys.study_plan(self._period.last.year, person.id, of_unit=False)]

    def _stamped(self, county: County, groups: Sequence[Sequence[Key]]) -> list[tuple[str, ...]]:
        """The stamps of each group, all asked for at once."""
        found = iter(county.store.stamps(key for group in groups for key in group))
        return [tuple(next(found) for _key in group) for group in groups]


_kept: Final[WeakKeyDictionary[County, dict[Period, Standings]]] = WeakKeyDictionary()


def standings_of(county: County, period: Period) -> Standings:
    """Those of a period, the same ones as long as the county is open and few other periods are looked at."""
    periods = _kept.setdefault(county, {})
    found = periods.pop(period, None) or Standings(period)
    periods[period] = found
    while len(periods) > MOST_PERIODS:
        periods.pop(next(iter(periods)), None)
    return found

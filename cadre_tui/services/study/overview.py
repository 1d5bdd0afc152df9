"""How study stands: one person's year; by unit and level, leaders and all others by the same measure; what is due."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from cadre_tui.model.people.person import Person
from cadre_tui.model.people.person import Standing as AtPost
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.study.certificate import CertificateLedger
from cadre_tui.model.study.log import StudyLog
from cadre_tui.model.study.period import Period, year_of
from cadre_tui.model.study.period import quarter as quarter_of
from cadre_tui.model.study.session import SessionState, StudySession
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.sums import required_in, summed
from cadre_tui.model.study.views import Due, PersonYear, Standing, StudyOverview
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.arranging import belongs
from cadre_tui.services.study.reading import (
    calendar_of,
    ledger_of,
    log_of,
    plan_of,
    sessions_for,
    settings_of,
    somebody,
    today,
)

LEADING: Final = frozenset({"county-leadership", "township-bureau"})
"""The levels of leaders; everybody else is no leader."""


def person_year(session: Session, person_id: str, period: Period | None = None) -> PersonYear:
    """One person's year (this one, where no period is named), with everything that its sums are made of.

    Raises:
        NotPermitted: it is neither one's own, nor of one's units, and one watches nobody.
        BadInput: the roster has nobody of that id.
    """
    county = session.county
    person = somebody(county, person_id)
    permit(session, Act.SEE_STUDY, of=person_id, unit=person.unit)
    period = period or year_of(today(county).year)
    return Reckoning(county, period).of(person)


def overview(session: Session, period: Period) -> StudyOverview:
    """Everybody whom the session watches over, in a period.

    Raises:
        NotPermitted: a cadre, or a rater.
    """
    for unit in sorted(session.units):
        permit(session, Act.WATCH_STUDY, unit=unit)
    if not session.units:
        permit(session, Act.WATCH_STUDY)
    county = session.county
    people = [
        each
        for each in county.roster().people
        if each.rated and each.standing is AtPost.ON_DUTY and (not session.units or each.unit in session.units)
    ]
    reckoning = Reckoning(county, period)
    years = [reckoning.of(each, ledger=False) for each in people]
    names = {each.id: each.name for each in county.roster().units}
    leaders = [each for each in years if each.person.level in LEADING]
    others = [each for each in years if each.person.level not in LEADING]
    sessions = [each for each in reckoning.sessions.values() if each.day in period]
    return StudyOverview(
        period=period,
        until=reckoning.until,
        whole=reckoning.standing("", years),
        units=_grouped(reckoning, years, {unit: names.get(unit, unit) for unit in _units(years)}, unit=True),
        levels=_grouped(reckoning, years, {level: level for level in _levels(years)}, unit=False),
        leaders=reckoning.standing("leaders", leaders),
        others=reckoning.standing("others", others),
        held=sum(each.state is SessionState.HELD for each in sessions),
        planned=sum(each.state is SessionState.PLANNED for each in sessions),
        due=tuple(due for each in years for due in reckoning.due(each)),
    )


def people_of(session: Session, unit: str, period: Period) -> tuple[PersonYear, ...]:
    """The people of one unit, each with their year, by name.

    Raises:
        NotPermitted: not the clerk of that unit, and one watches nobody.
    """
    permit(session, Act.WATCH_STUDY, unit=unit)
    county = session.county
    reckoning = Reckoning(county, period)
    people = (each for each in county.roster().of_unit(unit) if each.rated)
    return tuple(reckoning.of(each) for each in sorted(people, key=lambda each: (each.sort_key, each.id)))


class Reckoning:
    """Adds up people's years in one period, each drawer read once."""

    def __init__(self, county: County, period: Period) -> None:
        self._county = county
        self._settled: StudySettings = settings_of(county)
        self.period = period
        self._today = today(county)
        self.until = min(self._today, period.last)
        self._years = range(period.first.year, period.last.year + 1)
        self._of_unit: dict[str, Mapping[str, StudySession]] = {}
        self._coming: dict[str, list[StudySession]] = {}
        self._county_sessions = sessions_for(county, self._years, ())
        self._names = {each.id: each.name for each in county.roster().units}

    @property
    def sessions(self) -> Mapping[str, StudySession]:
        """All that were looked at so far, by key."""
        found = dict(self._county_sessions)
        for each in self._of_unit.values():
            found |= each
        return found

    def of(self, person: Person, *, ledger: bool = True) -> PersonYear:
        """One person's; their certificates only where somebody looks at them."""
        sessions = self._sessions(person.unit)
        logs = [log_of(self._county, year, person.id) for year in self._years]
        whole = logs[0] if len(logs) == 1 else _together(logs)
        asked = self._settled.asked_of(person.level)
        return PersonYear(
            person=person,
            unit=self._names.get(person.unit, person.unit),
            period=self.period,
            sums=summed(whole, sessions, self.period),
            asked=required_in(asked, self.period),
            asked_so_far=required_in(asked, self.period.until(self.until)),
            plan=plan_of(self._county, self.period.last.year, person.id),
            ledger=ledger_of(self._county, person.id) if ledger else CertificateLedger(person=person.id),
            next=next((each for each in self._coming[person.unit] if belongs(self._settled, each, person)), None),
            waiting=tuple(each for each in whole.hours if not each.counted and each.day in self.period),
        )

    def standing(self, name: str, years: Sequence[PersonYear]) -> Standing:
        """How some of them stand together."""
        day = self._today
        quarter = quarter_of(self.until)
        return Standing(
            name=name,
            people=len(years),
            hours=sum((each.sums.hours for each in years), Decimal(0)),
            met=sum(each.met for each in years),
            behind=sum(each.behind > 0 for each in years),
            sessions=sum(len(each.sums.sessions) for each in years),
            attended=sum(each.sums.attended for each in years),
            items=sum(len(each.plan.kept) for each in years),
            done=sum(each.plan.done for each in years),
            overdue=sum(each.plan.overdue(day) for each in years),
            planless=sum(not each.plan.items for each in years),
            reviewed=sum(each.plan.reviewed(quarter) for each in years),
        )

    def due(self, year: PersonYear) -> Iterable[Due]:
        """What somebody owes, and what waits for somebody to look at it."""
        overdue = year.plan.overdue(self._today)
        missed = year.sums.absent + year.sums.excused
        found = (
            ("plan-missing", Decimal(not year.plan.items)),
            ("behind", round_half_up(year.behind, 1)),
            ("overdue", Decimal(overdue)),
            ("to-make-up", Decimal(missed)),
            ("waiting", Decimal(len(year.waiting))),
        )
        return (Due(what=what, person=year.person, unit=year.unit, count=count) for what, count in found if count)

    def _sessions(self, unit: str) -> Mapping[str, StudySession]:
        if unit not in self._of_unit:
            calendars = (calendar_of(self._county, year, unit) for year in self._years)
            mine = {**self._county_sessions, **{each.key: each for found in calendars for each in found.sessions}}
            self._of_unit[unit] = mine
            coming = (
                each for each in mine.values() if each.state is SessionState.PLANNED and each.day >= self._today
            )
            self._coming[unit] = sorted(coming, key=lambda each: (each.day, each.id))
        return self._of_unit[unit]


def _together(logs: Sequence[StudyLog]) -> StudyLog:
    """The years of one person in one."""
    return logs[0].model_copy(
        update={
            "attendance": tuple(each for log in logs for each in log.attendance),
            "hours": tuple(each for log in logs for each in log.hours),
        }
    )


def _units(years: Iterable[PersonYear]) -> Iterable[str]:
    return dict.fromkeys(each.person.unit for each in years)


def _levels(years: Iterable[PersonYear]) -> Iterable[str]:
    return dict.fromkeys(each.person.level for each in years)


def _grouped(
    reckoning: Reckoning, years: Sequence[PersonYear], names: Mapping[str, str], *, unit: bool
) -> tuple[Standing, ...]:
    groups: dict[str, list[PersonYear]] = {key: [] for key in names}
    for each in years:
        groups[each.person.unit if unit else each.person.level].append(each)
    return tuple(reckoning.standing(names[key], group) for key, group in groups.items())

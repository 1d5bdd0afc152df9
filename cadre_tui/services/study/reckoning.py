"""Adding up: one person's year, of what is planned, recorded and asked; how they stand, and what is due."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from cadre_tui.model.people.person import Person
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.study.certificate import CertificateLedger
from cadre_tui.model.study.log import StudyLog
from cadre_tui.model.study.period import Period
from cadre_tui.model.study.period import quarter as quarter_of
from cadre_tui.model.study.session import SessionState, StudySession
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.sums import required_in, summed
from cadre_tui.model.study.views import Due, PersonYear, Standing
from cadre_tui.services.county import County
from cadre_tui.services.study.arranging import belongs
from cadre_tui.services.study.reading import calendar_of, ledger_of, log_of, plan_of, sessions_for, settings_of, today


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

    def sessions_of(self, units: Iterable[str]) -> Mapping[str, StudySession]:
        """All of the county's and of those units', by key."""
        found = dict(self._county_sessions)
        for each in units:
            found |= self._sessions(each)
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

    def standing(self, year: PersonYear) -> Standing:
        """How one of them stands: what a group's standing is summed of."""
        return Standing(
            name=year.person.id,
            people=1,
            hours=year.sums.hours,
            met=int(year.met),
            behind=int(year.behind > 0),
            sessions=len(year.sums.sessions),
            attended=year.sums.attended,
            items=len(year.plan.kept),
            done=year.plan.done,
            overdue=year.plan.overdue(self._today),
            planless=int(not year.plan.items),
            reviewed=int(year.plan.reviewed(quarter_of(self.until))),
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

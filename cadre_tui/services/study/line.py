"""The line that home has of study."""

from cadre_tui.model.filling.home import StudyLine
from cadre_tui.model.people.person import Person, Role
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.study.period import year_of
from cadre_tui.model.study.session import SessionState
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.reading import calendar_of, today
from cadre_tui.services.study.reckoning import Reckoning
from cadre_tui.store import keys


def study_line(session: Session) -> StudyLine | None:
    """What home tells; None as long as nothing of this year is recorded, planned or arranged."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    return _own(session) if session.role in (Role.CADRE, Role.RATER) else _county(session)


def _county(session: Session) -> StudyLine | None:
    day = today(session.county)
    sessions = calendar_of(session.county, day.year).sessions
    if not sessions:
        return None
    planned = [each for each in sessions if each.state is SessionState.PLANNED]
    coming = [each for each in planned if each.day >= day]
    return StudyLine(
        held=sum(each.state is SessionState.HELD for each in sessions),
        planned=len(planned),
        next=coming[0].day if coming else None,
        theme=coming[0].theme if coming else "",
    )


def _own(session: Session) -> StudyLine | None:
    county = session.county
    day = today(county)
    person = county.roster().person(session.person)
    if person is None or not _begun(county, day.year, person):
        return None
    year = Reckoning(county, year_of(day.year)).of(person, ledger=False)
    if not (year.plan.items or year.sums.sessions or year.sums.entries or year.waiting or year.next):
        return None
    return StudyLine(
        items=len(year.plan.kept),
        done=year.plan.done,
        overdue=year.plan.overdue(day),
        hours=year.sums.hours,
        asked=round_half_up(year.asked, 1),
        next=year.next.day if year.next else None,
        theme=year.next.theme if year.next else "",
    )


def _begun(county: County, year: int, person: Person) -> bool:
    """Whether anything is stored of the year: as long as nothing is, every look at home is spared the adding up."""
    of_the_year = (
        keys.study_calendar(year, ""),
        keys.study_calendar(year, person.unit),
        keys.study_log(year, person.id),
        keys.study_plan(year, person.id, of_unit=False),
    )
    return any(county.store.stamp(each) for each in of_the_year)

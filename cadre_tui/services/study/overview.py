"""How study stands: one person's year; by unit and level, leaders and all others by the same measure; what is due."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from cadre_tui.model.people.person import Person
from cadre_tui.model.people.person import Standing as AtPost
from cadre_tui.model.study.period import Period, year_of
from cadre_tui.model.study.session import SessionState
from cadre_tui.model.study.views import PersonYear, Standing, StudyOverview, together
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.reading import somebody, today
from cadre_tui.services.study.reckoning import Reckoning
from cadre_tui.services.study.standings import PersonStanding, standings_of

LEADING: Final = frozenset({"county-leadership", "township-bureau"})
"""The levels of leaders; everybody else is no leader."""

LEADERS: Final = "leaders"
OTHERS: Final = "others"


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
    roster = county.roster()
    people = [
        each
        for each in roster.people
        if each.rated and each.standing is AtPost.ON_DUTY and (not session.units or each.unit in session.units)
    ]
    names = {each.id: each.name for each in roster.units}
    found = standings_of(county, period).look(county, roster, people)
    by_unit = _grouped(people, found.people, lambda each: each.unit)
    by_level = _grouped(people, found.people, lambda each: each.level)
    by_rank = _grouped(people, found.people, lambda each: LEADERS if each.level in LEADING else OTHERS)
    sessions = [each for each in found.sessions if each.day in period]
    return StudyOverview(
        period=period,
        until=found.until,
        whole=together("", [each.standing for each in found.people]),
        units=tuple(together(names.get(unit, unit), group) for unit, group in by_unit.items()),
        levels=tuple(together(level, group) for level, group in by_level.items()),
        leaders=together(LEADERS, by_rank.get(LEADERS, ())),
        others=together(OTHERS, by_rank.get(OTHERS, ())),
        held=sum(each.state is SessionState.HELD for each in sessions),
        planned=sum(each.state is SessionState.PLANNED for each in sessions),
        due=tuple(due for each in found.people for due in each.due),
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


def _grouped(
    people: Sequence[Person], found: Sequence[PersonStanding], by: Callable[[Person], str]
) -> Mapping[str, Sequence[Standing]]:
    groups: dict[str, list[Standing]] = {}
    for person, each in zip(people, found, strict=True):
        groups.setdefault(by(person), []).append(each.standing)
    return groups

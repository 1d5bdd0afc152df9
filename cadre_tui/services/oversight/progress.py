"""How far a round has come: counts alone, never what somebody answered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from typing import NamedTuple

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import RoundLine, RoundStatus
from cadre_tui.model.oversight.progress import Counts, GroupLine, PersonLine, UnitLine, total
from cadre_tui.model.people.person import Person, Role
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.services.oversight.reminded import reminded
from cadre_tui.services.oversight.tally import Hour, Part, tally_of
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import by_name, hours
from cadre_tui.services.rounds.life import find
from cadre_tui.services.session import Session


class Rater(NamedTuple):
    """Somebody who is asked for something, counted as of this hour."""

    person: Person
    parts: dict[Part, Counts]
    touched: datetime | None


def status(session: Session, round_id: str) -> RoundStatus:
    """How far each unit and each rater group has come; a clerk sees their own units alone."""
    sight = units_in_sight(session)
    held = find(session.county, round_id)
    raters = list(_raters(session, held, sight))
    units = _by_unit(raters)
    whole = _by_purpose(((purpose, ""), each) for unit in units.values() for purpose, each in unit.counts.items())
    groups = _by_group(raters)
    line = RoundLine(
        round=held.id,
        title=held.rules.title,
        phase=held.phase,
        handed_in={purpose: (each.handed_in, each.given) for purpose, each in whole.items()},
        mock=held.rules.mock,
        ballots=held.rules.anonymous,
    )
    return RoundStatus(
        line=line,
        units=tuple(
            UnitLine(unit=each.name, id=each.id, **units[each.id]._asdict())
            for each in held.roster.units
            if each.id in units
        ),
        counts=whole,
        groups=tuple(
            GroupLine(group=each.id, title=each.title, counts=groups[each.id])
            for each in held.rules.group
            if each.id in groups
        ),
    )


def people(
    session: Session, round_id: str, unit: str | None = None, group: str | None = None
) -> tuple[PersonLine, ...]:
    """How far each rater has come, in the order of the roster: of one unit (its id), of one rater group, or all."""
    sight = units_in_sight(session, unit)
    county = session.county
    held = find(county, round_id)
    last = reminded(county, round_id)
    now, zone = county.now(), zone_of(held)
    names = {each.id: each.name for each in held.roster.units}
    more_time, back = by_name.extendable(held), by_name.returnable(held)
    found = []
    for person, parts, touched in _raters(session, held, sight):
        counts = _by_purpose(part for part in parts.items() if group is None or part[0][1] == group)
        if not counts:
            continue
        deadlines = {each: hours.deadline_of(held, person.id, each) for each in counts}
        found.append(
            PersonLine(
                id=person.id,
                name=person.name,
                sort_key=person.sort_key,
                duty=person.duty,
                unit=person.unit,
                unit_name=names.get(person.unit, person.unit),
                counts=counts,
                saved=touched.astimezone(zone).date() if touched else None,
                deadlines={purpose: until for purpose, until in deadlines.items() if until is not None},
                writable=frozenset(each for each in counts if hours.open_for(held, person.id, each, now)),
                extendable=more_time & counts.keys(),
                returnable=frozenset(each for each, count in counts.items() if count.handed_in and each in back),
                reminded=last.get(person.id),
            )
        )
    return tuple(found)


def units_in_sight(session: Session, unit: str | None = None) -> frozenset[str] | None:
    """The units whose progress may be seen, None: all of them; narrowed to ``unit`` where one is named.

    Raises:
        NotPermitted: that unit, or any, is not the session's to see.
    """
    permit_of = {unit} if unit is not None else session.units if session.role is Role.CLERK else {None}
    if not permit_of:
        permit(session, Act.SEE_PROGRESS)
    for each in permit_of:
        permit(session, Act.SEE_PROGRESS, unit=each)
    return None if None in permit_of else frozenset(each for each in permit_of if each is not None)


def _raters(session: Session, held: Round, sight: frozenset[str] | None) -> Iterator[Rater]:
    """Who is asked for something, in the order of the roster."""
    if held.phase is Phase.SETUP:
        return
    county = session.county
    hour = Hour(held, county.now())
    tallies = tally_of(county, held.id).look(county, held)
    for person in held.roster.people:
        tally = tallies.get(person.id)
        if tally is not None and (sight is None or person.unit in sight):
            parts = {part: hour.at(each, person.id, part[0]) for part, each in tally.parts.items()}
            yield Rater(person, parts, tally.touched)


class Members(NamedTuple):
    """A unit's raters: how many they are, how many have nothing open, and their counts by purpose."""

    people: int
    finished: int
    counts: dict[Purpose, Counts]


def _by_unit(raters: list[Rater]) -> dict[str, Members]:
    """By the id of the unit: of one that the roster does not know any more, too."""
    members: dict[str, list[dict[Part, Counts]]] = defaultdict(list)
    for rater in raters:
        members[rater.person.unit].append(rater.parts)
    return {
        unit: Members(
            people=len(found),
            finished=sum(not any(one.open for one in each.values()) for each in found),
            counts=_by_purpose(part for each in found for part in each.items()),
        )
        for unit, found in members.items()
    }


def _by_purpose(parts: Iterable[tuple[Part, Counts]]) -> dict[Purpose, Counts]:
    found: dict[Purpose, list[Counts]] = defaultdict(list)
    for (purpose, _group), each in parts:
        found[purpose].append(each)
    return {purpose: total(found[purpose]) for purpose in Purpose if purpose in found}


def _by_group(raters: list[Rater]) -> dict[str, Counts]:
    found: dict[str, list[Counts]] = defaultdict(list)
    for rater in raters:
        for (purpose, group), each in rater.parts.items():
            if purpose is Purpose.PEER:
                found[group].append(each)
    return {group: total(each) for group, each in found.items()}


def zone_of(held: Round) -> tzinfo:
    """The zone in which a day of this round is told: its deadlines' own; without any, China's."""
    zones = (until.tzinfo for until in held.rules.deadlines.values())
    return next((zone for zone in zones if zone is not None), hours.CHINA)

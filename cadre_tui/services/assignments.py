"""Who is asked to fill which checklist about whom: worked out from the round's rules and its roster."""

from collections.abc import Iterator

from cadre_tui.model.checklist import Checklist, Purpose
from cadre_tui.model.people import Person, Roster
from cadre_tui.model.round import Assignment, Round, RoundRules
from cadre_tui.services.county import County


def participants(rules: RoundRules, roster: Roster) -> tuple[Person, ...]:
    """The people of the units that take part."""
    return tuple(each for each in roster.people if not rules.units or each.unit in rules.units)


def used_checklists(county: County, held: Round) -> tuple[tuple[Purpose, Checklist], ...]:
    """What the round asks for, in the order of its rules, as frozen when it opened."""
    by_name = {name: pin for pin in held.pins for name in (pin.id, pin.name)}
    return tuple((use.by, county.frozen_checklist(held.id, by_name[use.checklist].digest)) for use in held.rules.use)


def assignments_of(county: County, held: Round, rater: Person) -> Iterator[Assignment]:
    """All that ``rater`` is asked for in the round, self first, colleagues in the roster's order."""
    people = participants(held.rules, held.roster)
    for purpose, checklist in used_checklists(county, held):
        for subject in _subjects(held.rules, people, rater, purpose):
            if checklist.meant_for(subject.level, purpose):
                yield Assignment(rater=rater.id, subject=subject.id, purpose=purpose, checklist=checklist.id)


def raters_of(held: Round, subject: Person, purpose: Purpose) -> tuple[Person, ...]:
    """Who is asked about ``subject`` for that purpose."""
    people = participants(held.rules, held.roster)
    everybody = held.roster.people if purpose is Purpose.CHECK else people
    return tuple(each for each in everybody if subject in _subjects(held.rules, people, each, purpose))


def _subjects(rules: RoundRules, people: tuple[Person, ...], rater: Person, purpose: Purpose) -> tuple[Person, ...]:
    if purpose is Purpose.CHECK:
        inspects = rater.id in rules.inspectors
        return tuple(each for each in people if each.id != rater.id) if inspects else ()
    if rater not in people:
        return ()
    if purpose is Purpose.SELF:
        return (rater,)
    if rules.colleagues == "unit":
        return tuple(each for each in people if each.unit == rater.unit and each.id != rater.id)
    if rules.colleagues == "roster":
        return tuple(each for each in people if each.id in rater.colleagues and each.id != rater.id)
    return ()

"""Who is asked to fill which checklist about whom."""

from collections.abc import Iterable, Iterator

from cadre_tui.allocation.circle import Circle
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.rounds.round import Assignment, Round
from cadre_tui.services.county import County


def used_checklists(county: County, held: Round) -> tuple[tuple[Purpose, Checklist], ...]:
    """What the round asks for, in the order of its rules, as frozen when it opened."""
    by_name = {name: pin for pin in held.pins for name in (pin.id, pin.name)}
    return tuple((use.by, county.frozen_checklist(held.id, by_name[use.checklist].digest)) for use in held.rules.use)


def assignments_of(county: County, held: Round, rater_id: str) -> Iterator[Assignment]:
    """All that ``rater_id`` is asked for in the round, by the order of its rules, colleagues by the roster's."""
    return asked_for(county.circle(held), used_checklists(county, held), rater_id)


def asked_for(circle: Circle, used: Iterable[tuple[Purpose, Checklist]], rater_id: str) -> Iterator[Assignment]:
    """The same, where the round's circle and checklists are at hand: for whoever asks about everybody."""
    for purpose, checklist in used:
        for subject in circle.subjects(rater_id, purpose):
            if checklist.meant_for(subject.level, purpose):
                yield Assignment(rater=rater_id, subject=subject.id, purpose=purpose, checklist=checklist.id)

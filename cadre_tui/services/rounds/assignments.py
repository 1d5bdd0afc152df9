"""Who is asked to fill which checklist about whom."""

from collections.abc import Iterator

from cadre_tui.model.checklist import Checklist, Purpose
from cadre_tui.model.round import Assignment, Round
from cadre_tui.services.county import County


def used_checklists(county: County, held: Round) -> tuple[tuple[Purpose, Checklist], ...]:
    """What the round asks for, in the order of its rules, as frozen when it opened."""
    by_name = {name: pin for pin in held.pins for name in (pin.id, pin.name)}
    return tuple((use.by, county.frozen_checklist(held.id, by_name[use.checklist].digest)) for use in held.rules.use)


def assignments_of(county: County, held: Round, rater_id: str) -> Iterator[Assignment]:
    """All that ``rater_id`` is asked for in the round, by the order of its rules, colleagues by the roster's."""
    circle = county.circle(held)
    for purpose, checklist in used_checklists(county, held):
        for subject in circle.subjects(rater_id, purpose):
            if checklist.meant_for(subject.level, purpose):
                yield Assignment(rater=rater_id, subject=subject.id, purpose=purpose, checklist=checklist.id)

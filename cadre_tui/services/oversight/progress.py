"""How far a round has come: counts alone, never what somebody answered."""

from cadre_tui.model.checklist import Purpose
from cadre_tui.model.home import RoundLine, RoundStatus, UnitLine
from cadre_tui.model.response import State
from cadre_tui.model.round import Round
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds.assignments import assignments_of
from cadre_tui.services.rounds.life import find
from cadre_tui.services.session import Session

Counts = dict[Purpose, tuple[int, int]]
"""Handed in and asked for, by purpose."""


def status(session: Session, round_id: str) -> RoundStatus:
    """How far each unit has come: counts alone, never what somebody answered."""
    permit(session, Act.SEE_PROGRESS)
    county = session.county
    held = find(county, round_id)
    units: dict[str, Counts] = {unit.id: {} for unit in held.roster.units}
    for rater in held.roster.people:
        assigned = tuple(assignments_of(county, held, rater.id))
        drawer = read_drawer(county, round_id, rater.id)
        counts = units.setdefault(rater.unit, {})
        for each in assigned:
            handed_in, asked = counts.get(each.purpose, (0, 0))
            response = drawer.response(each.subject, each.checklist, each.purpose) if drawer.responses else None
            done = response is not None and response.state is State.SUBMITTED
            counts[each.purpose] = (handed_in + done, asked + 1)
    return _status(held, units)


def _status(held: Round, units: dict[str, Counts]) -> RoundStatus:
    total: Counts = {}
    for counts in units.values():
        for purpose, (handed_in, asked) in counts.items():
            before = total.get(purpose, (0, 0))
            total[purpose] = (before[0] + handed_in, before[1] + asked)
    line = RoundLine(round=held.id, title=held.rules.title, phase=held.phase, handed_in=total, mock=held.rules.mock)
    known = {unit.id: unit for unit in held.roster.units}
    lines = (UnitLine(unit=known[key].name, handed_in=counts) for key, counts in units.items() if counts)
    return RoundStatus(line=line, units=tuple(lines))

"""What may come back to whom of figures of many people, and of the remedy list."""

from cadre_tui.model.county_result import CountyResult, Side
from cadre_tui.model.people import Role
from cadre_tui.model.remedy import Remedy
from cadre_tui.model.round import SHOWN, Round
from cadre_tui.services.session import Session


def judge_county(session: Session, held: Round, found: CountyResult) -> None:
    """After the publication; a clerk's own units, a cadre's none; no figure of fewer people than the minimum."""
    assert held.phase in SHOWN
    assert session.role is not Role.RATER
    overseer = session.role in (Role.ORGANISER, Role.SUPERVISOR)
    assert overseer or {each.id for each in found.units} <= session.units
    assert overseer or not found.units or session.role is Role.CLERK
    least = held.rules.least_raters if overseer else max(held.rules.least_raters, 5)
    groups = [each.sides.of(side) for each in found.units for side in (None, *Side)]
    groups += [found.county.of(side) for side in (None, *Side)] + [each.figures for each in found.levels]
    for figures in groups:
        assert figures.scored >= least or (figures.total is None and figures.grades is None)
        assert all(each.people >= least for each in (*figures.criteria.values(), *figures.profile.values()))


def judge_remedy(session: Session, found: Remedy) -> None:
    """Of anybody's unit for who oversees, of their own for a clerk, one's own for everybody else."""
    overseer = session.role in (Role.ORGANISER, Role.SUPERVISOR)
    clerk = session.role is Role.CLERK and found.unit in session.units
    assert overseer or clerk or (session.role in (Role.CADRE, Role.RATER) and found.owner == session.person)

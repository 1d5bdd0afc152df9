"""What is asked of a rater, before anything of it is answered."""

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.filling.asked import Asked
from cadre_tui.model.rounds.round import SHOWN, Round
from cadre_tui.services.filling.writer import may
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.session import Session


def asked(session: Session, held: Round, purpose: Purpose) -> tuple[Asked, ...]:
    """All of one purpose that this session's rater is asked for in a round, in the order of its rules and roster.

    Raises:
        BadInput: nothing is.
    """
    may(session, Act.SEE_TASKS, held)
    circle = session.county.circle(held)
    found = tuple(
        Asked(subject, purpose, checklist)
        for used, checklist in used_checklists(session.county, held)
        if used is purpose and held.phase not in SHOWN
        for subject in circle.subjects(session.rater, purpose)
        if checklist.meant_for(subject.level, purpose)
    )
    if not found:
        raise BadInput("nothing-to-do", round=held.id)
    return found

"""What is asked of a rater, before anything of it is answered."""

from collections.abc import Iterator

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.filling.asked import Asked
from cadre_tui.model.rounds.round import SHOWN, Round
from cadre_tui.services.county import County
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
    county, rater = session.county, session.rater
    found = county.remembered.asked.find(lambda: tuple(_asked(county, held, rater, purpose)), held, rater, purpose)
    if not found:
        raise BadInput("nothing-to-do", round=held.id)
    return found


def _asked(county: County, held: Round, rater: str, purpose: Purpose) -> Iterator[Asked]:
    circle = county.circle(held)
    for used, checklist in used_checklists(county, held):
        if used is purpose and held.phase not in SHOWN:
            for subject in circle.subjects(rater, purpose):
                if checklist.meant_for(subject.level, purpose):
                    yield Asked(subject, purpose, checklist)

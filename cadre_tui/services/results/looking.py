"""What stands from the first look at a closed confidential round on: looks before and after would tell a vote."""

from typing import Final

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.looking import Look, Settling
from cadre_tui.model.rounds.round import Looked, Phase, Round
from cadre_tui.services import audit
from cadre_tui.services.drawers import wait_for_drawer
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.voids import voids_of
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys

ACTS: Final = {
    Look.QUALITY: Act.REVIEW_RATERS,
    Look.DIFFERENCES: Act.REVIEW_RATERS,
    Look.DISCLOSURE: Act.CHECK_DISCLOSURE,
    Look.OUTCOME: Act.SEE_OUTCOME,
}


def would_settle(session: Session, round_id: str, look: Look) -> Settling | None:
    """What that look would settle; None where it settles nothing (any more). To ask this settles nothing.

    Did single responses come and go between two looks, what both show would tell what was in them: whether somebody
    is of another opinion than all the rest. The same holds for votes that count and then do not.

    Raises:
        NotPermitted: people still fill in.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, ACTS[look], phase=held.phase)
    if held.phase is not Phase.MODERATION or not held.rules.confidential:
        return None
    answers = _settles(held)
    voids = look.closes_voids and Purpose.PEER in held.rules.purposes and voids_of(county, held.id).closed is None
    if not answers and not voids:
        return None
    raters = (each for each in held.roster.people if hours.open_for(held, each.id, Purpose.PEER, county.now()))
    return Settling(answers=answers, names=tuple(each.name for each in raters) if answers else (), voids=voids)


def settled(held: Round, session: Session) -> Round:
    """The round, in which what colleagues answered stands from now on where a look settles it."""
    return _settle(session, held) if _settles(held) else held


def _settles(held: Round) -> bool:
    asked = held.rules.confidential and Purpose.PEER in held.rules.purposes
    return asked and held.phase is Phase.MODERATION and held.disclosure is None


def _settle(session: Session, held: Round) -> Round:
    """The round in which nothing about colleagues can be answered any more, and nobody is still at it."""
    county = session.county
    looked = Looked(state="", findings=0, by=session.person, at=county.now())

    def close(found: Document | None) -> Document:
        newest = county.as_round(found or {})
        if not _settles(newest):
            return found or {}
        audit.note(session, "answers-settled", round=held.id)
        return {**(found or {}), "disclosure": looked.model_dump(mode="json")}

    closed = county.as_round(county.store.change(keys.round_rules(held.id), close))
    for rater in closed.roster.people:
        wait_for_drawer(county, held.id, rater.id)  # whoever began to write before has ended
    return closed

"""Giving back what was handed in: with a reason that its writer reads, the original kept, no answer looked at.

What is given back does not count until it is handed in again. Where that has not happened when the round closes,
it is not handed in, and the organiser decides about it as about everything that is missing; the original stays in the
drawer as the record of what was, and counts no more.
"""

from datetime import datetime

from cadre_tui.model.answers.drawer import Change, Drawer, change_of
from cadre_tui.model.answers.response import GIVEN_BACK, Response, State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.services import audit
from cadre_tui.services.drawers import change_drawer, read_drawer
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import extending, hours, life
from cadre_tui.services.rounds.by_name import must_not_be_anonymous
from cadre_tui.services.rounds.extending import extend, must_be_asked, must_not_be_settled, said
from cadre_tui.services.session import Session


def reopen(
    session: Session,
    round_id: str,
    person: str,
    purpose: Purpose,
    reason: str,
    until: datetime | None = None,
    subject: str | None = None,
) -> int:
    """Give one person's handed-in responses of one purpose back (of one ``subject`` alone); answers how many.

    ``until``, which carries its zone, gives the person longer; it is needed where they could not hand in now.

    Raises:
        BadInput: nothing of the kind was handed in, no reason is given, or there is no time left to hand in again.
    """
    county = session.county
    considered(session, round_id, person, purpose, reason, until, subject)
    why = said(reason)
    if until is not None:
        extend(session, round_id, person, purpose, until, why)

    def give_back(drawer: Drawer) -> tuple[Change, ...]:
        newest = life.find(county, round_id)
        permit(session, Act.REOPEN, of=person, phase=newest.phase)
        must_not_be_settled(newest, purpose)
        found = _handed_in(drawer, purpose, subject)
        if not found:
            raise BadInput("nothing-to-reopen", who=person, purpose=purpose)
        values = {"person": person, "purpose": purpose.value, "count": len(found), "reason": why}
        audit.note(session, "responses-reopened", round=round_id, **values)
        return tuple(_reopened(each, why, session.person, county.now()) for each in found)

    return len(change_drawer(county, round_id, person, give_back))


def considered(
    session: Session,
    round_id: str,
    person: str,
    purpose: Purpose,
    reason: str,
    until: datetime | None = None,
    subject: str | None = None,
) -> int:
    """How many responses would be given back; nothing is changed.

    Raises:
        BadInput: as ``reopen``.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.REOPEN, of=person, phase=held.phase)
    said(reason)
    if purpose is Purpose.PEER:
        must_not_be_anonymous(held, "ballots-not-given-back")
    must_be_asked(county, held, person, purpose)
    found = _handed_in(read_drawer(county, held.id, person), purpose, subject)
    if not found:
        raise BadInput("nothing-to-reopen", who=person, purpose=purpose)
    if until is not None:
        extending.considered(session, held.id, person, purpose, until, reason)
    elif not hours.open_for(held, person, purpose, county.now()):
        raise BadInput("reopen-needs-time", who=person)
    return len(found)


def _handed_in(drawer: Drawer, purpose: Purpose, subject: str | None) -> tuple[Response, ...]:
    return tuple(
        each
        for each in drawer.responses
        if each.purpose is purpose and each.state is State.SUBMITTED and subject in (None, each.subject)
    )


def _reopened(response: Response, reason: str, by: str, at: datetime) -> Change:
    original = response.as_original(reason, by, at)
    return change_of(response, {**GIVEN_BACK, "originals": (*response.originals, original)})

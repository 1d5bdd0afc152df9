"""Who fills in: the rater themself, or a clerk who types the rater's paper form and reads nothing of it again."""

from cadre_tui.model.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.response import Drawer, Response, State
from cadre_tui.model.round import Round
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session


def may(session: Session, act: Act, held: Round, *, theirs: bool = True) -> None:
    """Let a session ``act`` on responses of its rater (``theirs``: they really are).

    Raises:
        NotPermitted: it may not; of a paper form, it is nobody of the clerk's units, or not in this phase.
    """
    if session.paper_of is None:
        permit(session, act, of=session.person if theirs else None, phase=held.phase)
        return
    rater = held.roster.person(session.rater)
    permit(session, Act.ENTER_PAPER, unit=rater.unit if rater and theirs else None, phase=held.phase)
    if act is Act.TAKE_BACK:
        raise NotPermitted("paper-not-taken-back")


def seen(drawer: Drawer, session: Session) -> Drawer:
    """What of a drawer may be looked at: a clerk sees the answers of their own typing, until they are handed in."""
    if session.paper_of is None:
        return drawer
    shown = (each if _typing(session, each) else _blank(each) for each in drawer.responses)
    return Drawer(round=drawer.round, rater=drawer.rater, responses=tuple(shown))


def must_be_free(drawer: Drawer, session: Session, purpose: Purpose) -> None:
    """Refuse a paper form of what the rater, or another clerk, has begun or handed in.

    Raises:
        BadInput: they have.
    """
    if session.paper_of is None:
        return
    for each in drawer.responses:
        if each.purpose is purpose and each.entered_by != session.person:
            if each.state is State.SUBMITTED:
                raise BadInput("paper-handed-in", who=session.paper_of.name)
            if each.answers or each.state is State.REOPENED:
                raise BadInput("paper-begun", who=session.paper_of.name)


def signed(responses: tuple[Response, ...], session: Session, act: Act, held: Round) -> tuple[Response, ...]:
    """The responses with the name of the clerk who types them; a paper form that is handed in is noted."""
    clerk = session.person if session.paper_of else None
    if clerk and act is Act.HAND_IN:
        for purpose in dict.fromkeys(each.purpose for each in responses):
            count = sum(each.purpose is purpose for each in responses)
            values = {"person": session.rater, "purpose": purpose.value, "count": count}
            audit.note(session, "paper-entered", round=held.id, **values)
    return tuple(each.model_copy(update={"entered_by": clerk}) for each in responses)


def _typing(session: Session, response: Response) -> bool:
    return response.entered_by == session.person and response.state is State.DRAFT


def _blank(response: Response) -> Response:
    return response.model_copy(update={"answers": {}, "originals": (), "at": None})

"""Who fills in: the rater themself, or a clerk who types the rater's paper form and reads nothing of it again."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cadre_tui.model.answers.drawer import Change, Drawer
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.filling.home import Task
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.filling.sealed import seals
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds.assignments import assignments_of
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


def must_be_theirs(session: Session, held: Round, tasks: Iterable[Task], act: Act) -> None:
    """Let a session ``act`` on tasks that are really its rater's.

    Raises:
        NotPermitted: one is not.
    """
    theirs = {
        (each.subject, each.purpose, each.checklist) for each in assignments_of(session.county, held, session.rater)
    }
    mine = all((task.subject.id, task.purpose, task.checklist) in theirs for task in tasks)
    may(session, act, held, theirs=mine)


def seen(drawer: Drawer, session: Session) -> Drawer:
    """What of a drawer may be looked at: a clerk sees the answers of their own typing, until they are handed in."""
    if session.paper_of is None:
        return drawer
    return drawer.each(lambda response: response if _typing(session, response) else _blank(response))


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


def signed(
    drawer: Drawer, changes: tuple[Change, ...], session: Session, act: Act, held: Round
) -> tuple[Change, ...]:
    """The changes with who types them and who could read them; what is sealed stays as it was.

    A paper form that is handed in is noted.
    """
    clerk = session.person if session.paper_of else None
    if clerk and act is Act.HAND_IN:
        entered = Counter(response.purpose for each in changes for response in each.of.values())
        for purpose, count in entered.items():
            values = {"person": session.rater, "purpose": purpose.value, "count": count}
            audit.note(session, "paper-entered", round=held.id, **values)
    return tuple(done for each in changes for done in _signed(drawer, each, clerk, session, held))


def _signed(drawer: Drawer, change: Change, clerk: str | None, session: Session, held: Round) -> Iterator[Change]:
    """The change in two: of what is to be signed, and of what is signed already or stays as it was."""
    hands, sealed = session.readers, seals(held, session)
    unsigned = {
        name: each
        for name, each in change.of.items()
        if (each.entered_by != clerk or each.hands != hands)
        and not (name in drawer.by_name and sealed(change.after[name]))
    }
    if not unsigned:
        yield change
        return
    if len(unsigned) < len(change.of):
        yield Change({name: each for name, each in change.of.items() if name not in unsigned}, change.other)
    yield Change(unsigned, {**change.other, "entered_by": clerk, "hands": hands})


def _typing(session: Session, response: Response) -> bool:
    return response.entered_by == session.person and response.state is State.DRAFT


def _blank(response: Response) -> Response:
    return response.model_copy(update={"answers": {}, "originals": (), "at": None})

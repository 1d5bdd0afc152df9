"""One write into a rater's drawer: what every verb of filling in shares."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from cadre_tui import scoring
from cadre_tui.model.answers.drawer import Change, Drawer, change_of
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.filling.home import Task
from cadre_tui.model.rounds.round import FILLING, Phase, Round
from cadre_tui.services import audit
from cadre_tui.services.drawers import change_drawer
from cadre_tui.services.filling.both import together
from cadre_tui.services.filling.drafts import Changes, changed, checklist_of, draft
from cadre_tui.services.filling.sealed import anew, must_be_readable
from cadre_tui.services.filling.writer import may, must_be_free, must_be_theirs, signed
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.standing import while_it_stands
from cadre_tui.services.session import Session


def put(
    session: Session,
    held: Round,
    act: Act,
    purposes: Iterable[Purpose],
    change: Callable[[Drawer], tuple[Change, ...]],
    phase: Phase | None = None,
) -> tuple[Change, ...]:
    """Write what ``change`` finds into this session's rater's drawer, in one go; answers what changed.

    Whoever had to wait for the drawer is asked again whether the round is open. ``phase`` is the one that it is in,
    where that is no longer the one in which it is ``held``. After the filling in it does not move on meanwhile:
    nothing is handed in that a publication has not seen.
    """
    county = session.county
    phase = phase or held.phase

    def while_open(drawer: Drawer) -> tuple[Change, ...]:
        newest = life.find(county, held.id)
        if newest.phase is not phase:
            raise _MovedOn(newest.phase)
        if newest.pins != held.pins:  # what is to be written answers the former checklist
            raise BadInput("form-amended", reason=newest.amendments[-1].reason)
        may(session, act, newest)
        for purpose in purposes:  # first: what the change itself refuses tells what the rater wrote
            must_be_free(drawer, session, purpose)
        fresh = change(drawer)
        for purpose in purposes:
            must_be_open(newest, session, purpose)
        return signed(drawer, fresh, session, act, held)

    def write() -> tuple[Change, ...]:
        return change_drawer(county, held.id, session.rater, while_open)

    try:
        return while_it_stands(county, held.id, write) if phase is Phase.MODERATION else write()
    except _MovedOn as moved:
        return put(session, held, act, purposes, change, moved.to)


class _MovedOn(Exception):
    """The round has gone on to a later phase since the write began."""

    def __init__(self, to: Phase) -> None:
        super().__init__(to)
        self.to = to


def drafts_with(
    session: Session,
    held: Round,
    changes: Mapping[Task, Changes],
    at: str | None = None,
    seen: Mapping[Task, Changes] = MappingProxyType({}),
) -> Callable[[Drawer], tuple[Change, ...]]:
    """What makes a drawer's drafts hold ``changes``, to be called with the drawer as it is when it is written.

    Whether the changes may be made at all is judged here, before that; ``at`` and ``seen`` as ``responses.save`` has
    them.

    Raises:
        NotPermitted, BadInput: they may not.
    """
    if not changes:
        return lambda _drawer: ()
    county = session.county
    must_be_theirs(session, held, changes, Act.WRITE_RESPONSE)
    checklists = {task: checklist_of(county, held, task.purpose, task.checklist) for task in changes}
    for task, checklist in checklists.items():
        _must_be_current(held, task, checklist)
    for task, new in changes.items():
        _must_fit(checklists[task], new)
        must_be_open(held, session, task.purpose)

    def drafts(drawer: Drawer) -> tuple[Change, ...]:
        before = {task: draft(drawer, task, checklists[task]) for task in changes}
        must_be_readable(before.values(), session, held)
        mine = {
            task: together(before[task].answers, new, seen[task]) if task in seen else new
            for task, new in changes.items()
        }
        return tuple(changed(before[task], new, at, county.now()) for task, new in mine.items())

    return drafts


def renewed(session: Session, held: Round, before: Response) -> Change:
    """A sealed response begun anew; that somebody did is noted.

    Raises:
        BadInput: it is not sealed.
        NotPermitted: it was handed in, and may not be taken back.
    """
    if before.state is State.SUBMITTED:
        may(session, Act.TAKE_BACK, held)
    fresh = anew(before, session, held)
    audit.note(session, "sealed-begun-anew", round=held.id, person=session.rater)
    return change_of(fresh)


def _must_be_current(held: Round, task: Task, checklist: Checklist) -> None:
    """Refuse answers of a form that was opened before its checklist was amended: they answer other questions."""
    if task.digest not in ("", checklist.digest):
        why = next((each.reason for each in held.amendments if each.before.digest == task.digest), "")
        raise BadInput("form-amended", reason=why)


def _must_fit(checklist: Checklist, changes: Changes) -> None:
    """Values must fit their criteria; a reason or evidence alone may wait for its value in a draft."""
    written = {key: scoring.write_answer(answer) for key, answer in changes.items() if answer is not None}
    scoring.read_response(checklist, {"checklist": checklist.name, "answers": written}, draft=True)


def must_be_open(held: Round, session: Session, purpose: Purpose) -> None:
    """Refuse to change answers outside their time.

    Raises:
        BadInput: it has not begun yet, is over, or what was answered stands.
        NotPermitted: the round is not open for this purpose.
    """
    now = session.county.now()
    if hours.open_for(held, session.rater, purpose, now):
        return
    if hours.settled(held, purpose):
        raise BadInput("answers-settled", round=held.id)
    begins, deadline = held.rules.opens.get(purpose), hours.deadline_of(held, session.rater, purpose)
    if begins is not None and now < begins and held.phase in FILLING:
        raise BadInput("not-begun-yet", begins=begins.strftime("%Y-%m-%d %H:%M"))
    if deadline is not None and now > deadline:
        raise BadInput("deadline-passed", deadline=deadline.strftime("%Y-%m-%d %H:%M"))
    raise NotPermitted("round-not-open")


def is_open(held: Round, session: Session, purpose: Purpose) -> bool:
    """Whether answers of this purpose may be changed now."""
    return held.phase in FILLING and hours.open_for(held, session.rater, purpose, session.county.now())

"""Filling in: open a form, save, hand in, take back."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from cadre_tui import scoring
from cadre_tui.checklists.meaning import unchanged
from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput, Fault, NotPermitted
from cadre_tui.model.fault_codes import NOT_AN_OBJECT
from cadre_tui.model.form import Form, Gap
from cadre_tui.model.home import Task
from cadre_tui.model.response import Drawer, Response, State
from cadre_tui.model.round import FILLING, Phase, Round
from cadre_tui.scoring import validity
from cadre_tui.services.county import County
from cadre_tui.services.drawers import change_drawer, read_drawer
from cadre_tui.services.filling.tasks import todo
from cadre_tui.services.filling.validity import Sheet, bounds, must_be_spread, must_not_be_blank
from cadre_tui.services.filling.writer import may, must_be_free, seen, signed
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.assignments import assignments_of, used_checklists
from cadre_tui.services.session import Session

Changes = Mapping[str, Answer | None]
"""Answers by criterion; None takes one away."""


def open_form(session: Session, task: Task) -> Form:
    """One form, with what was answered so far.

    Raises:
        NotPermitted: it is not this person's to fill in.
    """
    held = life.find(session.county, task.round)
    _allow(session, held, [task], Act.READ_RESPONSE)
    return _form(session, held, task, _drawer(session, held, task.purpose))


def open_forms(session: Session, round_id: str, purpose: Purpose, checklist_id: str) -> tuple[Form, ...]:
    """The forms to one checklist about everybody whom this person is asked about: one read."""
    tasks = [each for each in todo(session, round_id, purpose).tasks if each.checklist == checklist_id]
    held = life.find(session.county, round_id)
    may(session, Act.READ_RESPONSE, held)
    drawer = _drawer(session, held, purpose)
    return tuple(_form(session, held, task, drawer) for task in tasks)


def save(session: Session, task: Task, changes: Changes, at: str | None = None) -> Response:
    """Keep what was answered in this draft; other answers stay. ``at`` is where the person stopped.

    Raises:
        BadInput: an answer does not fit its criterion, the deadline has passed, it was handed in already.
    """
    return save_many(session, {task: changes}, at)[0]


def save_many(session: Session, changes: Mapping[Task, Changes], at: str | None = None) -> tuple[Response, ...]:
    """Keep answers about several subjects of one round, in one write."""
    (round_id,) = {task.round for task in changes}
    held = life.find(session.county, round_id)
    purposes = {task.purpose for task in changes}
    return _put(session, held, Act.WRITE_RESPONSE, purposes, _drafts(session, held, changes, at))


def gaps(session: Session, round_id: str, purpose: Purpose) -> tuple[Gap, ...]:
    """What is missing, task by task, before this purpose can be handed in."""
    held = life.find(session.county, round_id)
    may(session, Act.READ_RESPONSE, held)
    drawer = _drawer(session, held, purpose)
    return _gaps(session.county, held, drawer, todo(session, round_id, purpose).tasks)


def hand_in(
    session: Session, round_id: str, purpose: Purpose, changes: Mapping[Task, Changes] | None = None
) -> tuple[Response, ...]:
    """Hand in all that this person was asked for of one purpose, with the last ``changes``: one act, one write.

    Raises:
        BadInput: something is missing, the deadline has passed, or there is nothing left to hand in.
    """
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.HAND_IN, held)
    _must_be_open(session, held, purpose)
    tasks = todo(session, round_id, purpose).tasks
    drafts = _drafts(session, held, changes or {})

    late = hours.is_late(held, session.rater, purpose, county.now())

    def submit(drawer: Drawer) -> tuple[Response, ...]:
        complete = drawer.with_responses(drafts(drawer))
        sheets = _sheets(county, held, complete, tasks)
        for sheet in sheets:
            must_not_be_blank(held, sheet)
        missing = sum(len(gap.missing) for gap in _gaps(county, held, complete, tasks))
        if missing:
            raise BadInput("not-complete", count=missing)
        must_be_spread(held, purpose, sheets, len({task.subject.id for task in tasks}))
        whole = [(_draft(complete, each.task, each.checklist, handed_in=True), each.checklist) for each in sheets]
        waiting = [(each, checklist) for each, checklist in whole if each.state is not State.SUBMITTED]
        if not waiting:
            raise BadInput("handed-in-already")
        return tuple(_submitted(held, each, checklist, county.now(), late) for each, checklist in waiting)

    return _put(session, held, Act.HAND_IN, {purpose}, submit)


def take_back(session: Session, round_id: str, purpose: Purpose) -> tuple[Response, ...]:
    """Make what one handed in a draft again, while the round and its deadline allow it.

    Raises:
        BadInput: nothing was handed in, or the deadline has passed.
    """
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.TAKE_BACK, held)
    _must_be_open(session, held, purpose)

    def reopen(drawer: Drawer) -> tuple[Response, ...]:
        handed_in = [each for each in drawer.responses if each.purpose is purpose and each.state is State.SUBMITTED]
        if not handed_in:
            raise BadInput("nothing-handed-in")
        return tuple(
            each.model_copy(update={"state": State.DRAFT, "submitted": None, "late": False}) for each in handed_in
        )

    return _put(session, held, Act.TAKE_BACK, {purpose}, reopen)


def respond(session: Session, round_id: str, subject_id: str, raw: Mapping[str, Any]) -> Response:
    """Hand in one response as a file says it, by the same rules as the form.

    Raises:
        BadInput: the file does not fit the checklist, something is missing, it was handed in already.
        NotPermitted: this person was not asked about ``subject_id``.
    """
    if not isinstance(raw, Mapping):
        raise BadInput("response-faulty", (Fault(code=NOT_AN_OBJECT),), count=1)
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.HAND_IN, held)
    task = _asked(session, held, subject_id, str(raw.get("checklist", "")).split("|")[0])
    _allow(session, held, [task], Act.HAND_IN)
    _must_be_open(session, held, task.purpose)
    checklist = _checklist(county, held, task)
    answers = scoring.read_response(checklist, raw)
    sheet = Sheet(task, checklist, answers)
    must_not_be_blank(held, sheet)
    missing = validity.owed(checklist, answers, held.rules.validity.blanks)
    if missing:
        raise BadInput("response-incomplete", criteria="、".join(f"{each.criterion}" for each in missing))

    late = hours.is_late(held, session.rater, task.purpose, county.now())

    def submit(drawer: Drawer) -> tuple[Response, ...]:
        draft = _draft(drawer, task, checklist).model_copy(update={"answers": answers})
        asked = _tasks(session, held, task.purpose)
        done = [each for each in asked if each.state is State.SUBMITTED]
        sheets = (*_sheets(county, held, drawer, done), sheet)
        must_be_spread(held, task.purpose, sheets, len({each.subject.id for each in asked}))
        return (_submitted(held, draft, checklist, county.now(), late),)

    return _put(session, held, Act.HAND_IN, {task.purpose}, submit)[0]


def _put(
    session: Session,
    held: Round,
    act: Act,
    purposes: Iterable[Purpose],
    change: Callable[[Drawer], tuple[Response, ...]],
) -> tuple[Response, ...]:
    """One write into this person's drawer; whoever had to wait for it is asked again whether the round is open."""
    county = session.county

    def while_open(drawer: Drawer) -> tuple[Response, ...]:
        newest = life.find(county, held.id)
        may(session, act, newest)
        for purpose in purposes:  # first: what the change itself refuses tells what the rater wrote
            must_be_free(drawer, session, purpose)
        changed = change(drawer)
        for purpose in purposes:
            _must_be_open(session, newest, purpose)
        return signed(changed, session, act, held)

    return change_drawer(county, held.id, session.rater, while_open)


def _drafts(
    session: Session, held: Round, changes: Mapping[Task, Changes], at: str | None = None
) -> Callable[[Drawer], tuple[Response, ...]]:
    """What makes the drafts of a drawer with ``changes`` in them; the changes have been judged before."""
    county = session.county
    _allow(session, held, changes, Act.WRITE_RESPONSE)
    checklists = {task: _checklist(county, held, task) for task in changes}
    for task, new in changes.items():
        _must_fit(checklists[task], new)
        _must_be_open(session, held, task.purpose)

    def put(drawer: Drawer) -> tuple[Response, ...]:
        return tuple(
            _with(_draft(drawer, task, checklists[task]), new, at, county.now()) for task, new in changes.items()
        )

    return put


def _allow(session: Session, held: Round, tasks: Iterable[Task], act: Act) -> None:
    """Let a person ``act`` on tasks that are really theirs."""
    theirs = {
        (each.subject, each.purpose, each.checklist) for each in assignments_of(session.county, held, session.rater)
    }
    mine = all((task.subject.id, task.purpose, task.checklist) in theirs for task in tasks)
    may(session, act, held, theirs=mine)


def _asked(session: Session, held: Round, subject_id: str, checklist_id: str) -> Task:
    """The task that a file answers.

    Raises:
        NotPermitted: nothing of the kind is asked of this person, or not now.
    """
    purposes = (Purpose.SELF,) if subject_id == session.rater else (Purpose.PEER, Purpose.CHECK)
    for purpose in purposes:
        if any(use.by is purpose for use in held.rules.use) and held.phase is not Phase.SETUP:
            for task in _tasks(session, held, purpose):
                if (task.subject.id, task.checklist) == (subject_id, checklist_id):
                    return task
    may(session, Act.HAND_IN, held)
    raise NotPermitted("not-asked-about", who=subject_id, checklist=checklist_id or "-")


def _tasks(session: Session, held: Round, purpose: Purpose) -> tuple[Task, ...]:
    try:
        return todo(session, held.id, purpose).tasks
    except BadInput:
        return ()


def _form(session: Session, held: Round, task: Task, drawer: Drawer) -> Form:
    checklist = _checklist(session.county, held, task)
    return Form(
        task=task,
        round_title=held.rules.title,
        checklist=checklist,
        response=_draft(drawer, task, checklist, handed_in=True),
        deadline=hours.deadline_of(held, session.rater, task.purpose),
        former=_former(session, held, task, checklist),
        min_raters=held.rules.least_raters,
        confidential=held.rules.confidential,
        mock=held.rules.mock,
        bounds=bounds(held, task.purpose, checklist.id),
    )


def _drawer(session: Session, held: Round, purpose: Purpose) -> Drawer:
    """What this session may look at of the rater's drawer."""
    drawer = read_drawer(session.county, held.id, session.rater)
    must_be_free(drawer, session, purpose)
    return seen(drawer, session)


def _former(session: Session, held: Round, task: Task, checklist: Checklist) -> Mapping[str, Answer]:
    """The person's own answers in the former round, to criteria that still mean the same."""
    if task.purpose is not Purpose.SELF or held.rules.former is None or session.paper_of:
        return {}
    former = life.find(session.county, held.rules.former)
    drawer = read_drawer(session.county, former.id, session.person)
    response = drawer.response(task.subject.id, task.checklist, Purpose.SELF)
    if response is None or response.state is not State.SUBMITTED:
        return {}
    before = session.county.frozen_checklist(former.id, response.digest)
    same = unchanged(before, checklist)
    return {criterion: answer for criterion, answer in response.answers.items() if criterion in same}


def _checklist(county: County, held: Round, task: Task) -> Checklist:
    for purpose, checklist in used_checklists(county, held):
        if (purpose, checklist.id) == (task.purpose, task.checklist):
            return checklist
    raise BadInput("nothing-to-do", round=held.id)


def _draft(drawer: Drawer, task: Task, checklist: Checklist, *, handed_in: bool = False) -> Response:
    """The response so far, or a new one. What was handed in is refused unless ``handed_in`` allows it."""
    found = drawer.response(task.subject.id, task.checklist, task.purpose)
    if found is None:
        return Response(
            checklist=checklist.name, digest=checklist.digest, subject=task.subject.id, purpose=task.purpose
        )
    if found.state is State.SUBMITTED and not handed_in:
        raise BadInput("handed-in-already")
    return found


def _with(draft: Response, changes: Changes, at: str | None, now: datetime) -> Response:
    answers = {**draft.answers, **{key: answer for key, answer in changes.items() if answer is not None}}
    for criterion, answer in changes.items():
        if answer is None:
            answers.pop(criterion, None)
    return draft.model_copy(update={"answers": answers, "at": at or draft.at, "saved": now})


def _submitted(held: Round, draft: Response, checklist: Checklist, now: datetime, late: bool) -> Response:
    """The response as it is handed in: what may stay blank is answered with 不了解."""
    answers = validity.taken(checklist, draft.answers, held.rules.validity.blanks)
    fresh = {"answers": answers, "state": State.SUBMITTED, "saved": now, "submitted": now, "late": late}
    return draft.model_copy(update=fresh)


def _sheets(county: County, held: Round, drawer: Drawer, tasks: Iterable[Task]) -> tuple[Sheet, ...]:
    found = ((task, _checklist(county, held, task)) for task in tasks)
    return tuple(
        Sheet(task, checklist, _draft(drawer, task, checklist, handed_in=True).answers) for task, checklist in found
    )


def _gaps(county: County, held: Round, drawer: Drawer, tasks: Iterable[Task]) -> tuple[Gap, ...]:
    found = []
    for task in tasks:
        checklist = _checklist(county, held, task)
        response = _draft(drawer, task, checklist, handed_in=True)
        if response.state is State.SUBMITTED:
            continue
        answers = response.answers
        missing = validity.owed(checklist, answers, held.rules.validity.blanks)
        if missing:
            found.append(Gap(task=task, missing=missing))
    return tuple(found)


def _must_fit(checklist: Checklist, changes: Changes) -> None:
    """Values must fit their criteria; a reason or evidence alone may wait for its value in a draft."""
    written = {key: scoring.write_answer(answer) for key, answer in changes.items() if answer is not None}
    scoring.read_response(checklist, {"checklist": checklist.name, "answers": written}, draft=True)


def _must_be_open(session: Session, held: Round, purpose: Purpose) -> None:
    now = session.county.now()
    if hours.open_for(held, session.rater, purpose, now):
        return
    begins, deadline = held.rules.opens.get(purpose), hours.deadline_of(held, session.rater, purpose)
    if begins is not None and now < begins and held.phase in FILLING:
        raise BadInput("not-begun-yet", begins=begins.strftime("%Y-%m-%d %H:%M"))
    if deadline is not None and now > deadline:
        raise BadInput("deadline-passed", deadline=deadline.strftime("%Y-%m-%d %H:%M"))
    raise NotPermitted("round-not-open")

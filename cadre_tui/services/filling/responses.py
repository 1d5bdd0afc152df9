"""Filling in: open a form (see ``forms``), save, hand in, take back, answer anew."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from cadre_tui import scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Drawer, Known, Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.codes.checklists import NOT_AN_OBJECT
from cadre_tui.model.fault import BadInput, Fault, NotPermitted
from cadre_tui.model.filling.form import Form, Gap
from cadre_tui.model.filling.home import Task
from cadre_tui.model.rounds.round import FILLING, Phase, Round
from cadre_tui.scoring import validity
from cadre_tui.services import audit, observers
from cadre_tui.services.drawers import change_drawer, read_drawer
from cadre_tui.services.filling import facts, forms
from cadre_tui.services.filling.both import together
from cadre_tui.services.filling.drafts import Changes, changed, checklist_of, checklists_of, draft, sheets, submitted
from cadre_tui.services.filling.forms import gaps, gaps_in, open_forms
from cadre_tui.services.filling.plugin_checks import must_satisfy_plugins
from cadre_tui.services.filling.sealed import anew, as_read, is_sealed, must_be_readable
from cadre_tui.services.filling.tasks import asked, todo
from cadre_tui.services.filling.validity import Sheet, must_be_spread, must_not_be_blank
from cadre_tui.services.filling.writer import may, must_be_free, must_be_theirs, signed
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.standing import while_it_stands
from cadre_tui.services.session import Session

__all__ = [
    "Changes",
    "answer_anew",
    "gaps",
    "hand_in",
    "open_form",
    "open_forms",
    "respond",
    "save",
    "save_many",
    "take_back",
]


def open_form(session: Session, task: Task) -> Form:
    """One form, with what was answered so far. About oneself, what is known is filled in once, with its source.

    Raises:
        NotPermitted: it is not this person's to fill in.
    """
    if task.purpose is Purpose.SELF and session.paper_of is None:
        _propose(session, task)
    return forms.open_form(session, task)


def save(
    session: Session, task: Task, changes: Changes, at: str | None = None, seen: Changes | None = None
) -> Response:
    """Keep what was answered in this draft; other answers stay. ``at`` is where the person stopped.

    ``seen``: what the form showed of each that changed. What was written elsewhere since is kept, too (``both``): the
    response that comes back then holds more than was sent.

    Raises:
        BadInput: an answer does not fit its criterion, the deadline has passed, it was handed in already.
    """
    return save_many(session, {task: changes}, at, {} if seen is None else {task: seen})[0]


def save_many(
    session: Session,
    changes: Mapping[Task, Changes],
    at: str | None = None,
    seen: Mapping[Task, Changes] | None = None,
) -> tuple[Response, ...]:
    """Keep answers about several subjects of one round, in one write."""
    (round_id,) = {task.round for task in changes}
    held = life.find(session.county, round_id)
    purposes = {task.purpose for task in changes}
    return _put(session, held, Act.WRITE_RESPONSE, purposes, _drafts(session, held, changes, at, seen or {}))


def hand_in(
    session: Session, round_id: str, purpose: Purpose, changes: Mapping[Task, Changes] | None = None
) -> tuple[Response, ...]:
    """Hand in all that this person was asked for of one purpose, with the last ``changes``: one act, one write.

    Raises:
        BadInput: something is missing, the deadline has passed, or there is nothing left to hand in.

    What is sealed and whole goes in with the rest. The best grade is shared out among what was answered since: else
    refusals would tell what is sealed.
    """
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.HAND_IN, held)
    _must_be_open(session, held, purpose)
    tasks = asked(session, round_id, purpose)
    drafts = _drafts(session, held, changes or {})

    late = hours.is_late(held, session.rater, purpose, county.now())

    def submit(drawer: Drawer) -> tuple[Response, ...]:
        complete = drawer.with_responses(drafts(drawer))
        readable = _readable(session, held, complete, tasks)
        answered = sheets(county, held, complete, readable)
        for sheet in answered:
            must_not_be_blank(held, sheet)
        must_satisfy_plugins(answered, confidential=held.rules.confidential)
        _must_be_complete(gaps_in(complete, tasks, session, held))
        must_be_spread(held, purpose, answered, len({task.subject.id for task in readable}))
        checklists = checklists_of(county, held)
        asked_for = ((each, checklists[each.purpose, each.checklist]) for each in tasks)
        whole = [(draft(complete, task, each, handed_in=True), each) for task, each in asked_for]
        waiting = [(each, checklist) for each, checklist in whole if each.state is not State.SUBMITTED]
        if not waiting:
            raise BadInput("handed-in-already")
        return tuple(submitted(held, each, checklist, county.now(), late) for each, checklist in waiting)

    done = _put(session, held, Act.HAND_IN, {purpose}, submit)
    observers.response_submitted(county, held, purpose)
    return done


def take_back(session: Session, round_id: str, purpose: Purpose) -> tuple[Response, ...]:
    """Make what one handed in a draft again, while the round and its deadline allow it; what is sealed stays in.

    Raises:
        BadInput: nothing was handed in, all of it is sealed, or the deadline has passed.
    """
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.TAKE_BACK, held)
    _must_be_open(session, held, purpose)

    def reopen(drawer: Drawer) -> tuple[Response, ...]:
        handed_in = [each for each in drawer.responses if each.purpose is purpose and each.state is State.SUBMITTED]
        if not handed_in:
            raise BadInput("nothing-handed-in")
        found = [each for each in handed_in if not is_sealed(each, session, held)]
        if not found:
            raise BadInput("sealed-stays-in")
        return tuple(
            each.model_copy(update={"state": State.DRAFT, "submitted": None, "late": False}) for each in found
        )

    return _put(session, held, Act.TAKE_BACK, {purpose}, reopen)


def answer_anew(session: Session, task: Task) -> Response:
    """Begin a sealed response anew, handed in or not: empty; what it was is kept. It is noted that somebody did.

    Raises:
        BadInput: it is not sealed, or the deadline has passed.
        NotPermitted: it is not this person's, or was handed in and a clerk types it.
    """
    held = life.find(session.county, task.round)
    must_be_theirs(session, held, [task], Act.WRITE_RESPONSE)
    _must_be_open(session, held, task.purpose)

    def renew(drawer: Drawer) -> tuple[Response, ...]:
        checklist = checklist_of(session.county, held, task.purpose, task.checklist)
        return (_renewed(session, held, draft(drawer, task, checklist, handed_in=True)),)

    return _put(session, held, Act.WRITE_RESPONSE, {task.purpose}, renew)[0]


def respond(
    session: Session, round_id: str, subject_id: str, raw: Mapping[str, Any], *, renew: bool = False
) -> Response:
    """Hand in one response as a file says it, by the same rules as the form; ``renew`` a sealed one.

    Raises:
        BadInput: the file does not fit the checklist, something is missing, it was handed in already; or it is
            sealed, or is not and was to be renewed.
        NotPermitted: this person was not asked about ``subject_id``.
    """
    if not isinstance(raw, Mapping):
        raise BadInput("response-faulty", (Fault(code=NOT_AN_OBJECT),), count=1)
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.HAND_IN, held)
    task = _asked(session, held, subject_id, str(raw.get("checklist", "")).split("|")[0])
    must_be_theirs(session, held, [task], Act.HAND_IN)
    _must_be_open(session, held, task.purpose)
    checklist = checklist_of(county, held, task.purpose, task.checklist)
    answers = scoring.read_response(checklist, raw)
    sheet = Sheet(task, checklist, answers)
    must_not_be_blank(held, sheet)
    _must_be_whole(held, checklist, answers, {})
    must_satisfy_plugins([sheet], confidential=held.rules.confidential)

    late = hours.is_late(held, session.rater, task.purpose, county.now())

    def submit(drawer: Drawer) -> tuple[Response, ...]:
        before = draft(drawer, task, checklist, handed_in=renew)
        if renew:
            before = _renewed(session, held, before)
        must_be_readable([before], session, held)
        _must_be_whole(held, checklist, answers, before.known)
        asked = _readable(session, held, drawer, _tasks(session, held, task.purpose))
        done = [each for each in asked if each.state is State.SUBMITTED]
        judged = (*sheets(county, held, drawer, done), sheet)
        must_be_spread(held, task.purpose, judged, len({each.subject.id for each in asked}))
        return (submitted(held, before.model_copy(update={"answers": answers}), checklist, county.now(), late),)

    (done,) = _put(session, held, Act.HAND_IN, {task.purpose}, submit)
    observers.response_submitted(county, held, task.purpose)
    return done


def _must_be_whole(
    held: Round, checklist: Checklist, answers: Mapping[str, Answer], known: Mapping[str, Known]
) -> None:
    missing = validity.owed(checklist, answers, held.rules.validity.blanks, known)
    if missing:
        raise BadInput("response-incomplete", criteria="、".join(f"{each.criterion}" for each in missing))


def _propose(session: Session, task: Task) -> None:
    """Put what is known into the draft, where it can be filled in and has not been proposed yet."""
    county = session.county
    held = life.find(county, task.round)
    must_be_theirs(session, held, [task], Act.READ_RESPONSE)
    checklist = checklist_of(county, held, task.purpose, task.checklist)
    found = read_drawer(county, held.id, session.rater)
    before = draft(found, task, checklist, handed_in=True)
    wanted = facts.wanted(checklist, before)
    if not wanted or before.state is State.SUBMITTED or not _is_open(session, held, task.purpose):
        return
    known = facts.known_about(county, held, task.subject.id, frozenset(wanted.values()))
    if not known:
        return

    def put(drawer: Drawer) -> tuple[Response, ...]:
        now = draft(drawer, task, checklist)
        fresh = facts.proposed(checklist, now, facts.wanted(checklist, now), known)
        return (fresh.model_copy(update={"saved": county.now()}),)

    _put(session, held, Act.WRITE_RESPONSE, {task.purpose}, put)


def _is_open(session: Session, held: Round, purpose: Purpose) -> bool:
    return held.phase in FILLING and hours.open_for(held, session.rater, purpose, session.county.now())


def _put(
    session: Session,
    held: Round,
    act: Act,
    purposes: Iterable[Purpose],
    change: Callable[[Drawer], tuple[Response, ...]],
) -> tuple[Response, ...]:
    """One write into this person's drawer; whoever had to wait for it is asked again whether the round is open.

    After the filling in the round does not move on meanwhile: nothing is handed in that a publication has not seen.
    """
    county = session.county
    phase = life.find(county, held.id).phase

    def while_open(drawer: Drawer) -> tuple[Response, ...]:
        newest = life.find(county, held.id)
        if newest.phase is not phase:
            raise _MovedOn
        if newest.pins != held.pins:  # what is to be written answers the former checklist
            raise BadInput("form-amended", reason=newest.amendments[-1].reason)
        may(session, act, newest)
        for purpose in purposes:  # first: what the change itself refuses tells what the rater wrote
            must_be_free(drawer, session, purpose)
        fresh = change(drawer)
        for purpose in purposes:
            _must_be_open(session, newest, purpose)
        return signed(drawer, fresh, session, act, held)

    def write() -> tuple[Response, ...]:
        return change_drawer(county, held.id, session.rater, while_open)

    try:
        written = while_it_stands(county, held.id, write) if phase is Phase.MODERATION else write()
    except _MovedOn:
        return _put(session, held, act, purposes, change)
    return tuple(as_read(each, session, held) for each in written)


class _MovedOn(Exception):
    """The round has gone on to its next phase since the write began."""


def _drafts(
    session: Session,
    held: Round,
    changes: Mapping[Task, Changes],
    at: str | None = None,
    seen: Mapping[Task, Changes] = MappingProxyType({}),
) -> Callable[[Drawer], tuple[Response, ...]]:
    """What makes the drafts of a drawer with ``changes`` in them; the changes have been judged before."""
    county = session.county
    must_be_theirs(session, held, changes, Act.WRITE_RESPONSE)
    checklists = {task: checklist_of(county, held, task.purpose, task.checklist) for task in changes}
    for task, checklist in checklists.items():
        _must_be_current(held, task, checklist)
    for task, new in changes.items():
        _must_fit(checklists[task], new)
        _must_be_open(session, held, task.purpose)

    def put(drawer: Drawer) -> tuple[Response, ...]:
        before = {task: draft(drawer, task, checklists[task]) for task in changes}
        must_be_readable(before.values(), session, held)
        mine = {
            task: together(before[task].answers, new, seen[task]) if task in seen else new
            for task, new in changes.items()
        }
        return tuple(changed(before[task], new, at, county.now()) for task, new in mine.items())

    return put


def _readable(session: Session, held: Round, drawer: Drawer, tasks: Iterable[Task]) -> list[Task]:
    """Those of the tasks of which nothing is sealed."""
    return [
        each
        for each in tasks
        if not is_sealed(drawer.response(each.subject.id, each.checklist, each.purpose), session, held)
    ]


def _renewed(session: Session, held: Round, before: Response) -> Response:
    if before.state is State.SUBMITTED:
        may(session, Act.TAKE_BACK, held)
    fresh = anew(before, session, held)
    audit.note(session, "sealed-begun-anew", round=held.id, person=session.rater)
    return fresh


def _must_be_complete(found: Iterable[Gap]) -> None:
    """Refuse what something is missing from; of what is sealed only that it must be answered anew is told."""
    left = tuple(found)
    missing = sum(len(each.missing) for each in left)
    if missing:
        raise BadInput("not-complete", count=missing)
    if left:
        raise BadInput("sealed-not-whole", who="、".join(dict.fromkeys(each.task.subject.name for each in left)))


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


def _must_be_current(held: Round, task: Task, checklist: Checklist) -> None:
    """Refuse answers of a form that was opened before its checklist was amended: they answer other questions."""
    if task.digest not in ("", checklist.digest):
        why = next((each.reason for each in held.amendments if each.before.digest == task.digest), "")
        raise BadInput("form-amended", reason=why)


def _must_fit(checklist: Checklist, changes: Changes) -> None:
    """Values must fit their criteria; a reason or evidence alone may wait for its value in a draft."""
    written = {key: scoring.write_answer(answer) for key, answer in changes.items() if answer is not None}
    scoring.read_response(checklist, {"checklist": checklist.name, "answers": written}, draft=True)


def _must_be_open(session: Session, held: Round, purpose: Purpose) -> None:
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

"""What a person has to do, and what may be looked at."""

from cadre_tui import scoring
from cadre_tui.model.answers.drawer import Drawer
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.filling.home import Task, Todo
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import SHOWN, Round
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling.sealed import is_sealed, may_go_in
from cadre_tui.services.filling.writer import may, seen
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.assignments import assignments_of, used_checklists
from cadre_tui.services.session import Session


def todo(session: Session, round_id: str, purpose: Purpose) -> Todo:
    """This person's tasks of one purpose in one round.

    Raises:
        BadInput: there are none.
    """
    for each in todos(session, life.find(session.county, round_id), purpose):
        return each
    raise BadInput("nothing-to-do", round=round_id)


def progress(checklist: Checklist, response: Response | None) -> tuple[int, int]:
    """How many of the criteria that must be answered are, and how many there are now."""
    answers = response.answers if response else {}
    shown = scoring.visible(checklist, answers)
    asked = [each.id for each in checklist.criteria() if each.id in shown and each.required]
    return sum(each in answers and answers[each].given for each in asked), len(asked)


def todos(session: Session, held: Round, only: Purpose | None = None) -> tuple[Todo, ...]:
    """What is asked in a round, of one purpose ``only`` where that is said; nothing more once it is published."""
    may(session, Act.SEE_TASKS, held)
    if held.phase in SHOWN:
        return ()
    return _todos(session, held, read_drawer(session.county, held.id, session.rater), only)


def _todos(session: Session, held: Round, drawer: Drawer, only: Purpose | None) -> tuple[Todo, ...]:
    county = session.county
    circle = county.circle(held)
    checklists = {(purpose, each.id): each for purpose, each in used_checklists(county, held)}
    readable = seen(drawer, session)
    is_open = {each: hours.open_for(held, session.rater, each, county.now()) for each, _id in checklists}
    nothing: dict[tuple[Purpose, str], tuple[int, int]] = {}
    by_purpose: dict[Purpose, list[Task]] = {}
    for assigned in assignments_of(county, held, session.rater):
        subject = circle.person(assigned.subject)
        if subject is None or only not in (None, assigned.purpose):
            continue
        response = readable.response(assigned.subject, assigned.checklist, assigned.purpose)
        key = assigned.purpose, assigned.checklist
        checklist = checklists[key]
        if response is None and key not in nothing:
            nothing[key] = progress(checklist, None)
        so_far = nothing[key] if response is None else progress(checklist, response)
        task = _task(held, checklist, subject, assigned.purpose, response, so_far, is_open[assigned.purpose])
        if response is not None and is_sealed(response, session, held):
            task = _sealed(task, checklist, whole=task.state is State.SUBMITTED or may_go_in(response, session, held))
        by_purpose.setdefault(assigned.purpose, []).append(task)
    return tuple(
        Todo(
            round=held.id,
            round_title=held.rules.title,
            purpose=purpose,
            tasks=tuple(tasks),
            deadline=hours.deadline_of(held, session.rater, purpose),
            open=is_open[purpose],
            mock=held.rules.mock,
            amended=tuple(each for each in held.amendments if purpose in each.purposes),
        )
        for purpose, tasks in by_purpose.items()
    )


def _task(
    held: Round,
    checklist: Checklist,
    subject: Person,
    purpose: Purpose,
    response: Response | None,
    so_far: tuple[int, int],
    is_open: bool,
) -> Task:
    answered, owed = so_far
    return Task(
        round=held.id,
        purpose=purpose,
        subject=subject,
        checklist=checklist.id,
        title=checklist.title,
        digest=checklist.digest,
        state=response.state if response else None,
        answered=answered,
        asked=owed,
        open=is_open and (response is None or response.state is not State.SUBMITTED),
        late=response is not None and response.late,
        returned=_returned(response),
        entered_by=_clerk(held, response),
    )


def _sealed(task: Task, checklist: Checklist, *, whole: bool) -> Task:
    """The task as somebody sees it who may not read what was answered: not even which criteria were asked for."""
    asked = progress(checklist, None)[1]
    told = {"sealed": True, "answered": asked if whole else 0, "asked": asked}
    return task.model_copy(update=told)


def _returned(response: Response | None) -> str:
    """Why it was given back, where it waits to be handed in again."""
    if response is None or response.state is not State.REOPENED or not response.originals:
        return ""
    last = response.originals[-1]
    return "" if last.amended else last.reason  # of an amendment everybody is told, who had handed in or not


def _clerk(held: Round, response: Response | None) -> str:
    """The name of the clerk who handed it in from paper; the id where the round's roster has none."""
    if response is None or response.entered_by is None or response.state is not State.SUBMITTED:
        return ""
    person = held.roster.person(response.entered_by)
    return person.name if person else response.entered_by

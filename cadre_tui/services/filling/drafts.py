"""What becomes of the responses in a drawer: a new one, one with changes, one as it is handed in."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Drawer, Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.filling.home import Task
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring import validity
from cadre_tui.services.county import County
from cadre_tui.services.filling.validity import Sheet
from cadre_tui.services.rounds.assignments import used_checklists

Changes = Mapping[str, Answer | None]
"""Answers by criterion; None takes one away."""


def checklist_of(county: County, held: Round, purpose: Purpose, name: str) -> Checklist:
    """The frozen checklist of that id, or ``id|version``, that the round asks for with this purpose.

    Raises:
        BadInput: it asks for none such.
    """
    for used, checklist in used_checklists(county, held):
        if (used, checklist.id) == (purpose, name.split("|", maxsplit=1)[0]):
            return checklist
    raise BadInput("nothing-to-do", round=held.id)


def checklists_of(county: County, held: Round) -> Mapping[tuple[Purpose, str], Checklist]:
    """All of them, by purpose and id: for whoever asks about a whole unit."""
    return {(used, checklist.id): checklist for used, checklist in used_checklists(county, held)}


def draft(drawer: Drawer, task: Task, checklist: Checklist, *, handed_in: bool = False) -> Response:
    """The response so far, or a new one.

    Raises:
        BadInput: it was handed in, and ``handed_in`` does not allow that.
    """
    found = drawer.response(task.subject.id, task.checklist, task.purpose)
    if found is None:
        return Response(
            checklist=checklist.name, digest=checklist.digest, subject=task.subject.id, purpose=task.purpose
        )
    if found.state is State.SUBMITTED and not handed_in:
        raise BadInput("handed-in-already")
    return found


def changed(response: Response, changes: Changes, at: str | None, now: datetime) -> Response:
    """The draft with ``changes`` in it; ``at`` is where the person stopped."""
    answers = {**response.answers, **{key: answer for key, answer in changes.items() if answer is not None}}
    for criterion, answer in changes.items():
        if answer is None:
            answers.pop(criterion, None)
    return response.model_copy(update={"answers": answers, "at": at or response.at, "saved": now})


def submitted(held: Round, response: Response, checklist: Checklist, now: datetime, late: bool) -> Response:
    """The response as it is handed in: what may stay blank is answered with 不了解."""
    answers = validity.taken(checklist, response.answers, held.rules.validity.blanks)
    fresh = {"answers": answers, "state": State.SUBMITTED, "saved": now, "submitted": now, "late": late}
    return response.model_copy(update=fresh)


def sheets(county: County, held: Round, drawer: Drawer, tasks: Iterable[Task]) -> tuple[Sheet, ...]:
    """What is answered so far to each of the tasks."""
    checklists = checklists_of(county, held)
    found = ((task, checklists[task.purpose, task.checklist]) for task in tasks)
    return tuple(Sheet(task, each, draft(drawer, task, each, handed_in=True).answers) for task, each in found)

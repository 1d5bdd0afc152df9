"""What becomes of the responses in a drawer: a new one, one with changes, one as it is handed in."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawer import Change, Drawer, change_of
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.filling.asked import Asked, Left
from cadre_tui.model.filling.home import Task
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.county import County
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


def so_far(drawer: Drawer, asked: Asked) -> Response:
    """The response as it stands, handed in or not; a new one where none was begun."""
    subject, purpose, checklist = asked
    return drawer.response(subject.id, checklist.id, purpose) or Response(
        checklist=checklist.name, digest=checklist.digest, subject=subject.id, purpose=purpose
    )


def draft(drawer: Drawer, task: Task, checklist: Checklist) -> Response:
    """The response as it stands, to be gone on with; a new one where none was begun.

    Raises:
        BadInput: it was handed in.
    """
    found = so_far(drawer, Asked(task.subject, task.purpose, checklist))
    if found.state is State.SUBMITTED:
        raise BadInput("handed-in-already")
    return found


def changed(response: Response, changes: Changes, at: str | None, now: datetime) -> Change:
    """The draft with ``changes`` in it; ``at`` is where the person stopped."""
    answers = {**response.answers, **{key: answer for key, answer in changes.items() if answer is not None}}
    for criterion, answer in changes.items():
        if answer is None:
            answers.pop(criterion, None)
    return change_of(response, {"answers": answers, "at": at or response.at, "saved": now})


def as_handed_in(now: datetime, *, late: bool) -> Mapping[str, Any]:
    """What becomes other in every response that is handed in at that moment."""
    return {"state": State.SUBMITTED, "saved": now, "submitted": now, "late": late}


def going_in(left: Left, handed_in: Mapping[str, Any]) -> Iterator[Change]:
    """What is left goes in (``as_handed_in``): in one change, but those in which blanks are filled in, one by one."""
    if left.as_they_are:
        yield Change(left.as_they_are, handed_in)
    for each in left.filled:
        yield Change({each.name: each.response}, {**handed_in, "answers": each.answers})

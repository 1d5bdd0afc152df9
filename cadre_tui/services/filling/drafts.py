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


def draft(drawer: Drawer, task: Task, checklist: Checklist, *, handed_in: bool = False) -> Response:
    """The response so far, or a new one.

    Raises:
        BadInput: it was handed in, and ``handed_in`` does not allow that.
    """
    found = so_far(drawer, Asked(task.subject, task.purpose, checklist))
    if found.state is State.SUBMITTED and not handed_in:
        raise BadInput("handed-in-already")
    return found


def so_far(drawer: Drawer, asked: Asked) -> Response:
    """The response as it stands, handed in or not; a new one where none was begun."""
    subject, purpose, checklist = asked
    return drawer.response(subject.id, checklist.id, purpose) or Response(
        checklist=checklist.name, digest=checklist.digest, subject=subject.id, purpose=purpose
    )


def changed(response: Response, changes: Changes, at: str | None, now: datetime) -> Change:
    """The draft with ``changes`` in it; ``at`` is where the person stopped."""
    answers = {**response.answers, **{key: answer for key, answer in changes.items() if answer is not None}}
    for criterion, answer in changes.items():
        if answer is None:
            answers.pop(criterion, None)
    return change_of(response, {"answers": answers, "at": at or response.at, "saved": now})


def handed_in(now: datetime, *, late: bool) -> Mapping[str, Any]:
    """What is other in whatever is handed in at that moment."""
    return {"state": State.SUBMITTED, "saved": now, "submitted": now, "late": late}


def going_in(left: Left, fresh: Mapping[str, Any]) -> Iterator[Change]:
    """What is left ``handed_in``: all at once, but those in which a blank is answered with 不了解."""
    if left.as_they_are:
        yield Change(left.as_they_are, fresh)
    for each in left.filled:
        yield Change({each.name: each.response}, {**fresh, "answers": each.answers})

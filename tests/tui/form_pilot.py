"""What tests of the form share: the real app with a form open in it, and what it shows and stored."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from unittest.mock import patch

from textual.pilot import Pilot

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Task
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.form.question_row import QuestionRow
from cadre_tui.tui.form.screen import FormScreen
from tests.tui.golden import LOOKS, Look, settle, text_of
from tests.tui.small_county import CURRENT

LEARNING, MUTUAL = 0, 1


def task_of(session: Session, which: int = LEARNING, purpose: Purpose = Purpose.SELF) -> Task:
    return tasks.todo(session, CURRENT, purpose).tasks[which]


def stored(session: Session, which: int = LEARNING, purpose: Purpose = Purpose.SELF) -> dict[str, Answer]:
    return dict(responses.open_form(session, task_of(session, which, purpose)).response.answers)


@asynccontextmanager
async def opened(
    county: County,
    session: Session,
    at: str | None = None,
    which: int = LEARNING,
    purpose: Purpose = Purpose.SELF,
    look: Look = LOOKS[0],
) -> AsyncIterator[Pilot[Any]]:
    """The form. What is typed is saved by ``saved`` and by what saves at once, never by time."""
    with patch("cadre_tui.tui.autosave.DELAY", 3600):
        async with look.open(county, session) as pilot:
            navigation.open_form(pilot.app, task_of(session, which, purpose), at)
            await settle(pilot)
            yield pilot


def screen(pilot: Pilot[Any]) -> FormScreen:
    found = pilot.app.screen
    assert isinstance(found, FormScreen)
    return found


def cursor(pilot: Pilot[Any]) -> str:
    (row,) = [row for row in screen(pilot).query(QuestionRow) if row.view.active]
    return row.view.criterion.id


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


async def saved(pilot: Pilot[Any]) -> None:
    """What happens half a second after a change, now (see ``test_autosave``)."""
    screen(pilot)._autosave.begin()
    await settle(pilot)

"""What tests of the grid of colleagues share: the real app with it open, and what it shows and stored."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from unittest.mock import patch

from textual.pilot import Pilot

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Todo
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.colleagues.screen import ColleaguesScreen
from tests.tui.golden import LOOKS, Look, settle, text_of
from tests.tui.small_county import CURRENT as ROUND


def todo(session: Session) -> Todo:
    return tasks.todo(session, ROUND, Purpose.PEER)


def stored(session: Session) -> Mapping[str, Mapping[str, Answer]]:
    found = responses.open_forms(session, ROUND, Purpose.PEER, "core.mutual")
    return {form.task.subject.id: form.response.answers for form in found}


@asynccontextmanager
async def opened(county: County, session: Session, look: Look = LOOKS[0]) -> AsyncIterator[Pilot[Any]]:
    """The grid. What is scored is saved by ``saved`` and by what saves at once, never by time."""
    with patch("cadre_tui.tui.autosave.DELAY", 3600):
        async with look.open(county, session) as pilot:
            navigation.open_colleagues(pilot.app, todo(session))
            await settle(pilot)
            yield pilot


async def saved(pilot: Pilot[Any]) -> None:
    """What happens half a second after a change, now (see ``test_autosave``)."""
    screen = pilot.app.screen
    assert isinstance(screen, ColleaguesScreen)
    screen._autosave.begin()
    await settle(pilot)


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


def row_of(pilot: Pilot[Any], name: str) -> str:
    return next(row for row in shown(pilot).splitlines() if name in row)

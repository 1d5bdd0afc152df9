"""What tests of growth share: the real app with one of its screens open in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from tests.tui.golden import LOOKS, Look, settle, text_of
from tests.tui.small_county import FORMER as ROUND


@asynccontextmanager
async def opened(
    county: County, session: Session, look: Look = LOOKS[0], name: str = "growth", *more: Any
) -> AsyncIterator[Pilot[Any]]:
    async with look.open(county, session) as pilot:
        pilot.app.push_screen(navigation.made(name, ROUND, *more))
        await settle(pilot)
        yield pilot


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)

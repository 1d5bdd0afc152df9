"""The language changes at once, whatever a screen is told at the same moment."""

import asyncio
from typing import Any

import pytest

from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui.autosave import Autosave
from cadre_tui.tui.colleagues.screen import ColleaguesScreen
from tests.tui.colleague_pilot import opened, stored
from tests.tui.golden import press, settle, text_of


async def test_what_is_told_while_the_language_changes_waits_for_it(
    county: County, rater: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer is saved, and the focus moves, just when the old lines are gone and the new ones not there yet."""
    plain = ColleaguesScreen.mount_all
    told = []

    async def mounted(self: ColleaguesScreen, widgets: Any) -> None:
        told.append(self.post_message(Autosave.Saved()))
        self.call_after_refresh(self.show_keys)
        await asyncio.sleep(0.05)
        await plain(self, widgets)

    async with opened(county, rater) as pilot:
        monkeypatch.setattr(ColleaguesScreen, "mount_all", mounted)
        await press(pilot, "2", "f4")
        await settle(pilot)
        assert told == [True]
        assert "not saved yet" in text_of(pilot.app)
        await press(pilot, "3")
        assert not pilot.app.failed
        assert pilot.app.screen.saved()
    assert stored(rater)["q1"]["literacy.political"].choice == "fair"
    assert stored(rater)["q2"]["literacy.political"].choice == "average"


async def test_a_screen_that_closes_just_then_holds_nobody_up(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        screen = pilot.app.screen
        screen.dismiss()
        await asyncio.wait_for(screen.action_language(), timeout=5)
        await settle(pilot)
        assert not isinstance(pilot.app.screen, ColleaguesScreen)
        assert not pilot.app.failed

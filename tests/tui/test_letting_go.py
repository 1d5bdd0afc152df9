"""A screen that was closed is let go: a day's work opens hundreds of them."""

import gc

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import County
from cadre_tui.services.home import home_of
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.screen import CadreScreen
from tests.tui.golden import LOOKS, press, settle


@pytest.mark.parametrize("screen", ["form", "colleagues", "hand_in", "result"])
async def test_a_closed_screen_does_not_stay_in_memory(county: County, cadre: Session, screen: str) -> None:
    home = home_of(cadre)
    own = next(todo for todo in home.todos if todo.purpose is Purpose.SELF)
    peers = next(todo for todo in home.todos if todo.purpose is Purpose.PEER)
    async with LOOKS[0].open(county, cadre) as pilot:
        ways = {
            "form": lambda: navigation.open_form(pilot.app, own.tasks[0]),
            "colleagues": lambda: navigation.open_colleagues(pilot.app, peers),
            "hand_in": lambda: navigation.open_hand_in(pilot.app, own.round, own.purpose),
            "result": lambda: navigation.open_result(pilot.app, home.results[0].round, cadre.person),
        }
        for _time in range(3):
            ways[screen]()
            await settle(pilot)
            kind = type(pilot.app.screen)
            await press(pilot, "escape")
            await settle(pilot)
            assert type(pilot.app.screen) is not kind
        gc.collect()
        assert issubclass(kind, CadreScreen)
        left = [each for each in gc.get_objects() if type(each) is kind]
        assert len(left) <= 1, f"{len(left)} closed screens are still held"

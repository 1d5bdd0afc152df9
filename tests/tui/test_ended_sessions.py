"""Once a session has ended, whatever key is pressed: what was refused is told, and the program goes on."""

from string import ascii_lowercase

import pytest

from cadre_tui.services.county import County
from cadre_tui.services.people import accounts
from cadre_tui.tui.entry.lock import LockScreen
from tests.tui.golden import Look, press
from tests.tui.small_county import ORGANISER, PASSWORD, signed_in

KEYS = (*ascii_lowercase.replace("o", ""), "1", "up", "down", "right", "tab", "enter", "f1", "f2", "f3", "f5", "f10")
"""All but the one that signs out."""


@pytest.mark.parametrize(
    ("who", "way"),
    [
        ("q1", ("down", "down", "enter")),
        ("q1", ("down", "down", "down", "enter")),
        (ORGANISER, ()),
        (ORGANISER, ("enter",)),
        (ORGANISER, ("b",)),
    ],
    ids=["colleagues", "growth", "home", "board", "calendar"],
)
async def test_no_key_makes_the_program_fail(who: str, way: tuple[str, ...], county: County) -> None:
    async with Look().open(county, signed_in(county, who)) as pilot:
        await press(pilot, *way)
        depth = len(pilot.app.screen_stack)
        accounts.change_password(signed_in(county, who), PASSWORD, "another one")
        for key in KEYS:
            await press(pilot, key)
            assert pilot.app._exception is None, key
            if isinstance(pilot.app.screen, LockScreen):
                break  # it asks for today's password, as it should
            while len(pilot.app.screen_stack) > depth and not isinstance(pilot.app.screen, LockScreen):
                await press(pilot, "escape")

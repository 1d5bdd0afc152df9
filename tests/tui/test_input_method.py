"""With an input method or a caps lock on, every screen's keys are heard; hanzi are answered by what to do."""

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import County
from cadre_tui.services.filling import tasks
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.entry.sign_in import SignInScreen
from cadre_tui.tui.input_method import composed, key_of
from tests.tui.golden import Look, press, settle, text_of
from tests.tui.small_county import CURRENT

TOLD = "请先把输入法切到英文"


async def sent(pilot: Pilot[Any], sign: str) -> None:
    """A sign as a terminal sends it: the tests' own keyboard has none of these."""
    pilot.app.post_message(events.Key(sign, sign))
    await settle(pilot)


@pytest.mark.parametrize(
    ("character", "key"),
    [
        ("ｎ", "n"),
        ("Ｎ", "n"),
        ("N", "n"),
        ("n", "n"),
        ("１", "1"),
        ("【", "left_square_bracket"),
        ("》", "greater_than_sign"),
    ],
)
def test_the_key_that_was_meant(character: str, key: str) -> None:
    assert key_of(events.Key(character, character)) == key


def test_a_named_key_stays_and_only_hanzi_are_composed() -> None:
    assert key_of(events.Key("f5", None)) == "f5"
    assert composed(events.Key("你", "你"))
    assert not any(composed(events.Key(each, each)) for each in ("n", "ｎ", "。", "1"))


@pytest.mark.parametrize("key", ["ｏ", "O"])
async def test_at_home_a_full_width_letter_or_a_capital_is_the_key(key: str, county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, SignInScreen)


async def test_in_the_grid_an_input_methods_brackets_change_the_criterion(county: County, rater: Session) -> None:
    async with Look().open(county, rater) as pilot:
        navigation.open_colleagues(pilot.app, tasks.todo(rater, CURRENT, Purpose.PEER))
        await settle(pilot)
        before = text_of(pilot.app).splitlines()[1]
        await sent(pilot, "】")
        assert text_of(pilot.app).splitlines()[1] != before
        await sent(pilot, "【")
        assert text_of(pilot.app).splitlines()[1] == before


async def test_hanzi_where_keys_are_meant_are_answered_by_what_to_do(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "你")
        assert TOLD in text_of(pilot.app)
        await press(pilot, "f1", "escape")
        assert TOLD not in text_of(pilot.app), "it is gone when another screen has been opened"


async def test_hanzi_in_a_field_are_text(county: County) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *"张建国")
        assert TOLD not in text_of(pilot.app)
        assert "张建国" in text_of(pilot.app)

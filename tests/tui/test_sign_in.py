"""Signing in: with a name, as somebody of the made-up county, and for the first time."""

from typing import Any
from unittest.mock import patch

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui import locale
from cadre_tui.model.people.person import Role
from cadre_tui.services.county import County
from cadre_tui.services.people import accounts
from cadre_tui.tui.entry.activate import ActivateScreen
from cadre_tui.tui.entry.sign_in import SignInScreen
from cadre_tui.tui.hints import SignInHint
from cadre_tui.tui.home.screen import HomeScreen
from tests.tui.golden import Look, assert_looks, compose, each_look, press, settle, text_of, write
from tests.tui.small_county import NEWCOMER, ORGANISER, PASSWORD, signed_in

HINTS = (
    SignInHint("q1", "张建国", "城关镇 副镇长", PASSWORD, "自我检查做了一半"),
    SignInHint("q5", "陈刚", "城关镇 [a1]材料员", PASSWORD, "还没有开始"),
    SignInHint(ORGANISER, "组织部", "组织者", PASSWORD, "看进度和结果"),
)


@each_look
async def test_the_sign_in_looks_like_this(look: Look, county: County) -> None:
    async with look.open(county) as pilot:
        await assert_looks(pilot, "sign_in", look)


@each_look
async def test_a_made_up_county_tells_whom_one_can_be(look: Look, county: County) -> None:
    async with look.open(county, hints=HINTS) as pilot:
        await assert_looks(pilot, "sign_in_hints", look)


@pytest.mark.parametrize("who", ["q1", "张建国", " q1 "])
async def test_a_name_and_a_password_lead_home(who: str, county: County) -> None:
    async with Look().open(county) as pilot:
        pilot.app.screen.query_one("#who", Input).value = who
        await press(pilot, "enter", *PASSWORD, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.session.person == "q1"
        assert "张建国 · 城关镇 副镇长" in text_of(pilot.app)


async def test_a_wrong_password_is_told_and_typed_again(county: County) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *"q1", "enter", *"wrong-one", "enter")
        assert isinstance(pilot.app.screen, SignInScreen)
        assert pilot.app.session is None
        password = pilot.app.screen.query_one("#password", Input)
        assert password.value == ""
        assert pilot.app.focused is password
        told = text_of(pilot.app)
        assert "密码" in told.splitlines()[-2]
        assert "wrong-one" not in told


async def test_a_password_without_a_name_asks_for_the_name(county: County) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, "tab", *PASSWORD, "enter")
        assert "请先填编号或姓名" in text_of(pilot.app)
        assert pilot.app.focused.id == "who"


async def test_what_is_typed_as_password_is_never_shown(county: County) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *"q1", "enter", *PASSWORD)
        assert PASSWORD not in text_of(pilot.app)


async def test_arrows_and_enter_sign_in_as_somebody_of_the_made_up_county(county: County) -> None:
    async with Look().open(county, hints=HINTS) as pilot:
        await press(pilot, "down", "down", "down", "enter")
        assert pilot.app.session.person == ORGANISER
        assert pilot.app.session.role is Role.ORGANISER


async def test_whom_one_can_be_is_told_anew_at_each_sign_in_and_in_each_language(county: County) -> None:
    left = [SignInHint("slip", "测评票条", "33NT-D6K9", "", ballot="33NT-D6K9")]

    def told() -> list[SignInHint]:
        note = {"zh": "接着填", "en": "go on with it"}[locale.language()]
        return [SignInHint("q1", "张建国", "城关镇 副镇长", PASSWORD, note), *left]

    async with Look().open(county, hints=told) as pilot:
        assert "接着填" in text_of(pilot.app)
        assert "33NT-D6K9" in text_of(pilot.app)
        await press(pilot, "f4")
        assert "go on with it" in text_of(pilot.app)
        assert "接着填" not in text_of(pilot.app)
        await press(pilot, "f4")
        left.clear()
        await press(pilot, "enter", "o")
        assert isinstance(pilot.app.screen, SignInScreen)
        assert "33NT-D6K9" not in text_of(pilot.app), "a slip that has been used is no longer offered"


async def test_what_is_typed_on_the_list_is_a_name(county: County) -> None:
    async with Look().open(county, hints=HINTS) as pilot:
        await pilot.press("down", *"q2")
        assert "▸" not in text_of(pilot.app)
        assert pilot.app.screen.query_one("#who", Input).value == "q2"
        await press(pilot, "enter", *PASSWORD, "enter")
        assert pilot.app.session.person == "q2"


async def test_who_changed_the_password_is_told_to_type_it_where_one_picks_them(county: County) -> None:
    accounts.change_password(signed_in(county, "q1"), PASSWORD, "another one")
    async with Look().open(county, hints=HINTS) as pilot:
        await press(pilot, "enter")
        assert "张建国 改过密码" in text_of(pilot.app)
        await write(pilot, "another one")
        await press(pilot, "enter")
        assert pilot.app.session.person == "q1"


async def test_a_name_that_an_input_method_sends_at_once_is_whole(county: County) -> None:
    async with Look().open(county, hints=HINTS) as pilot:
        await compose(pilot, "张建国")
        assert pilot.app.screen.query_one("#who", Input).value == "张建国"
        await press(pilot, "enter")
        await compose(pilot, PASSWORD)
        await press(pilot, "enter")
        assert pilot.app.session.person == "q1"


async def test_after_a_wrong_password_the_arrows_lead_back_to_the_list(county: County) -> None:
    async with Look().open(county, hints=HINTS) as pilot:
        await press(pilot, *"q2", "enter", *"wrong-one", "enter")
        assert pilot.app.focused.id == "password"
        await press(pilot, "down")
        assert pilot.app.focused.id == "hints"
        assert "▸ 张建国" in text_of(pilot.app)
        await press(pilot, "down", "enter")
        assert pilot.app.session.person == "q5"


async def test_on_a_made_up_county_a_name_can_still_be_typed(county: County) -> None:
    async with Look().open(county, hints=HINTS) as pilot:
        await press(pilot, "shift+tab", "shift+tab", *"q2", "enter", *PASSWORD, "enter")
        assert pilot.app.session.person == "q2"


async def test_the_language_changes_at_once_and_what_was_typed_stays(county: County) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *"q1", "f4")
        assert "ID or name" in text_of(pilot.app)
        assert "q1" in text_of(pilot.app)
        await press(pilot, "f4")
        assert "编号或姓名" in text_of(pilot.app)
        assert locale.language() == "zh"


async def test_the_input_method_opens_where_one_types(county: County) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *"张建国")
        field = pilot.app.screen.query_one("#who", Input)
        assert field.value == "张建国"
        place = pilot.app.cursor_position - field.content_region.offset
        assert place.y == 0
        assert place.x in {6, 7}, "at the cell after three hanzi, or just behind the cursor"


@each_look
async def test_first_use_looks_like_this(look: Look, county: County) -> None:
    async with look.open(county) as pilot:
        await press(pilot, *NEWCOMER, "enter")
        await assert_looks(pilot, "activate", look)


async def fill(pilot: Pilot[Any], *texts: str) -> None:
    """Each text into its field, with Enter after it."""
    for text in texts:
        await write(pilot, text)
        await press(pilot, "enter")


async def test_at_first_use_the_code_and_a_password_twice_lead_home(county: County, newcomer_code: str) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *NEWCOMER, "enter")
        assert isinstance(pilot.app.screen, ActivateScreen)
        await fill(pilot, newcomer_code.lower().replace("-", ""), "my-own-secret", "my-own-secret")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.session.person == NEWCOMER
    assert accounts.sign_in(county, NEWCOMER, "my-own-secret").person == NEWCOMER


async def test_at_first_use_enter_pressed_twice_tries_once(county: County, newcomer_code: str) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *NEWCOMER, "enter")
        await fill(pilot, newcomer_code, "my-own-secret")
        await write(pilot, "my-own-secret")
        with patch("cadre_tui.services.people.accounts.activate", wraps=accounts.activate) as activate:
            pilot.app.screen.action_enter()  # twice before the first one is heard
            pilot.app.screen.action_enter()
            await settle(pilot)
        assert activate.call_count == 1
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_two_passwords_that_differ_are_told(county: County, newcomer_code: str) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *NEWCOMER, "enter")
        await fill(pilot, newcomer_code, "my-own-secret", "my-other-secret")
        assert "两遍填的密码不一样" in text_of(pilot.app)
        assert pilot.app.focused.id == "again"
    assert accounts.needs_activation(county, NEWCOMER)


async def test_at_first_use_the_language_can_be_changed_and_what_was_typed_stays(county: County) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *NEWCOMER, "enter")
        await write(pilot, "CODE-1")
        await press(pilot, "f4")
        assert "Activation code" in text_of(pilot.app)
        assert pilot.app.screen.query_one("#code", Input).value == "CODE-1"
        assert pilot.app.focused.id == "code"


async def test_a_wrong_code_is_told_and_the_way_back_is_open(county: County) -> None:
    async with Look().open(county) as pilot:
        await press(pilot, *NEWCOMER, "enter")
        await fill(pilot, "WRONG", "my-own-secret", "my-own-secret")
        assert isinstance(pilot.app.screen, ActivateScreen)
        assert "激活码" in text_of(pilot.app).splitlines()[-2]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SignInScreen)
    assert accounts.needs_activation(county, NEWCOMER)


async def test_on_the_smallest_terminal_one_sees_whom_one_picks(county: County) -> None:
    async with Look(columns=60, lines=15).open(county, hints=HINTS) as pilot:
        assert "▸ 张建国" in text_of(pilot.app)
        await press(pilot, "down", "down")
        assert "▸ 组织部" in text_of(pilot.app)


async def test_on_the_smallest_terminal_the_last_field_of_the_first_use_is_in_sight(county: County) -> None:
    async with Look(columns=60, lines=15).open(county) as pilot:
        await press(pilot, *NEWCOMER, "enter", "tab", "tab")
        await write(pilot, "my-own-secret")
        assert "•" * 13 in text_of(pilot.app)

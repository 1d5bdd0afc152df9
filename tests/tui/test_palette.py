"""The palette, the help page and the list that both are made of."""

import pytest

from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import Entry
from cadre_tui.tui.drawing.menu import Menu, Row, blank
from cadre_tui.tui.drawing.parts import line
from cadre_tui.tui.help.choice import ChoiceScreen, matching
from cadre_tui.tui.help.screen import HelpScreen
from cadre_tui.tui.home.screen import HomeScreen
from tests.tui.golden import (
    Look,
    assert_looks,
    each_look,
    press,
    text_of,
    write,
)


@each_look
async def test_the_palette_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with look.open(county, cadre) as pilot:
        await press(pilot, "f10")
        await assert_looks(pilot, "palette", look)


@each_look
async def test_the_help_of_home_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with look.open(county, cadre) as pilot:
        await press(pilot, "f1")
        await assert_looks(pilot, "help", look)


@pytest.mark.parametrize("typed", ["帮助", "HELP", "keys", "按键 页面"])
async def test_an_action_is_found_in_either_language(typed: str, county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "ctrl+p", *typed, "enter")
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_tab_does_not_take_what_is_typed_away_from_the_palettes_field(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "f10", "tab")
        await write(pilot, "改密码")
        assert "改自己的密码：先填原来的" in text_of(pilot.app)
        assert "退出登录，回到登录页面" not in text_of(pilot.app)


async def test_escape_closes_the_palette_and_nothing_is_done(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "f10", "down", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_what_nobody_finds_is_told_and_enter_does_nothing(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "f10", *"xyzzy", "enter")
        assert isinstance(pilot.app.screen, ChoiceScreen)
        assert "没有找到" in text_of(pilot.app)


def test_what_begins_with_the_typed_word_comes_first() -> None:
    entries = [Entry("换人登录", print), Entry("登录", print), Entry("离开", print)]
    assert [entry.label for entry in matching(entries, "登录")] == ["登录", "换人登录"]


def test_a_cursor_in_a_list_passes_over_headings() -> None:
    menu = Menu([blank(), *(Row(lambda _w, _h: line(""), go=print, name=name) for name in "ab"), blank()])
    assert menu.here.name == "a"
    assert menu.move(1)
    assert not menu.move(1)
    assert menu.here.name == "b"
    menu.find("a")
    assert menu.here.name == "a"
    assert Menu([blank()]).here is None

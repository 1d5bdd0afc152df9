"""What every screen does with its keys: which are told, which apply, and that none means two things."""

from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding

from cadre_tui import tui
from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import HELP, LEAVE, PALETTE, Action, registry
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE
from cadre_tui.tui.key_words import all_keys, first_key
from cadre_tui.tui.screen import CadreScreen
from tests.tui.golden import (
    Look,
    press,
    settle,
    text_of,
)
from tests.tui.typing_screen import typing


async def test_the_bottom_line_leaves_out_keys_that_are_typed_into_a_field(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        screen = await typing(pilot)
        assert "下一未答" not in text_of(pilot.app).splitlines()[-1]
        screen.set_focus(None)
        await settle(pilot)
        assert "n 下一未答" in text_of(pilot.app).splitlines()[-1]


async def test_an_action_that_does_not_apply_is_neither_shown_nor_offered(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        screen = await typing(pilot)
        assert "busy" not in [action.name for action in screen.actions()]
        await press(pilot, "f10")
        assert "整理材料" not in text_of(pilot.app)


async def test_the_time_of_saving_is_always_there_and_keys_do_not_move_with_it(
    county: County, cadre: Session
) -> None:
    async with Look(columns=60, lines=15).open(county, cadre) as pilot:
        screen = await typing(pilot)
        screen.set_focus(None)
        screen.status("已保存 14:03:22")
        await settle(pilot)
        saved = text_of(pilot.app).splitlines()[-1]
        assert saved.endswith(" 已保存 14:03")
        screen.status("未保存")
        await settle(pilot)
        unsaved = text_of(pilot.app).splitlines()[-1]
        assert unsaved.removesuffix("未保存").rstrip() == saved.removesuffix("已保存 14:03").rstrip()


def test_keys_are_written_as_they_are_printed_on_the_keyboard() -> None:
    assert first_key(LEAVE, UNICODE) == "Ctrl+Q"
    assert all_keys(PALETTE, UNICODE) == "F10 Ctrl+P"
    keys = Action("clear", "left,up,delete,backspace", "", "")
    assert (all_keys(keys, UNICODE), all_keys(keys, ASCII)) == ("← ↑ Del 退格", "Left Up Del 退格")
    arrows = Action("move", "up,down", "", "", shows="↑↓")
    assert (first_key(arrows, UNICODE), first_key(arrows, ASCII)) == ("↑↓", "Up/Down")


def test_an_action_of_the_screen_itself_goes_before_an_inherited_one() -> None:
    own = Action("help", "f1", "说明", "看这一项的说明")
    assert registry([own], [HELP, LEAVE]) == (own, LEAVE)


def screens() -> list[type[CadreScreen]]:
    """Every screen of the program."""
    modules = [import_module(each.name) for each in walk_packages(tui.__path__, f"{tui.__name__}.")]
    found = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    return sorted(
        (each for each in found if issubclass(each, CadreScreen) and each is not CadreScreen),
        key=lambda s: s.__name__,
    )


UNSURE = ("alt+", "ctrl+enter", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+shift", "super+")


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.__name__)
def test_every_action_of_every_screen_can_be_done_and_has_a_sure_key(screen: type[CadreScreen]) -> None:
    actions = registry(*[vars(each)["ACTIONS"] for each in screen.__mro__ if "ACTIONS" in vars(each)])
    assert {HELP.name, PALETTE.name, LEAVE.name} <= {action.name for action in actions}
    for action in actions:
        assert action.help, action.name
        assert action.handled or hasattr(screen, f"action_{action.name.partition('(')[0]}"), action.name
        keys = action.keys.split(",")
        assert not [key for key in keys if key.startswith(UNSURE)] or len(keys) > 1, action.name


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.__name__)
def test_no_key_of_a_screen_means_two_things(screen: type[CadreScreen]) -> None:
    """At a time: those that never apply together say so."""
    bound: dict[str, set[str]] = {}
    for binding in Binding.make_bindings(screen.BINDINGS):
        bound.setdefault(binding.key, set()).add(binding.action)
    shared = set().union(*(actions for actions in bound.values() if len(actions) > 1))
    assert shared <= screen.IN_TURN

"""What every screen shares: keys, palette, help, colours, signs, and an end that loses nothing."""

import logging
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, ClassVar

import pytest
from rich.color import ANSI_COLOR_NAMES
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from cadre_tui import locale, tui
from cadre_tui.model.fault import StoreFailure
from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui import ending
from cadre_tui.tui.actions import BACK, HELP, LEAVE, PALETTE, Action, Entry, registry
from cadre_tui.tui.app import CadreApp
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE, Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row, blank
from cadre_tui.tui.drawing.one_cell import one_cell
from cadre_tui.tui.drawing.parts import line
from cadre_tui.tui.help.choice import ChoiceScreen, matching
from cadre_tui.tui.help.screen import HelpScreen
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.key_words import all_keys, first_key
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.too_small import TooSmall
from tests.tui.golden import (
    Look,
    ambiguous,
    assert_looks,
    colours_of,
    each_look,
    press,
    settle,
    text_of,
    until,
)

ANSWER = "我的机密答案"


class Typing(CadreScreen):
    """A screen with something to lose."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("mark", "n", "下一未答", "跳到下一个没有回答的考评项"),
        Action("fail", "f6", "出错", "出错"),
        Action("busy", "f7", "整理材料", "这里没有要整理的"),
        BACK,
    )

    def __init__(self, *, refuse: bool = False) -> None:
        super().__init__()
        self.refuse = refuse
        self.kept: list[str] = []
        self.marked = 0

    def body(self) -> ComposeResult:
        yield Input(ANSWER, id="text", select_on_focus=False)

    def flush(self) -> None:
        if self.refuse:
            raise StoreFailure("store-missing", folder="/srv/cadre")
        self.kept.append(self.query_one(Input).value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "busy"

    def action_mark(self) -> None:
        self.marked += 1

    def action_fail(self) -> None:
        typed = self.query_one(Input).value
        raise ValueError(f"cannot read {typed}")


async def typing(pilot: Any, **how: Any) -> Typing:
    screen = Typing(**how)
    await pilot.app.push_screen(screen)
    await settle(pilot)
    return screen


# Keys


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


# The palette and the help


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


# How it looks


async def test_without_colour_the_focus_still_shows(county: County) -> None:
    async with Look(colour=False).open(county) as pilot:
        assert not colours_of(pilot.app)
        assert text_of(pilot.app).count("┏") == 1, "the field with the focus has the heavy frame"


async def test_there_are_only_the_sixteen_colours_of_the_terminal(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "f10")
        palette = {*ANSI_COLOR_NAMES, *(f"color({number})" for number in range(16))}
        assert colours_of(pilot.app)
        assert not {
            name for name in colours_of(pilot.app) if name not in palette or ANSI_COLOR_NAMES.get(name, 0) > 15
        }


async def test_below_the_least_size_one_sentence_stands_there_and_keys_do_nothing(
    county: County, cadre: Session
) -> None:
    async with Look().open(county, cadre) as pilot:
        screen = await typing(pilot)
        await pilot.resize_terminal(59, 14)
        await press(pilot, "a", "escape")
        told = "".join(row.strip() for row in text_of(pilot.app).splitlines())
        assert told == "窗口太小：现在是 59×14，至少要60×15。放大后接着做，内容都在。"
        assert pilot.app.screen is screen
        assert screen.query_one("#text", Input).value == ANSWER
        await pilot.resize_terminal(60, 15)
        await press(pilot, "a")
        assert "窗口太小" not in text_of(pilot.app)
        assert screen.query_one("#text", Input).value == ANSWER + "a", "the focus is where it was"


async def test_a_terminal_that_starts_too_small_says_so_and_ctrl_q_leaves(county: County) -> None:
    async with Look(columns=40, lines=10).open(county) as pilot:
        assert "窗口太小" in text_of(pilot.app)
        assert isinstance(pilot.app.focused, TooSmall)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=lambda glyphs: glyphs.name)
def test_every_sign_takes_one_cell(glyphs: Glyphs) -> None:
    signs = [glyphs.not_begun, glyphs.begun, glyphs.done, glyphs.wrong, glyphs.up, glyphs.down, glyphs.cursor]
    signs += [glyphs.not_applicable, glyphs.rail, glyphs.rule, glyphs.track, glyphs.dot, *glyphs.sparks]
    assert {width_of(sign) for sign in [*signs, *glyphs.blocks]} == {1}


def test_the_ascii_signs_are_ascii_and_states_differ() -> None:
    values = [value for value in vars(ASCII).values() if isinstance(value, str)]
    assert all(value.isascii() for value in values)
    for glyphs in (ASCII, UNICODE):
        assert len({glyphs.not_begun, glyphs.begun, glyphs.done, glyphs.wrong}) == 4


def test_ambiguous_characters_give_way_cell_by_cell() -> None:
    text = "“好”——①②…·×≥40 α “[附件]” ┌─┐█ㄅ王é"
    plain = one_cell(text)
    assert len(plain) == len(text)
    assert not ambiguous(plain)
    assert plain.startswith('"好"--12..x>40')
    assert "[附件]" in plain
    assert "王" in plain


# How it ends


async def test_ctrl_q_saves_and_leaves(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        screen = await typing(pilot)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)
    assert screen.kept == [ANSWER]


async def test_ctrl_q_tells_when_nothing_can_be_saved_and_leaves_at_the_second_time(
    county: County, cadre: Session
) -> None:
    async with Look().open(county, cadre) as pilot:
        await typing(pilot, refuse=True)
        await press(pilot, "ctrl+q")
        assert pilot.app.is_running
        assert "/srv/cadre" in text_of(pilot.app)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_escape_stays_where_nothing_can_be_saved(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        screen = await typing(pilot, refuse=True)
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_ctrl_c_says_which_key_leaves(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "ctrl+c")
        assert "要离开程序请按 Ctrl+Q" in text_of(pilot.app)


async def test_an_end_from_outside_saves_every_screen(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        refusing, beneath, above = Typing(refuse=True), Typing(), Typing()
        for screen in (beneath, refusing, above):
            await pilot.app.push_screen(screen)
        await pilot.app.push_screen(ChoiceScreen("", []))
        await settle(pilot)
        pilot.app.end(143)
        await pilot.pause()
        assert pilot.app.return_code == 143
    assert (above.kept, beneath.kept) == ([ANSWER], [ANSWER])


async def test_a_failure_saves_and_tells_neither_answers_nor_values(
    county: County, cadre: Session, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "cadre.log"
    ending.write_log_to(log)
    app = CadreApp(county, session=cadre)
    screen = Typing()
    try:
        with pytest.raises(ValueError, match="cannot read"):
            async with app.run_test() as pilot:
                await app.push_screen(screen)
                await settle(pilot)
                await pilot.press("f6")
    finally:
        for handler in [each for each in ending.log.handlers if isinstance(each, logging.FileHandler)]:
            ending.log.removeHandler(handler)
            handler.close()
    assert screen.kept == [ANSWER]
    assert app.failed
    written, told = log.read_text("utf-8"), app.last_words(log)
    assert "ValueError" in written
    assert "action_fail" in written
    assert log.stat().st_mode & 0o777 == 0o600
    assert "已经保存" in told
    assert str(log) in told
    out, err = capfd.readouterr()
    for text in (written, told, out, err):
        assert ANSWER not in text
        assert "cannot read" not in text


async def test_a_county_that_cannot_be_opened_is_refused_in_words() -> None:
    def county() -> County:
        raise StoreFailure("county-not-made", place="/srv/cadre")

    locale.use("zh")
    app = CadreApp(county)
    async with app.run_test() as pilot:
        await until(pilot, lambda: not app.is_running)
    assert app.refused is not None
    assert app.refused.code == "county-not-made"


def test_there_is_a_golden_screen_for_chinese_and_english_in_both_sizes() -> None:
    (marked,) = (mark for mark in each_look.args[1:2])
    sizes = {(look.language, columns) for look in marked for columns in (look.columns, (look.larger or [0])[0])}
    assert sizes >= {(language, columns) for language in locale.LANGUAGES for columns in (80, 120)}

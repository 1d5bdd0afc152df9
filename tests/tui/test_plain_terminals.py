"""What every screen shares on terminals that are small, without colour or without signs."""

import pytest
from rich.color import ANSI_COLOR_NAMES
from textual.widgets import Input

from cadre_tui import locale
from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE, Glyphs
from cadre_tui.tui.drawing.one_cell import one_cell
from cadre_tui.tui.widgets.too_small import TooSmall
from tests.tui.golden import (
    Look,
    ambiguous,
    colours_of,
    each_look,
    press,
    text_of,
    until,
)
from tests.tui.typing_screen import ANSWER, typing


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


def test_there_is_a_golden_screen_for_chinese_and_english_in_both_sizes() -> None:
    (marked,) = (mark for mark in each_look.args[1:2])
    sizes = {(look.language, columns) for look in marked for columns in (look.columns, (look.larger or [0])[0])}
    assert sizes >= {(language, columns) for language in locale.LANGUAGES for columns in (80, 120)}

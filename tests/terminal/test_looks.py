"""The program in other terminals: another size, no colour, another width of signs, another language."""

import unicodedata
from pathlib import Path

import pytest

from cadre_tui import locale
from tests.terminal import county
from tests.terminal.driver import Terminal
from tests.terminal.steps import answered, choose, cursor, filled, heading, sign_in

OWN_RATINGS = "自我检查  四项重点与四项素养评价"


def at_home(folder: Path, **looks: object) -> Terminal:
    terminal = Terminal("--data", str(folder), **looks)  # type: ignore[arg-type]
    sign_in(terminal, "q1", county.PASSWORD)
    return terminal


def at_the_form(folder: Path, **looks: object) -> Terminal:
    terminal = at_home(folder, **looks)
    choose(terminal, OWN_RATINGS)
    terminal.wait_until(lambda: cursor(terminal) == 1, "the form")
    return terminal


def test_a_form_survives_being_made_small_and_large_again(folder: Path) -> None:
    with at_the_form(folder) as terminal:
        terminal.send("1")
        terminal.wait_until(lambda: answered(terminal) == 1, "an answer")
        for columns, lines in ((60, 15), (20, 5), (200, 60), (80, 24)):
            terminal.resize(columns, lines)
            terminal.look_on(0.5)
            terminal.wait_until(
                lambda: bool(terminal.text.strip()) and not terminal.screen.torn(),
                f"a whole screen, {columns} x {lines}",
            )
        terminal.wait_until(lambda: answered(terminal) == 1, "the form as it was")
        terminal.send("2")
        terminal.wait_until(lambda: answered(terminal) == 2, "another answer")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0


def test_in_sixty_columns_one_can_still_answer(folder: Path) -> None:
    with at_the_form(folder) as terminal:
        terminal.resize(60, 15)
        terminal.wait_until(lambda: "▸" in terminal.text and len(terminal.screen.lines_of_text()) == 15, "the form")
        for number in range(1, 9):
            terminal.send("2")
            terminal.wait_until(lambda number=number: f"{number}/8" in heading(terminal), f"{number} of 8")
        assert not terminal.screen.torn()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)], ids=str)
def test_no_screen_of_the_job_is_torn(folder: Path, size: tuple[int, int]) -> None:
    columns, lines = size
    with at_home(folder, columns=columns, lines=lines) as terminal:
        for entry in (OWN_RATINGS, "评价同事", "2026年上半年学习考评"):
            choose(terminal, entry)
            terminal.wait_until(lambda: "─ 待办" not in terminal.text and filled(terminal), entry)
            assert not terminal.screen.torn()
            terminal.press("f1")
            terminal.wait_for("按键")
            assert not terminal.screen.torn()
            terminal.press("escape")
            terminal.wait_gone("按键")
            terminal.press("escape")
            terminal.wait_for("─ 待办")


def test_colours_are_the_terminals_sixteen(folder: Path) -> None:
    with at_the_form(folder) as terminal:
        of_the_terminal = {
            f"{bright}{name}"
            for bright in ("", "bright")
            for name in ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
        }
        assert terminal.screen.coloured() <= of_the_terminal


def test_without_colour_nothing_is_coloured_and_the_choice_is_seen(folder: Path) -> None:
    with at_the_form(folder, environment={"NO_COLOR": "1"}) as terminal:
        terminal.send("2")
        terminal.wait_for("[2 较好]")
        assert terminal.screen.coloured() <= {"black", "white", "brightblack", "brightwhite"}


def test_where_ambiguous_signs_are_wide_the_plain_ones_are_taken(folder: Path) -> None:
    with Terminal("--data", str(folder), wide_ambiguous=True) as terminal:
        sign_in(terminal, "q1", county.PASSWORD, "- 待办")
        shown = terminal.text
        choose(terminal, OWN_RATINGS, ">")
        terminal.wait_for("0/8", "1 好")
        terminal.send("2")
        terminal.wait_for("1/8", "[2 较好]")
        for text in (shown, terminal.text):
            wide = {each for each in text if unicodedata.east_asian_width(each) == "A"} - {
                "“",
                "”",
                "‘",
                "’",
                "…",
                "·",
            }
            assert not wide
        assert not terminal.screen.torn()


def test_the_signs_can_be_asked_for(folder: Path) -> None:
    with Terminal("--data", str(folder), "--glyphs", "ascii") as terminal:
        sign_in(terminal, "q1", county.PASSWORD, "- 待办")
        assert "▸" not in terminal.text


def test_the_job_speaks_english(folder: Path) -> None:
    locale.use("en")
    with Terminal("--lang", "en", "--data", str(folder), environment={"LANG": "en_GB.UTF-8"}) as terminal:
        terminal.wait_for(locale._("密码"))
        sign_in(terminal, "q1", county.PASSWORD, locale._("待办"))
        choose(terminal, "Round r1")
        shown = terminal.wait_for(locale._("自评"), locale._("同事"))
        assert "总分" not in shown
        terminal.press("escape")
        terminal.wait_for(locale._("待办"))
        choose(terminal, "/8")
        terminal.wait_for("0/8", "Good")
        terminal.send("2")
        terminal.wait_for("1/8", "[2 ")
        terminal.press("f1")
        terminal.wait_for(locale._("按键"))
        assert not terminal.screen.torn()

"""The emulated terminal itself: a test is worth what its eyes are worth."""

import signal
import sys

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.emulator import Emulator


def emulator(*, wide_ambiguous: bool = False) -> tuple[Emulator, list[str]]:
    said: list[str] = []
    return Emulator(10, 2, said.append, wide_ambiguous=wide_ambiguous), said


def test_hanzi_take_two_cells_and_read_as_one_character() -> None:
    screen, said = emulator()
    screen.feed("学习ab\x1b[6n")
    assert screen.lines_of_text()[0] == "学习ab    "
    assert said == ["\x1b[1;7R"]


def test_ambiguous_characters_are_as_wide_as_the_terminal_draws_them() -> None:
    narrow, said_narrow = emulator()
    wide, said_wide = emulator(wide_ambiguous=True)
    for screen in (narrow, wide):
        screen.feed("○\x1b[6n")
    assert said_narrow == ["\x1b[1;2R"]
    assert said_wide == ["\x1b[1;3R"]


def test_half_of_a_wide_character_that_was_overwritten_is_noticed() -> None:
    screen, _said = emulator()
    screen.feed("学习")
    assert not screen.torn()
    screen.feed("\x1b[1;2Hx")
    assert screen.torn() == ["学x习      "]


def test_the_alternate_screen_gives_way_to_what_was_there() -> None:
    screen, _said = emulator()
    screen.feed("$ cadre")
    screen.feed("\x1b[?1049h学习")
    assert "学习" in screen.lines_of_text()[0]
    screen.feed("\x1b[?1049l")
    assert screen.lines_of_text()[0] == "$ cadre   "


def test_a_sequence_cut_in_two_is_read_whole() -> None:
    screen, _said = emulator()
    for part in ("a\x1b", "[", "<", "u\x1b[1;", "4Hb"):
        screen.feed(part)
    assert screen.lines_of_text()[0] == "a  b      "


def test_waiting_for_what_never_comes_fails_and_shows_the_screen() -> None:
    program = (sys.executable, "-c", "print('考评'); input()")
    with Terminal(program=program) as terminal:
        terminal.wait_for("考评")
        with pytest.raises(AssertionError, match="考评"):
            terminal.wait_for("不来", seconds=0.2)


def test_an_end_by_a_signal_or_by_a_lost_line_is_told() -> None:
    program = (sys.executable, "-c", "print('考评', flush=True); input()")
    with Terminal(program=program) as terminal:
        terminal.wait_for("考评")
        terminal.kill(signal.SIGKILL)
        assert terminal.exit_code() == -signal.SIGKILL
    with Terminal(program=program) as terminal:
        terminal.wait_for("考评")
        terminal.hang_up()
        assert terminal.exit_code() == -signal.SIGHUP

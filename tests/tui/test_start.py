"""The door to the app, in a real pseudo terminal: asked how wide it draws, left as it was found, lost."""

import os
import pty
import re
import signal
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cadre_tui.tui import probe
from tests.terminal.driver import Terminal
from tests.tui.golden import ambiguous
from tests.tui.small_county import PASSWORD

ROOT = Path(__file__).parents[2]


@pytest.fixture
def line() -> Iterator[tuple[int, int]]:
    """The two ends of a pseudo terminal: the terminal's side and the program's."""
    terminal, program = pty.openpty()
    yield terminal, program
    os.close(terminal)
    os.close(program)


def answering(terminal: int, reply: bytes) -> Callable[[], bytes]:
    """A terminal that answers the question about the cursor; gives what it was sent."""
    heard = bytearray()

    def listen() -> None:
        while b"\x1b[6n" not in heard:
            heard.extend(os.read(terminal, 64))
        os.write(terminal, reply)

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()

    def sent() -> bytes:
        thread.join(5)
        return bytes(heard)

    return sent


@pytest.mark.parametrize(
    ("reply", "width"),
    [(b"\x1b[1;2R", 1), (b"\x1b[24;3R", 2), (b"q\x1b[5;3R", 2), (b"\x1b[?1;2c", None), (b"", None)],
)
def test_a_terminal_says_how_wide_it_draws(line: tuple[int, int], reply: bytes, width: int | None) -> None:
    terminal, program = line
    before = termios.tcgetattr(program)
    sent = answering(terminal, reply)
    with probe.asking(program, program) as question:
        assert question.width(5 if width else 0.1) == width
    assert "●" in sent().decode()
    assert termios.tcgetattr(program) == before


def test_what_was_drawn_for_the_question_is_taken_away_and_nothing_is_echoed(line: tuple[int, int]) -> None:
    terminal, program = line
    sent = answering(terminal, b"\x1b[1;2R")
    with probe.asking(program, program) as question:
        question.width(5)
    sent()
    assert os.read(terminal, 64) == b"\r\x1b[K"


def test_a_locale_without_utf8_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        encoding = "gb18030"

    monkeypatch.setattr(sys, "stdout", Stream())
    assert not probe.speaks_utf8()
    Stream.encoding = "UTF-8"
    assert probe.speaks_utf8()


def opened(folder: Path, person: str, **how: object) -> Terminal:
    """The small county's app in a terminal."""
    environment = {"PYTHONPATH": str(ROOT), **how.pop("environment", {})}  # type: ignore[dict-item]
    program = (sys.executable, "-m", "tests.tui.open_app")
    return Terminal(str(folder), person, program=program, environment=environment, **how)  # type: ignore[arg-type]


def test_signing_in_and_leaving_leaves_the_terminal_as_it_was(county_folder: Path) -> None:
    with opened(county_folder, "-") as terminal:
        terminal.wait_for("编号或姓名", "清河县")
        terminal.press("q", "1", "enter")
        terminal.press(*PASSWORD, "enter")
        terminal.wait_for("待办", "张建国 · 城关镇 副镇长")
        assert not terminal.screen.torn()
        assert "▸ ◐ 自我检查" in terminal.text
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert terminal.left_behind() == []
    log = (county_folder / "cadre.log").read_text("utf-8")
    assert "started, unicode" in log
    assert "ended, 0" in log
    assert PASSWORD not in log


def test_a_terminal_that_draws_ambiguous_characters_wide_gets_ascii(county_folder: Path) -> None:
    with opened(county_folder, "q1", wide_ambiguous=True) as terminal:
        terminal.wait_for("待办")
        assert "> ~ 自我检查" in terminal.text
        assert not ambiguous(terminal.text)
        assert not terminal.screen.torn()


def test_the_choice_of_signs_can_be_overruled(county_folder: Path) -> None:
    with opened(county_folder, "q1", environment={"GLYPHS": "ascii"}) as terminal:
        terminal.wait_for("> ~ 自我检查")
        assert not ambiguous(terminal.text)


def test_the_terminal_is_not_asked_for_keys_that_swallow_composed_text(county_folder: Path) -> None:
    with opened(county_folder, "q1") as terminal:
        written: list[str] = []
        feed = terminal.screen.feed
        terminal.screen.feed = lambda text: (written.append(text), feed(text))[1]  # type: ignore[method-assign]
        terminal.wait_for("待办")
        assert not re.search(r"\x1b\[>[0-9]+u", "".join(written))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_ends_the_app_and_puts_the_terminal_back(county_folder: Path, number: signal.Signals) -> None:
    with opened(county_folder, "q1") as terminal:
        terminal.wait_for("待办")
        terminal.kill(number)
        assert terminal.exit_code() == 128 + number
        assert terminal.left_behind() == []
    assert number.name in (county_folder / "cadre.log").read_text("utf-8")


def test_a_lost_terminal_ends_the_app(county_folder: Path) -> None:
    with opened(county_folder, "q1") as terminal:
        terminal.wait_for("待办")
        terminal.hang_up()
        assert terminal.exit_code() == 128 + signal.SIGHUP


def test_a_lost_terminal_ends_an_app_that_hears_no_hang_up(county_folder: Path) -> None:
    """As under nohup, or when the app does not lead its session: only the line tells."""
    script = (
        "import signal, sys, cadre_tui.tui.ending as ending; ending.SIGNALS = (signal.SIGTERM,);"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN);"
        f"import runpy; sys.argv = ['open_app', {str(county_folder)!r}, 'q1'];"
        "runpy.run_module('tests.tui.open_app', run_name='__main__')"
    )
    with Terminal(program=(sys.executable, "-c", script), environment={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("待办")
        terminal.hang_up()
        begun = time.monotonic()
        assert terminal.exit_code() == 128 + signal.SIGHUP
        assert time.monotonic() - begun < 10


@pytest.mark.parametrize("lost", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_one_sentence_is_told(county_folder: Path, lost: str, line: tuple[int, int]) -> None:
    _terminal, program = line
    streams = {"stdin": program, "stdout": program, "stderr": subprocess.PIPE}
    streams[lost] = subprocess.DEVNULL if lost == "stdin" else subprocess.PIPE
    run = subprocess.run(
        [sys.executable, "-m", "tests.tui.open_app", str(county_folder), "q1"],
        cwd=ROOT,
        check=False,
        timeout=60,
        **streams,  # type: ignore[call-overload]
    )
    assert run.returncode == 2
    assert "终端" in run.stderr.decode()


LOADED = """
import sys
from cadre_tui.cli import app, main
from cadre_tui.tui.app import CadreApp
from cadre_tui.tui.entry.sign_in import SignInScreen

class Stopped(CadreApp):
    loaded = None

    def _display(self, screen, renderable):
        super()._display(screen, renderable)
        text = "".join(strip.text for strip in screen._compositor.render_strips())
        if self.loaded is None and "编号或姓名" in text:
            self.loaded = set(sys.modules)
            self.exit()

def county():
    raise AssertionError("opened before the first screen stood there")

stopped = Stopped(county)
stopped.run(headless=True)
print("drawn", *sorted(stopped.loaded & set(sys.argv[1:])))
"""


def test_the_sign_in_is_drawn_before_anything_heavy_is_loaded() -> None:
    heavy = ["pydantic", "tinydb", "pluggy", "openpyxl", "argon2", "cadre_tui.services.people.accounts"]
    run = subprocess.run(
        [sys.executable, "-c", LOADED, *heavy], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["drawn"]

"""The real program in a real pseudo terminal, driven as a person drives it: look, then press a key.

Nothing here sleeps: every step waits for what must appear, up to a deadline, and shows the screen where it does not.
"""

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal.emulator import ALTERNATE_SCREEN, MOUSE_AND_PASTE, Emulator

DEADLINE = 30.0
"""Seconds after which something that was waited for counts as missing: long, for a busy machine."""

ESCAPE_ALONE = 0.15
"""Seconds after which an Esc is a key of its own, and no longer the beginning of another key's sequence."""

PROGRAM = Path(sys.executable).with_name("cadre")
KEYS: Mapping[str, str] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f10": "\x1b[21~",
} | {f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"}


class Terminal:
    """One run of the program. ``columns`` and ``lines`` are the terminal's size in cells."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        lines: int = 24,
        environment: Mapping[str, str] | None = None,
        wide_ambiguous: bool = False,
        program: Sequence[str] = (str(PROGRAM),),
    ) -> None:
        command = [*program, *arguments]
        variables = {
            "PATH": os.environ["PATH"],
            "TERM": "xterm-256color",
            "LANG": "zh_CN.UTF-8",
            "HOME": os.environ.get("HOME", "/"),
            **{name: os.environ[name] for name in ("XDG_CACHE_HOME",) if name in os.environ},
            **(environment or {}),
        }
        self.started = time.monotonic()
        self._process, self._line = pty.fork()
        if self._process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execvpe(command[0], command, variables)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._code: int | None = None
        self.screen = Emulator(columns, lines, self.send, wide_ambiguous=wide_ambiguous)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._code is None and self._poll() is None:
            os.kill(self._process, signal.SIGKILL)
            self._code = os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])
        if self._line >= 0:
            os.close(self._line)

    # What the person does

    def send(self, text: str) -> None:
        """Send characters as they are: a digit, or text that an input method commits."""
        os.write(self._line, text.encode())

    def press(self, *keys: str) -> None:
        """Press keys by name (``enter``, ``f1``, ``ctrl+s``), or single characters."""
        for key in keys:
            self.send(KEYS.get(key, key))
            if key == "escape":
                self.look_on(ESCAPE_ALONE)

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal another size while the program runs."""
        self.read(0)
        self.screen.resize(lines, columns)
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    @property
    def process(self) -> int:
        """Its number in the system."""
        return self._process

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self._process, number)

    def hang_up(self) -> None:
        """Lose the line, as when a connection breaks: the kernel tells the program."""
        os.close(self._line)
        self._line = -1

    # What the person sees

    @property
    def text(self) -> str:
        """The screen, row by row."""
        return "\n".join(line.rstrip() for line in self.screen.lines_of_text())

    def row(self, text: str) -> str:
        """The first row that holds ``text``."""
        rows = [line for line in self.text.splitlines() if text in line]
        assert rows, f"no row with {text!r}:\n{self.text}"
        return rows[0]

    def wait_for(self, *texts: str, seconds: float = DEADLINE) -> str:
        """Wait until all ``texts`` stand on the screen; answers the screen."""
        self.wait_until(lambda: all(text in self.text for text in texts), f"{texts} to appear", seconds)
        return self.text

    def wait_gone(self, text: str, seconds: float = DEADLINE) -> str:
        """Wait until ``text`` no longer stands on the screen; answers the screen."""
        self.wait_until(lambda: text not in self.text, f"{text!r} to go", seconds)
        return self.text

    def wait_until(self, holds: Callable[[], bool], what: str, seconds: float = DEADLINE) -> None:
        """Wait until ``holds``; fails with the screen as it is then."""
        deadline = time.monotonic() + seconds
        self.read(0)
        while not (self.screen.whole and holds()):
            left = deadline - time.monotonic()
            assert left > 0, f"waited {seconds:g} s for {what}; the screen:\n{self.text}"
            ended = self._poll() is not None
            self.read(min(left, 0.1))
            assert not ended or holds(), f"the program ended ({self._code}) before {what}; the screen:\n{self.text}"

    def look_on(self, seconds: float) -> None:
        """Do nothing for that long, while the program goes on."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.read(left)

    def read(self, seconds: float) -> None:
        """Show what the program has written; wait up to ``seconds`` for its first byte, then take all there is."""
        while self._line >= 0 and select.select([self._line], [], [], seconds)[0]:
            try:
                written = os.read(self._line, 65536)
            except OSError:  # the program has closed its side
                return
            if not written:
                return
            self.screen.feed(self._decode(written))
            seconds = 0

    # How it ends

    def exit_code(self, seconds: float = DEADLINE) -> int:
        """Wait for the end; minus the signal's number where a signal ended it."""
        deadline = time.monotonic() + seconds
        while self._poll() is None:
            assert time.monotonic() < deadline, f"still running after {seconds:g} s; the screen:\n{self.text}"
            if self._line >= 0:
                self.read(0.05)
            else:
                select.select([], [], [], 0.05)
        if self._line >= 0:
            self.read(0)
        assert self._code is not None
        return self._code

    def left_behind(self) -> list[str]:
        """What the program did to the terminal and did not undo; empty where it left it as it was."""
        self.read(0.05)
        modes = self.screen.private_modes
        left = [f"mode {mode}" for mode in sorted(modes & (MOUSE_AND_PASTE | {ALTERNATE_SCREEN}))]
        if self.screen.cursor.hidden:
            left.append("no cursor")
        flags = termios.tcgetattr(self._line)[3]
        left += [name for name in ("ECHO", "ICANON", "ISIG") if not flags & getattr(termios, name)]
        return left

    def _poll(self) -> int | None:
        if self._code is None:
            ended, status = os.waitpid(self._process, os.WNOHANG)
            if ended:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code

"""How wide this terminal draws a character of ambiguous width: asked before the app takes the terminal."""

import os
import re
import select
import sys
import termios
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

ASKED: Final = "\r●\x1b[6n"
"""A character of ambiguous width at the left edge, then: where is the cursor?"""

REPLY: Final = re.compile(rb"\x1b\[\d+;(\d+)R")
TAKE_AWAY: Final = "\r\x1b[K"
PATIENCE: Final = 1.5
"""Seconds that a terminal has for its answer, from the moment when it is waited for: a slow line needs them, every
other answers at once, and one that never answers is rare."""


class Question:
    """Asked of a terminal; what it answers is read later, so that time can be used meanwhile."""

    def __init__(self, keyboard: int, screen: int) -> None:
        self._keyboard = keyboard
        self._screen = screen

    def width(self, patience: float = PATIENCE) -> int | None:
        """The cells that the character took: 1 or 2; None where the terminal does not say."""
        heard = b""
        deadline = time.monotonic() + patience
        while (left := deadline - time.monotonic()) > 0 and select.select([self._keyboard], [], [], left)[0]:
            heard += os.read(self._keyboard, 64)
            if found := REPLY.search(heard):
                return int(found.group(1)) - 1
        return None


@contextmanager
def asking(keyboard: int, screen: int) -> Iterator[Question]:
    """Ask the terminal; its modes are put back at the end, and what was drawn is taken away."""
    before = termios.tcgetattr(keyboard)
    tty.setcbreak(keyboard, termios.TCSANOW)
    try:
        os.write(screen, ASKED.encode())
        yield Question(keyboard, screen)
    finally:
        os.write(screen, TAKE_AWAY.encode())
        termios.tcsetattr(keyboard, termios.TCSANOW, before)


def speaks_utf8() -> bool:
    """Whether the locale can write the signs at all."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"

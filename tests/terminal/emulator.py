"""The terminal's side of the line: a screen that understands what the program writes, and answers it."""

import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pyte
from wcwidth import wcwidth

ALTERNATE_SCREEN = 1049
WHOLE_FRAMES = 2026
"""The mode in which a program says where a frame begins and ends, so that no half of one is looked at."""

MOUSE_AND_PASTE = frozenset({1000, 1002, 1003, 1006, 1015, 2004})

_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<>=][0-9;]*[a-zA-Z]")
_ASKS_FOR_WHOLE_FRAMES = f"\x1b[?{WHOLE_FRAMES}$p"
_UNFINISHED = re.compile(r"\x1b(\[[<>=?]?[0-9;$]*)?$")


class Emulator(pyte.Screen):
    """A screen with an alternate one behind it, that counts cells as its terminal does.

    ``wide_ambiguous`` draws characters of ambiguous width two cells wide, as many Chinese terminals do.
    ``answer`` is called with what the terminal tells the program.
    """

    def __init__(
        self, columns: int, lines: int, answer: Callable[[str], None], *, wide_ambiguous: bool = False
    ) -> None:
        self.answer = answer
        self.wide_ambiguous = wide_ambiguous
        self.private_modes: set[int] = set()
        self.ever_private: set[int] = set()
        self._behind: Any = None
        super().__init__(columns, lines)
        self._stream = pyte.Stream(self)
        self._carry = ""

    def feed(self, written: str) -> None:
        """Show what the program wrote."""
        written = self._carry + written
        unfinished = _UNFINISHED.search(written)
        self._carry = unfinished.group() if unfinished else ""
        whole = written[: len(written) - len(self._carry)]
        if _ASKS_FOR_WHOLE_FRAMES in whole:
            self.answer(f"\x1b[?{WHOLE_FRAMES};2$y")
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", whole))

    @property
    def whole(self) -> bool:
        """Whether no frame is half drawn."""
        return WHOLE_FRAMES not in self.private_modes and not self._carry

    def draw(self, data: str) -> None:
        """Draw text at the cursor."""
        if not self.wide_ambiguous:
            super().draw(data)
            return
        for character in data:
            super().draw(character)
            if unicodedata.east_asian_width(character) == "A" and wcwidth(character) == 1:
                super().draw(" ")
                self.buffer[self.cursor.y][self.cursor.x - 1] = self.cursor.attrs._replace(data="")

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        """Remember private modes; going to the alternate screen keeps the one behind it."""
        if kwargs.get("private"):
            self.private_modes.update(modes)
            self.ever_private.update(modes)
            if ALTERNATE_SCREEN in modes:
                self._behind = (deepcopy(self.buffer), self.cursor.x, self.cursor.y)
                self.erase_in_display(2)
                self.cursor_position()
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        """Leaving the alternate screen brings back the one behind it."""
        if kwargs.get("private"):
            self.private_modes.difference_update(modes)
            if ALTERNATE_SCREEN in modes and self._behind:
                self.buffer, self.cursor.x, self.cursor.y = self._behind
                self._behind = None
        super().reset_mode(*modes, **kwargs)

    def report_device_status(self, mode: int, **kwargs: Any) -> None:
        """Say where the cursor is."""
        if not kwargs.get("private"):
            super().report_device_status(mode)

    def write_process_input(self, data: str) -> None:
        """Hand an answer to the program."""
        self.answer(data)

    def lines_of_text(self) -> list[str]:
        """Each row as text, as a person reads it; one character for a wide one."""
        return ["".join(row[column].data for column in range(self.columns)) for row in self._rows()]

    def torn(self) -> list[str]:
        """Rows in which half of a wide character was overwritten, so that what follows is out of place."""
        return [
            text
            for text, row in zip(self.lines_of_text(), self._rows(), strict=True)
            if any(self._half(row, column) for column in range(self.columns))
        ]

    def coloured(self) -> set[str]:
        """The colours in use on the screen, other than the terminal's own."""
        cells = [row[column] for row in self._rows() for column in range(self.columns)]
        return {colour for cell in cells for colour in (cell.fg, cell.bg)} - {"default"}

    def _rows(self) -> list[Any]:
        return [self.buffer[line] for line in range(self.lines)]

    def _half(self, row: Any, column: int) -> bool:
        mark = row[column].data
        if mark == "":
            return column == 0 or not self._is_wide(row[column - 1].data)
        return self._is_wide(mark) and column + 1 < self.columns and row[column + 1].data != ""

    def _is_wide(self, mark: str) -> bool:
        if not mark:
            return False
        ambiguous = self.wide_ambiguous and unicodedata.east_asian_width(mark[0]) == "A"
        return wcwidth(mark[0]) == 2 or ambiguous

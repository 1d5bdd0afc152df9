"""For terminals that draw ambiguous characters two cells wide: no such character reaches them."""

import unicodedata
from functools import lru_cache
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

INSTEAD: Final = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": ".",
        "—": "-",
        "–": "-",
        "−": "-",
        "·": ".",
        "×": "x",
        "÷": "/",
        "±": "~",
        "≈": "~",
        "≥": ">",
        "≤": "<",
        "→": ">",
        "←": "<",
        "↑": "^",
        "↓": "v",
        "█": "#",
        "●": "*",
        "○": "-",
        "◐": "~",
        "▲": "^",
        "▼": "v",
        "℃": "C",
        "※": "*",
        "│": "|",
        "┃": "|",
        "─": "-",
        "━": "-",
        "•": "*",
    }
)
"""One cell for one cell. What is drawn from corners and tees falls to ``+``, from shades and blocks to ``#``."""

CORNERS: Final = range(0x2500, 0x2580)
BLOCKS: Final = range(0x2580, 0x25A0)


@lru_cache(4096)
def one_cell(text: str) -> str:
    """``text`` in which every character of ambiguous width has given way to one that takes one cell everywhere."""
    if text.isascii():
        return text
    return "".join(map(_sure, text.translate(INSTEAD)))


def _sure(character: str) -> str:
    if unicodedata.east_asian_width(character) != "A":
        return character
    if unicodedata.combining(character):
        return character
    if ord(character) in CORNERS:
        return "+"
    if ord(character) in BLOCKS:
        return "#"
    plain = unicodedata.normalize("NFKD", character)[0]
    return plain if plain.isascii() else "?"


class OneCell(LineFilter):
    """Stands behind everything that is drawn, whoever wrote it: a label, a county's text, a person's name."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells, each of a sure width."""
        del background
        return [Segment(one_cell(text), style, control) for text, style, control in segments]

"""Text cut and filled by terminal cells, in which a hanzi takes two."""

from typing import Literal
from unicodedata import category

from rich.cells import cell_len, set_cell_size

Side = Literal["left", "right", "middle"]

NEVER_FIRST = "，。、；：？！）》”’】〉%…,.;:?!)"
"""What may not begin a line."""

NEVER_LAST = "（《“‘【〈(["
"""What may not end a line."""


def width_of(text: str) -> int:
    """The cells that ``text`` takes."""
    return cell_len(text)


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """``text`` if it fits in ``width`` cells, else as much of it as fits with ``ellipsis`` after it; never wider.

    What would move the terminal's cursor becomes a space.
    """
    text = text if text.isprintable() else "".join(" " if category(each) == "Cc" else each for each in text)
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    return _head(text, room) + ellipsis if room > 0 else _head(text, max(width, 0))


def fit(text: str, width: int, side: Side = "left", ellipsis: str = "…") -> str:
    """``text`` in exactly ``width`` cells, against the ``side``, cut where it is too long."""
    text = cut(text, width, ellipsis)
    space = max(width - cell_len(text), 0)
    if side == "right":
        return " " * space + text
    if side == "middle":
        return " " * (space // 2) + text + " " * (space - space // 2)
    return text + " " * space


def _head(text: str, width: int) -> str:
    """As many whole letters as fit."""
    head = set_cell_size(text, width)
    return head if text.startswith(head) else head[:-1]


def wrap(text: str, width: int) -> list[str]:
    """The lines of ``text``, none wider than ``width`` (at least 2) cells: between hanzi anywhere, else at spaces.

    No line begins with a closing mark where that can be helped.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, max(width, 2))]


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if cell_len(line + piece.rstrip()) <= width:
            line += piece
            continue
        if line:
            lines.append(line.rstrip())
        line = piece
        while cell_len(line.rstrip()) > width:
            head = _head(line, width)
            lines.append(head.rstrip())
            line = line[len(head) :]
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """What is never torn: a hanzi with the marks after it, a word with the spaces after it."""
    pieces: list[str] = []
    for character in text:
        last = pieces[-1][-1] if pieces else ""
        glued = character in NEVER_FIRST or (character == " " and last != "")
        word = last not in ("", " ") and cell_len(last) == cell_len(character) == 1
        if pieces and (glued or word or last in NEVER_LAST):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces

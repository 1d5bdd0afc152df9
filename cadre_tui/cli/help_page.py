"""A command's help as one page, wrapped by terminal cells: what click writes itself counts a hanzi as one."""

from collections.abc import Iterable, Iterator, Sequence
from shutil import get_terminal_size

from cadre_tui.cli.table import cell_width

WIDEST = 100
"""Cells: longer lines are hard to read."""

TERM_COLUMN = 26
"""Cells that the left column takes at most; a longer term stands on a line of its own."""

NOT_FIRST = "，。；：、）”！？》]"
"""Signs that no line begins with."""


def page(usage: str, text: str, blocks: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """The usage line, what the command does, then each block: its heading and its rows of term and meaning."""
    width = min(get_terminal_size().columns, WIDEST)
    parts = ["\n".join(wrapped(usage, width, "  ")), "\n".join(wrapped(text, width, "  ", first="  "))]
    parts += ["\n".join((heading, *_rows(rows, width))) for heading, rows in blocks if rows]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    column = min(max(cell_width(term) for term, _meaning in rows), TERM_COLUMN) + 4
    for term, meaning in rows:
        lines = list(wrapped(meaning, width - column, ""))
        head = f"  {term}"
        if cell_width(head) + 2 > column:
            yield head
            head = ""
        for line in lines or [""]:
            yield (head + " " * (column - cell_width(head)) + line).rstrip()
            head = ""


def wrapped(text: str, width: int, indent: str, first: str = "") -> Iterator[str]:
    """The text in lines of at most ``width`` cells: broken at spaces, and between hanzi."""
    line, started = first, False
    for piece in _pieces(text):
        if started and cell_width(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = indent + piece.lstrip()
        else:
            line += piece
        started = True
    if started:
        yield line.rstrip()


def paragraphs(sentences: Iterable[str]) -> str:
    """Each sentence on lines of its own, no wider than the terminal; its further lines stand further in."""
    width = min(get_terminal_size().columns, WIDEST)
    return "\n".join("\n".join(wrapped(each, width, "  ")) for each in sentences)


def _pieces(text: str) -> Iterator[str]:
    """Words with the space behind them; each hanzi alone, with the signs that must not begin a line."""
    piece = ""
    for character in text:
        wide = cell_width(character) == 2
        if piece and character not in NOT_FIRST and (wide or piece[-1] == " " or cell_width(piece[-1]) == 2):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece

"""Plain tables whose columns stand straight, however wide their letters are."""

import sys
import unicodedata
from collections.abc import Sequence
from shutil import get_terminal_size


def cell_width(text: str) -> int:
    """The terminal cells that ``text`` takes: two for a hanzi, none for a combining mark."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Headings, a rule and the rows, columns two cells apart, without spaces at line ends."""
    lines = [headings, *rows]
    widths = [max(cell_width(line[column]) for line in lines) for column in range(len(headings))]
    rule = ["-" * width for width in widths]
    return "\n".join(_row(line, widths) for line in (headings, rule, *rows))


def fitting(headings: Sequence[str], rows: Sequence[Sequence[str]], separator: str) -> str:
    """A table; on a terminal that is too narrow for it, one block of ``heading separator value`` lines a row."""
    straight = table(headings, rows)
    if not sys.stdout.isatty() or max(map(cell_width, straight.splitlines())) <= get_terminal_size().columns:
        return straight
    pairs = ([pair for pair in zip(headings, row, strict=True) if pair[1]] for row in rows)
    return "\n\n".join("\n".join(f"{heading}{separator}{value}" for heading, value in block) for block in pairs)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()

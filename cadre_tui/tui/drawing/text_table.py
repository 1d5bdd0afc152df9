"""A table as lines of text: straight columns; where these are too wide, a heading and a value each. Pure."""

from collections.abc import Iterator, Sequence

from cadre_tui.locale import _
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.words.tables import NOTHING, Table

GAP = 2


def table_lines(table: Table, glyphs: Glyphs, width: int) -> Iterator[str]:
    """The rows, below their headings where all columns fit in ``width`` cells; never wider."""
    every = [table.headings, *table.rows]
    widths = [max(width_of(row[at]) for row in every) for at in range(len(table.headings))]
    if sum(widths) + GAP * len(widths) <= width:
        for row in every:
            yield _tidied((" " * GAP).join(fit(cell, room) for cell, room in zip(row, widths, strict=True)), glyphs)
        return
    for row in table.rows:
        yield from (_tidied(each, glyphs) for each in wrap(row[0], max(width, 8)))
        yield from _pairs(table.headings[1:], row[1:], glyphs, width)


def _pairs(headings: Sequence[str], values: Sequence[str], glyphs: Glyphs, width: int) -> Iterator[str]:
    told = "  "
    for heading, value in zip(headings, values, strict=True):
        if not value:
            continue
        pair = heading + _("：") + value
        if width_of(told) > 2 and width_of(told) + width_of(pair) + GAP > width:
            yield _tidied(told, glyphs)
            told = "  "
        told += pair + " " * GAP
    if told.strip():
        yield _tidied(told, glyphs)


def _tidied(text: str, glyphs: Glyphs) -> str:
    return text.rstrip().replace(NOTHING, glyphs.not_applicable)

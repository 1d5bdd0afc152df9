"""The same data as text tables, for whoever cannot see the bars. Pure."""

from collections.abc import Iterator, Sequence

from cadre_tui.locale import _
from cadre_tui.model.county_result import CountyResult, Sides
from cadre_tui.tui.county.cells import tidy
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.words.county.tables import Table, notes, tables

GAP = 2


def rows(found: CountyResult, sides: Sides, glyphs: Glyphs, width: int, *, county: bool) -> list[Row]:
    """Every table, and what must be known to read them; each line can be gone to."""
    shown: list[Row] = []
    for each in tables(found, sides, county=county):
        shown += [words(line(Part(f"{each.title}", "strong"))), *map(_row, _lines(each, glyphs, width)), _row("")]
    return [*shown, *map(_row, notes(found))]


def _row(text: str) -> Row:
    # An entry, though choosing it does nothing: so the arrows go through the tables line by line.
    return Row(lambda _width, here: line(Part(text, "cursor" if here else "")), lambda: None)


def _lines(table: Table, glyphs: Glyphs, width: int) -> Iterator[str]:
    """Straight columns; where these are too wide, a heading and a value a line."""
    every = [table.headings, *table.rows]
    widths = [max(width_of(row[at]) for row in every) for at in range(len(table.headings))]
    if sum(widths) + GAP * len(widths) <= width:
        for row in every:
            yield _tidied((" " * GAP).join(fit(cell, room) for cell, room in zip(row, widths, strict=True)), glyphs)
        return
    for row in table.rows:
        yield _tidied(row[0], glyphs)
        yield from _pairs(table.headings[1:], row[1:], glyphs, width)


def _pairs(headings: Sequence[str], values: Sequence[str], glyphs: Glyphs, width: int) -> Iterator[str]:
    told = "  "
    for heading, value in zip(headings, values, strict=True):
        pair = heading + _("：") + value
        if width_of(told) > 2 and width_of(told) + width_of(pair) + GAP > width:
            yield _tidied(told, glyphs)
            told = "  "
        told += pair + " " * GAP
    yield _tidied(told, glyphs)


def _tidied(text: str, glyphs: Glyphs) -> str:
    return tidy(text.rstrip(), glyphs)

"""The same data as text tables, for whoever cannot see the bars. Pure."""

from cadre_tui.model.results.county_result import CountyResult, UnitFigures
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.text_table import table_lines
from cadre_tui.words.county.tables import notes, tables


def rows(found: CountyResult, unit: UnitFigures | None, glyphs: Glyphs, width: int) -> list[Row]:
    """Every table, and what must be known to read them; each line can be gone to."""
    shown: list[Row] = []
    for each in tables(found, unit):
        told = table_lines(each, glyphs, width)
        shown += [words(line(Part(f"{each.title}", "strong"))), *map(_row, told), _row("")]
    return [*shown, *map(_row, notes(found))]


def _row(text: str) -> Row:
    # An entry, though choosing it does nothing: so the arrows go through the tables line by line.
    return Row(lambda _width, here: line(Part(text, "cursor" if here else "")), lambda: None)

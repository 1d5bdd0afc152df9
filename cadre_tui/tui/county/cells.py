"""Figures of many people as cells of a line: the number first, then its bar. Pure."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.results.county_result import Figures
from cadre_tui.tui.drawing.bar import bar
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words.county import figures as told
from cadre_tui.words.tables import NOTHING

FULL: Final = Decimal(100)
NUMBER: Final = 6
"""Cells of a share in per cent."""

BAR: Final = 24
"""Cells of a bar, at most."""

Columns = Callable[[int], str]
"""What stands in a line of so many cells."""


def tidy(text: str, glyphs: Glyphs) -> str:
    """The text with the signs that this terminal can draw."""
    return text.replace(NOTHING, glyphs.not_applicable)


def share(figures: Figures, measure: str, width: int, glyphs: Glyphs) -> str:
    """What share of the points was reached: ``85.7% ███████`` in exactly ``width`` cells."""
    found = figures.criteria.get(measure) or figures.profile.get(measure)
    number = tidy(told.reached(figures, measure), glyphs)
    if found is None:
        return fit(" " + number, width - 1, ellipsis=glyphs.ellipsis) + " "
    room = min(width - NUMBER - 2, BAR)
    drawn = bar(found.share, FULL, room, glyphs) if room > 2 else ""
    return fit(f"{number:>{NUMBER}} {drawn}", width, ellipsis=glyphs.ellipsis)


def count(number: int, of: int, width: int, glyphs: Glyphs) -> str:
    """How many of how many: ``12  48.0% ████`` in exactly ``width`` cells."""
    part = told.part(number, of)
    said = f"{number:>4} {'' if part is None else f'{part}%':>{NUMBER}}"
    room = min(width - width_of(said) - 2, BAR)
    drawn = bar(number, of, room, glyphs) if room > 2 and of else ""
    return fit(f"{said} {drawn}", width, ellipsis=glyphs.ellipsis)


def mean(figures: Figures, full: Decimal, width: int, glyphs: Glyphs) -> str:
    """The mean total with its bar, as a share of what a total can be."""
    said = tidy(told.mean(figures), glyphs)
    if figures.total is None:
        return fit("  " + said, width, ellipsis=glyphs.ellipsis)
    room = min(width - NUMBER - 2, BAR)
    drawn = bar(figures.total.mean, full, room, glyphs) if room > 2 else ""
    return fit(f"{said:>{NUMBER}} {drawn}", width, ellipsis=glyphs.ellipsis)


def change(number: Decimal | None, glyphs: Glyphs) -> str:
    """Against the former round: ``▲1.2``; empty where there is nothing to compare with."""
    if number is None:
        return ""
    if not number:
        return _("持平")
    return f"{glyphs.up if number > 0 else glyphs.down}{abs(number)}"


def entry(words: Columns, glyphs: Glyphs, go: Callable[[], object], name: str, after: Columns | None = None) -> Row:
    """A line to choose. ``after`` stands at its end, in the plain style."""

    def draw(width: int, here: bool) -> Line:
        cursor = Part(f"{glyphs.cursor} " if here else "  ", "next")
        rest = (Part(after(width - 2)),) if after else ()
        return line(cursor, Part(words(width - 2), "next" if here else ""), *rest)

    return Row(draw, go, name)


def heading(words: Columns) -> Row:
    """The names of columns."""
    return Row(lambda width, _here: line(Part("  " + words(width - 2), "quiet")))

"""The four focal checks over rounds: a column a round, its numbers beside, the change at the end. Pure."""

from collections.abc import Callable
from functools import partial
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Focus, Purpose
from cadre_tui.model.results.county_result import CountyResult, UnitFigures
from cadre_tui.tui.county import cells
from cadre_tui.tui.drawing.columns import fit
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.drawing.spark import spark
from cadre_tui.words.county import figures as told
from cadre_tui.words.results.result import BY

NUMBER: Final = 6
"""Cells of a share in per cent."""

CHANGE: Final = 8
"""Cells of the change against the round before."""

Go = Callable[[Focus | None], object]


def rows(found: CountyResult, unit: UnitFigures | None, by: Purpose, glyphs: Glyphs, label: int, go: Go) -> list[Row]:
    """A line a focal check, of the county or of one ``unit``; none where no former round tells the same.

    ``label``: cells of a name.
    """
    if not told.foci_before(found, by, unit):
        return []
    more = f" {glyphs.dot} ".join((_(BY[by]), _("百分比，最早的一轮在前")))
    drawn = [
        cells.entry(
            partial(_line, found, unit, focus, by, glyphs, label), glyphs, partial(go, focus), f"course {by} {focus}"
        )
        for focus in Focus
    ]
    return [rule(_("四项重点历轮"), more, glyphs), *drawn]


def _line(
    found: CountyResult, unit: UnitFigures | None, focus: Focus, by: Purpose, glyphs: Glyphs, label: int, width: int
) -> str:
    shares = told.focus_shares(found, by, focus, unit)
    fits = max((width - label - CHANGE - 2) // (NUMBER + 1), 2)
    shares = shares[-fits:]
    now = (unit.sides if unit else found.county).everybody.focus(by, focus)
    numbers = "".join(f"{glyphs.not_applicable if each is None else each:>{NUMBER}}" for each in shares)
    change = cells.change(now.change if now else None, glyphs)
    return fit(told.focus(focus), label) + spark(shares, glyphs) + " " + numbers + "  " + change

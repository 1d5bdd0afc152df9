"""整改 on home: what one has to put right, and what waits to be looked at. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime

from cadre_tui.locale import _
from cadre_tui.model.oversight.remedy import RemedyLine
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.remedies.page import items


def rows(
    remedies: Sequence[RemedyLine], now: datetime, glyphs: Glyphs, go: Callable[[RemedyLine], object]
) -> list[Row]:
    """A line an item, nothing where there is none."""
    if not remedies:
        return []
    return [rule(_("整改"), "", glyphs), *items(remedies, now.astimezone(CHINA).date(), glyphs, go), blank()]

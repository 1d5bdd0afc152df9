"""What is laid out before the first look, for every screen that settles something. Pure."""

from cadre_tui.locale import _
from cadre_tui.model.results.looking import Look, Settling
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.menu import Row, words
from cadre_tui.tui.drawing.parts import line
from cadre_tui.words.results import looking

WIDEST = 90
"""Cells of a line: longer ones are hard to read."""


def settling_rows(settling: Settling, look: Look, width: int) -> list[Row]:
    """What the look settles, and the keys."""
    paragraphs = (*looking.told(settling, look), _("按 y 看，按 Esc 返回。"))
    return [
        row
        for each in paragraphs
        for row in (*(words(line(piece)) for piece in wrap(each, max(min(width, WIDEST) - 2, 20))), words(line("")))
    ]

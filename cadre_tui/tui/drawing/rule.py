"""A heading that divides a list. Pure."""

from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row
from cadre_tui.tui.drawing.parts import Line, Part, line


def rule(word: str, more: str, glyphs: Glyphs) -> Row:
    """A heading across the whole width."""

    def draw(width: int, here: bool) -> Line:
        del here
        told = f" {glyphs.dot} {more} " if more else " "
        start = glyphs.rule + " "
        rest = max(width - width_of(start + word + told), 0)
        return line(Part(start, "quiet"), Part(word, "strong"), told, Part(glyphs.rule * rest, "quiet"))

    return Row(draw)

"""For every terminal: of what is drawn, whoever wrote it, nothing is obeyed."""

from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from cadre_tui.words.printable import harmless

BREAKING: Final = {ord(each): None for each in "\t\n"}
"""What a text in lines may hold, and a line that is drawn may not."""


class Unobeyed(LineFilter):
    """Stands behind everything that is drawn. Control characters and marks of direction take no cell: they go."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells."""
        del background
        return [Segment(harmless(text, "").translate(BREAKING), style, control) for text, style, control in segments]

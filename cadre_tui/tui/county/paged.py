"""A list under the names of its views. Pure."""

from collections.abc import Sequence

from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.drawing.parts import Line, Part, line


class Paged(Menu):
    """Rows under the names of all views."""

    def __init__(self, rows: Sequence[Row], names: str) -> None:
        super().__init__(rows)
        self._names = names

    def head(self, width: int) -> Sequence[Line]:
        """They stay above the list."""
        del width
        return (line(Part(self._names, "strong")),)

"""Some lines of parts that a screen draws anew whenever it likes."""

from collections.abc import Callable, Sequence

from cadre_tui.tui.drawing.parts import Line
from cadre_tui.tui.widgets.drawn import DrawnLines


class Block(DrawnLines):
    """Draws what it was given last, in the width that it has."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._draw: Callable[[int], Sequence[Line]] = lambda width: ()  # noqa: ARG005

    def show(self, draw: Callable[[int], Sequence[Line]]) -> None:
        """Draw this from now on."""
        self._draw = draw
        self.drawn_anew()

    def lines(self, width: int) -> Sequence[Line]:
        """What is to be drawn."""
        return self._draw(width)

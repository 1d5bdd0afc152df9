"""A text of more than a line, broken as the drawn pages break theirs: no line begins with a closing mark."""

from collections.abc import Sequence

from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.widgets.drawn import DrawnLines


class ToldText(DrawnLines):
    """Stands over fields and says what they are for, or under a page and says what was done."""

    def __init__(self, text: str, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._text = text

    def lines(self, width: int) -> Sequence[Line]:
        """As many as it needs."""
        return [line(Part(each)) for each in wrap(self._text, width)]

    def tell(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.drawn_anew()

"""One criterion of a form: one widget that draws its text, its options and all that belongs to it."""

from collections.abc import Sequence

from cadre_tui.tui.answers.row_drawing import draw_row
from cadre_tui.tui.answers.row_view import RowView
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line
from cadre_tui.tui.widgets.drawn import DrawnLines


class QuestionRow(DrawnLines):
    """Shows a ``RowView``; it answers nothing itself."""

    def __init__(self, view: RowView, glyphs: Glyphs) -> None:
        super().__init__()
        self.view = view
        self._glyphs = glyphs

    def show(self, view: RowView) -> None:
        """Show another view; nothing is painted where it is the same."""
        if view != self.view:
            self.view = view
            self.drawn_anew()

    def lines(self, width: int) -> Sequence[Line]:
        """The row."""
        return draw_row(self.view, width, self._glyphs)

"""The top line of a screen."""

from textual.content import Content
from textual.widget import Widget

from cadre_tui.tui.drawing.columns import cut, width_of


class HeadingLine(Widget):
    """Where one is on the left, who one is or how far on the right; the left gives way where both do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.left = ""
        self.right = ""

    def say(self, left: str, right: str) -> None:
        """Show other words."""
        self.left, self.right = left, right
        self.refresh()

    def render(self) -> Content:
        """The line, filled by cells."""
        width = self.content_size.width
        right = cut(self.right, max(width - 12, width // 2))
        left = cut(self.left, width - width_of(right) - (2 if right else 0))
        gap = " " * max(width - width_of(left) - width_of(right), 0)
        return Content.assemble((left, "bold"), gap, right)

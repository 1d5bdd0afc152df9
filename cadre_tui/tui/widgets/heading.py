"""The top line of a screen."""

from typing import Final

from textual.content import Content
from textual.widget import Widget

from cadre_tui.tui.drawing.columns import cut, width_of

DOT: Final = " · "
"""Between the parts of what stands on the left, unless somebody says otherwise."""

LEAST: Final = 8
"""Cells that are left of the longest part."""


def fitting(left: str, right: str, width: int, between: str = DOT) -> tuple[str, str]:
    """Both as they fit in ``width`` cells, two apart: the longest part of the left, a title, gives way first.

    So the page's own name, which is short, can be read however long a round's title is.
    """
    parts = left.split(between)
    longest = max(range(len(parts)), key=lambda at: width_of(parts[at]))
    others = width_of(left) - width_of(parts[longest])
    least = width_of(left) if len(parts) == 1 else others + min(width_of(parts[longest]), LEAST)
    gap = 2 if right else 0
    right = cut(right, width - gap - min(least, width // 2))
    room = width - gap - width_of(right)
    if width_of(left) > room and len(parts) > 1 and room - others >= LEAST:
        parts[longest] = cut(parts[longest], room - others)
    return cut(between.join(parts), room), right


class HeadingLine(Widget):
    """Where one is on the left, who one is or how far on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.left = ""
        self.right = ""
        self._between = DOT

    def say(self, left: str, right: str, between: str = DOT) -> None:
        """Show other words; ``between`` stands between the parts of the left."""
        self.left, self.right, self._between = left, right, between
        self.refresh()

    def render(self) -> Content:
        """The line, filled by cells."""
        width = self.content_size.width
        left, right = fitting(self.left, self.right, width, self._between)
        gap = " " * max(width - width_of(left) - width_of(right), 0)
        return Content.assemble((left, "bold"), gap, right)

"""A widget that draws lines of parts itself, as quickly as one plain text."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from cadre_tui.tui.drawing.parts import Line


class DrawnLines(Widget):
    """Its ``lines`` for a width are drawn once and painted from then on, until ``drawn_anew``.

    The style of a part names the component class ``drawn--<style>``.
    """

    DEFAULT_CSS = """
    DrawnLines { height: auto; }
    DrawnLines .drawn--active { text-style: bold; }
    DrawnLines .drawn--chosen { text-style: bold; }
    DrawnLines .drawn--typing { text-style: reverse; }
    DrawnLines .drawn--strong { text-style: bold; }
    """
    COMPONENT_CLASSES = {  # noqa: RUF012 - Textual declares it so
        "drawn--active",
        "drawn--chosen",
        "drawn--typing",
        "drawn--strong",
        "drawn--cursor",
        "drawn--quiet",
        "drawn--wrong",
        "drawn--line",
    }

    class Pressed(Message):
        """Somebody pressed the mouse on a part that has a target."""

        def __init__(self, widget: "DrawnLines", target: str) -> None:
            self.widget = widget
            self.target = target
            super().__init__()

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._drawn: tuple[int, Sequence[Line]] = (-1, ())

    def lines(self, width: int) -> Sequence[Line]:
        """The lines in ``width`` cells: none, until a widget says what it shows."""
        del width
        return ()

    def drawn(self, width: int) -> Sequence[Line]:
        """The lines, drawn if they are not."""
        if self._drawn[0] != width:
            self._drawn = (width, self.lines(width))
        return self._drawn[1]

    def drawn_anew(self) -> None:
        """Something that the lines tell has changed. The page is laid out anew only if their number has, too."""
        width, before = self._drawn
        self._drawn = (-1, ())
        self.refresh(layout=width >= 0 and len(self.drawn(width)) != len(before))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many as there are lines."""
        del container, viewport
        return len(self.drawn(width))

    def render_line(self, y: int) -> Strip:
        """One line."""
        lines = self.drawn(self.content_size.width)
        base = self.rich_style
        if y >= len(lines):
            return Strip.blank(self.content_size.width, base)
        segments = [
            Segment(part.text, base + self.get_component_rich_style(f"drawn--{part.style}", partial=True))
            if f"drawn--{part.style}" in self.COMPONENT_CLASSES
            else Segment(part.text, base)
            for part in lines[y]
        ]
        return Strip(segments).adjust_cell_length(self.content_size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Find the part under the mouse."""
        lines = self.drawn(self.content_size.width)
        target = ""
        if event.y < len(lines):
            left = 0
            for part in lines[event.y]:
                left += part.width
                if event.x < left:
                    target = part.target
                    break
        self.post_message(self.Pressed(self, target))

"""A long list that is drawn line by line, only what is in sight, under a head that stays."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cadre_tui.tui.drawing.lines_page import LinesPage
from cadre_tui.tui.drawing.parts import Line, clipped


class Page(Protocol):
    """What is drawn, as data."""

    def head(self, width: int) -> Sequence[Line]:
        """The lines that stay above the list."""

    def __len__(self) -> int:
        """How many lines the list has."""

    def line(self, index: int, width: int) -> Line:
        """One line of the list."""


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a ``Page``; moving is the screen's affair. Styles are the component classes ``line-list--…`` below."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--quiet",
        "line-list--strong",
        "line-list--cursor",
        "line-list--next",
        "line-list--wrong",
    }

    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
    }
    LineList .line-list--quiet { text-style: dim; }
    LineList .line-list--strong { text-style: bold; }
    LineList .line-list--cursor { text-style: reverse bold; }
    LineList .line-list--next { text-style: bold; color: $accent; }
    LineList .line-list--wrong { text-style: bold; color: $wrong; }
    """

    class Chosen(Message):
        """A line was clicked; ``target`` is that of the part under the pointer."""

        def __init__(self, index: int, target: str) -> None:
            self.index = index
            self.target = target
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._page: Page = LinesPage()
        self._head: Sequence[Line] = ()
        self._cursor: int | None = 0

    def show(self, page: Page, cursor: int | None = 0) -> None:
        """Draw a page with the line ``cursor`` in sight; None leaves what is in sight to whoever scrolls."""
        self._page, self._cursor = page, cursor
        self._lay_out()
        self.refresh()

    def put(self, page: Page, cursor: int | None) -> None:
        """Have a page of the same length and head; whoever calls says which lines are to be drawn again."""
        self._page, self._cursor = page, cursor

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._head = self._page.head(width)
        self.virtual_size = Size(width, len(self._head) + len(self._page))
        self._reveal()

    def _reveal(self) -> None:
        """Keep the cursor's line, and one beside it, in sight."""
        room = self.scrollable_content_region.height - len(self._head)
        if room < 1 or self._cursor is None:
            return
        margin = 1 if room > 2 else 0
        top = round(self.scroll_y)
        top = min(top, self._cursor - margin)
        top = max(top, self._cursor + margin - room + 1)
        self.scroll_to(y=max(top, 0), animate=False, force=True)

    def on_resize(self) -> None:
        """Another width may need another head."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """The head's lines first, then those that are scrolled to."""
        width = self.scrollable_content_region.width
        parts = self._parts(y, width)
        base = self.rich_style
        segments = [Segment(part.text, base + self._style(part.style)) for part in clipped(parts, width, "")]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"line-list--{name}", partial=True) if name else Style.null()

    def _parts(self, y: int, width: int) -> Line:
        if y < len(self._head):
            return self._head[y]
        index = self._index(y)
        return self._page.line(index, width) if 0 <= index < len(self._page) else ()

    def _index(self, y: int) -> int:
        return y - len(self._head) + self.scroll_offset.y

    def on_click(self, event: events.Click) -> None:
        """Tell which line, and which part of it."""
        if event.y < len(self._head) or self._index(event.y) >= len(self._page):
            return
        at = 0
        for part in self._parts(event.y, self.scrollable_content_region.width):
            at += part.width
            if event.x < at:
                self.post_message(self.Chosen(self._index(event.y), part.target))
                return
        self.post_message(self.Chosen(self._index(event.y), ""))

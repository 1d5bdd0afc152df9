"""A field for several lines of text that stays quick with thousands of hanzi without a break."""

from collections.abc import Callable
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.dom import DOMNode
from textual.strip import Strip
from textual.types import WatchCallbackType
from textual.widgets import TextArea

from cadre_tui.tui.answers.typed import clean

LEAVING: Final = {"escape": 0, "tab": 1, "shift+tab": -1}


class Writing(TextArea):
    """Enter makes a new line, Tab and Shift+Tab go to the next field and back, Esc leaves; what was typed stays.

    Textual's own text area cuts the whole paragraph into its lines anew for each line that it paints; this one
    paints only the part that stands on the line.
    """

    def __init__(self, left: Callable[["Writing", int], None], *, id: str | None = None) -> None:  # noqa: A002
        """``left`` is told of Esc (0), Tab (1) and Shift+Tab (-1) at once: the next key finds the focus moved."""
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, compact=True, tab_behavior="focus")
        self._left = left
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.highlight_cursor_line = False

    def watch(self, obj: DOMNode, attribute_name: str, callback: WatchCallbackType, init: bool = True) -> None:
        """Watch anything but the app: it holds who watches it, and with it the whole form, as long as it runs.

        Textual's text area wants to know of another theme; this program has one.
        """
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)

    async def _on_key(self, event: events.Key) -> None:
        focused = self.screen.focused
        if focused is not None and focused is not self:
            event.stop()
            event.prevent_default()
            focused.post_message(events.Key(event.key, event.character))
        elif event.key in LEAVING:
            event.stop()
            event.prevent_default()
            self._left(self, LEAVING[event.key])

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)

    def render_line(self, y: int) -> Strip:
        """One line, from the part of the paragraph that stands on it."""
        found = self._part_at(y + self.scroll_offset.y)
        if found is None or not self.text or "\t" in self.document.get_line(found[0]):
            return super().render_line(y)
        row, start, end, last = found
        text = self.document.get_line(row)[start:end]
        base = self.rich_style
        marks: dict[int, Style] = {}
        (top, bottom) = sorted(self.selection)
        selected = self.get_component_rich_style("text-area--selection")
        for column in range(start, end):
            if top <= (row, column) < bottom:
                marks[column - start] = selected
        cursor_row, cursor_column = self.cursor_location
        if self.has_focus and cursor_row == row and start <= cursor_column and (cursor_column < end or last):
            marks[cursor_column - start] = self.get_component_rich_style("text-area--cursor")
            text += " " if cursor_column >= end else ""
        return Strip(list(_segments(text, base, marks))).adjust_cell_length(self.size.width, base)

    def _part_at(self, y: int) -> tuple[int, int, int, bool] | None:
        """The paragraph at a line of the wrapped text, where its part begins and ends, and if it is the last."""
        for row in range(self.document.line_count):
            offsets = self.wrapped_document.get_offsets(row)
            if y <= len(offsets):
                start = offsets[y - 1] if y else 0
                last = y == len(offsets)
                return row, start, len(self.document.get_line(row)) if last else offsets[y], last
            y -= len(offsets) + 1
        return None


def _segments(text: str, base: Style, marks: dict[int, Style]) -> list[Segment]:
    """The text, in pieces of one style each."""
    segments: list[Segment] = []
    begun = 0
    for at in sorted(marks):
        if at > begun:
            segments.append(Segment(text[begun:at], base))
        segments.append(Segment(text[at : at + 1], base + marks[at]))
        begun = at + 1
    return [*segments, Segment(text[begun:], base)]

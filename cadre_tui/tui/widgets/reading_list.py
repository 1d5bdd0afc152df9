"""The list that is only read: the arrows scroll it."""

from typing import Final

from textual import events

from cadre_tui.tui.widgets.line_list import LineList

STEPS: Final = {"up": -1, "down": 1, "home": -1_000_000, "end": 1_000_000}
PAGES: Final = {"pageup": -1, "pagedown": 1}


class ReadingList(LineList):
    """Shows a page without a cursor: give ``show`` None for it, so that what is in sight stays."""

    def on_key(self, event: events.Key) -> None:
        """Line by line, page by page, and to either end."""
        page = max(self.scrollable_content_region.height - len(self._head) - 1, 1)
        if event.key in STEPS:
            steps = STEPS[event.key]
        elif event.key in PAGES:
            steps = PAGES[event.key] * page
        else:
            return
        self.scroll_relative(y=steps, animate=False, force=True)
        event.stop()
        event.prevent_default()

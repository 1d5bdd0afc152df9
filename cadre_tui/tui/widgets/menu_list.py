"""The list in which one entry is chosen with the arrows and Enter."""

from typing import Final

from textual import events
from textual.message import Message

from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.widgets.line_list import LineList

STEPS: Final = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8, "home": -10_000, "end": 10_000}


class MenuList(LineList):
    """Shows a ``Menu`` and moves its cursor."""

    class Moved(Message):
        """The cursor stands on another entry."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.menu = Menu(())

    def offer(self, menu: Menu, *, keep: bool = True) -> None:
        """Show other rows; with ``keep`` the cursor stays on the entry of the same name."""
        if keep and self.menu.here:
            menu.find(self.menu.here.name)
        self.menu = menu
        self._draw()

    def renew(self, menu: Menu) -> None:
        """Offer rows read anew: the cursor stays on its entry, and only lines that are others are drawn again."""
        width = self.scrollable_content_region.width
        before, shown = self.menu, range(self.scroll_offset.y, self.scroll_offset.y + self.size.height)
        old = {index: before.line(index, width) for index in shown if index < len(before)}
        if before.here:
            menu.find(before.here.name)
        same = len(menu) == len(before) and menu.cursor == before.cursor and menu.head(width) == before.head(width)
        self.menu = menu
        if not same:
            self._draw()
            return
        self.put(menu, menu.cursor)
        head = len(menu.head(width))
        for index, drawn in old.items():
            if menu.line(index, width) != drawn:
                self.refresh_lines(head + index)

    @property
    def here(self) -> Row | None:
        """The entry on which the cursor stands."""
        return self.menu.here

    def choose(self) -> None:
        """Do what the entry under the cursor is for."""
        if self.here and self.here.go:
            self.here.go()

    def step(self, steps: int) -> None:
        """Move the cursor by entries; at the first one the headings above it come into sight, too."""
        if self.menu.move(steps):
            self.post_message(self.Moved())
        self._draw()
        if all(row.go is None for row in self.menu.rows[: self.menu.cursor]):
            self.scroll_to(y=0, animate=False, force=True)

    def _draw(self) -> None:
        self.show(self.menu, self.menu.cursor)

    def on_key(self, event: events.Key) -> None:
        """Arrows and Enter."""
        if event.key == "enter":
            self.choose()
        elif event.key in STEPS:
            self.step(STEPS[event.key])
        else:
            return
        event.stop()
        event.prevent_default()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """A click goes to an entry; a second one on the same chooses it."""
        message.stop()
        if self.menu.rows[message.index].go is None:
            return
        if message.index == self.menu.cursor:
            self.choose()
            return
        self.menu.cursor = message.index
        self.post_message(self.Moved())
        self._draw()

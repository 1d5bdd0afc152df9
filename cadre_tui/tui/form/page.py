"""One section of a form: its rows, and the keys that answer them."""

from collections.abc import Callable, Sequence
from typing import Final

from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.message import Message

from cadre_tui.tui.actions import Action
from cadre_tui.tui.answers.row_view import RowView
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.form.question_row import QuestionRow
from cadre_tui.tui.input_method import NAMES, key_of

ERASING: Final = ("backspace", "delete", "ctrl+h")


BRACKETS: Final = ("left_square_bracket", "right_square_bracket")


class FormPage(VerticalScroll, can_focus=True):
    """The rows of one section. It keeps its widgets from section to section and shows other criteria in them.

    Every key is read here, in the order in which it came: those of the registry's ``handled`` actions run them.
    """

    class Moved(Message):
        """The page or its rows have another size now: what was seen whole may be so no more."""

    def __init__(self, actions: Sequence[Action], glyphs: Glyphs, typed: Callable[[str], None]) -> None:
        """``typed`` takes each character for the cell that is being typed in, and "" to erase one."""
        super().__init__()
        self._typed = typed
        self._glyphs = glyphs
        self._keys = {key: each.name for each in actions if each.handled for key in each.keys.split(",")}
        self.typing = False
        self.rows: list[QuestionRow] = []
        """From the top; without those that are just being removed."""

    def show(self, views: Sequence[RowView]) -> None:
        """Show these rows; only what differs is painted."""
        for row, view in zip(self.rows, views, strict=False):
            row.show(view)
        for row in self.rows[len(views) :]:
            row.remove()
        more = [QuestionRow(view, self._glyphs) for view in views[len(self.rows) :]]
        self.rows = [*self.rows[: len(views)], *more]
        if more:
            self.mount_all(more)

    def on_resize(self) -> None:
        """The guidance has opened or closed, or the window changed."""
        self.post_message(self.Moved())

    def watch_virtual_size(self) -> None:
        """Rows came, went, or take more lines."""
        self.post_message(self.Moved())

    def bring_into_view(self, position: int) -> None:
        """Scroll, where the row is not seen whole, so that it stands at the top and what comes next under it."""
        rows = self.rows
        if position >= len(rows):
            return
        region = rows[position].virtual_region
        top, bottom = round(self.scroll_y), round(self.scroll_y) + self.size.height
        tall = region.height > self.size.height
        if region.y < top or (region.bottom - 1 > bottom and not tall) or (tall and region.y >= bottom):
            self.scroll_to(y=region.y, animate=False, force=True)

    def scroll_within(self, position: int, step: int) -> bool:
        """Scroll inside a row that is taller than the page; whether there was more of it to see."""
        rows = self.rows
        if position >= len(rows) or rows[position].size.height <= self.size.height:
            return False
        region = rows[position].virtual_region
        room = region.bottom - (self.scroll_y + self.size.height) if step > 0 else self.scroll_y - region.y
        if room <= 1:
            return False
        distance = min(self.size.height - 2, int(room))
        self.scroll_relative(y=step * distance, animate=False, force=True)
        return True

    def place_of(self, position: int, cell: str | None) -> Offset:
        """Where an input method shows its candidates: after the text of a cell, else at the row's beginning."""
        row = self.rows[position]
        if cell is not None:
            for at, parts in enumerate(row.drawn(row.content_size.width)):
                left = 0
                for part in parts:
                    if part.target == f"cell:{cell}":
                        return row.region.offset + Offset(left + width_of(part.text.rstrip("] ")) - 1, at)
                    left += part.width
        return row.region.offset

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """In a cell, what can be typed is text; the brackets belong to no number and change the section there too."""
        if not self.typing or NAMES.get(character or "", key) in BRACKETS:
            return False
        return key in ERASING or bool(character and character.isprintable())

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted into a cell is typed; elsewhere on the page it means nothing."""
        event.stop()
        if self.typing:
            for character in event.text.split("\n")[0]:
                self._typed(character)

    async def on_key(self, event: events.Key) -> None:
        """Text for a cell, or an action. A key that came while the focus moved goes where the focus is."""
        focused = self.screen.focused
        if focused is not None and focused is not self:
            event.stop()
            event.prevent_default()
            focused.post_message(events.Key(event.key, event.character))
            return
        if self.check_consume_key(event.key, event.character):
            event.stop()
            self._typed("" if event.key in ERASING else event.character or "")
            return
        key = key_of(event)
        name = self._keys.get(key)
        if name is not None:
            event.stop()
            await self.screen.run_action(f"{name}({key})" if key.isdigit() else name)

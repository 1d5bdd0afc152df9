"""Where on this machine something is to be written: a line that is there only while it is asked."""

from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from cadre_tui.files.typed_path import typed_path


class WhereTo(Input):
    """Asked with a proposal in the home folder, which typing replaces; Enter names the place.

    What is wanted stands in the border, for the proposal hides it within. Putting it away goes back to the page.
    """

    DEFAULT_CSS = "WhereTo { display: none; }"

    @dataclass
    class Named(Message):
        """Somebody named a place, and the line was put away."""

        path: Path

    def __init__(self, hint: str = "") -> None:
        super().__init__(placeholder=hint, id="to")
        self.border_title = escape(hint)
        self._from: Widget | None = None

    def ask(self, name: str, hint: str | None = None) -> None:
        """Show the line with that name of a file or folder, in the home folder."""
        if hint is not None:
            self.placeholder = hint
            self.border_title = escape(hint)
        self._from = self.screen.focused
        self.value = str(Path.home() / name)
        self.display = True
        self.focus()

    def put_away(self) -> bool:
        """Whether it was asked; it is not any more."""
        asked = bool(self.display)
        self.display = False
        if asked and self._from is not None:
            self._from.focus()
        return asked

    async def action_submit(self) -> None:
        """Nothing written is nothing named."""
        path = typed_path(self.value)
        if path is not None:
            self.put_away()
            self.post_message(self.Named(path))

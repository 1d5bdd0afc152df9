"""A list that is narrowed by what is typed: the field above it, and how one comes and goes."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList


class FilteredScreen(CadreScreen):
    """Has an ``Input`` and a ``LIST``; ``filter`` in its registry opens the field, Esc clears it first."""

    LIST: ClassVar[type[Widget]] = MenuList

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""

    def narrow(self) -> None:
        """Draw again what holds the words in ``_typed``: overridden by every such screen."""

    def action_filter(self) -> None:
        """Type what to look for."""
        field = self.query_one(Input)
        field.display = True
        field.focus()

    def action_back(self) -> None:
        """Clear the filter first; then to the screen before."""
        field = self.query_one(Input)
        if field.display:
            field.value = ""
            field.display = False
            self.query_one(self.LIST).focus()
        else:
            super().action_back()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._typed = event.value
        self.narrow()

    @on(Input.Submitted)
    def _typed_enough(self) -> None:
        self.query_one(self.LIST).focus()

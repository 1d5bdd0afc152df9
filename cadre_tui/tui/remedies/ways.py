"""The ways that only the screens of this room go."""

from typing import Any

from textual.app import App

from cadre_tui.model.oversight.remedy import RemedyLine, RemedyState
from cadre_tui.tui.navigation import made


def open_remedy_note(app: App[Any], line: RemedyLine, state: RemedyState) -> None:
    """Say what was done about an item, or what one found."""
    app.push_screen(made("remedy-note", line, state))

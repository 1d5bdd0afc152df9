"""The ways that only the screens of this room go."""

from typing import Any

from textual.app import App

from cadre_tui.tui.navigation import made


def open_raw(app: App[Any], round_id: str) -> None:
    """Open raw material of a confidential round, together with somebody else: for the organiser."""
    app.push_screen(made("raw", round_id))

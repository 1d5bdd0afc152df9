"""The ways that only the screens of this room go."""

from typing import Any

from textual.app import App

from cadre_tui.model.text import Text
from cadre_tui.tui.navigation import made


def open_progress_people(
    app: App[Any], round_id: str, unit: str | None, group: str | None, title: str | Text
) -> None:
    """See how far each person of a unit, or of a rater group, has come."""
    app.push_screen(made("progress-people", round_id, unit, group, title))


def open_remind(app: App[Any], round_id: str, unit: str | None, person: str | None) -> None:
    """Remind those who have not handed in: all, those of a unit, or one person."""
    app.push_screen(made("remind", round_id, unit, person))


def open_bulletin(app: App[Any], round_id: str, unit: str | None) -> None:
    """See the bulletin of a round, or of one unit, and put it out."""
    app.push_screen(made("bulletin", round_id, unit))

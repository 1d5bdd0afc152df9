"""The ways that only the screens of this room go."""

from typing import Any

from textual.app import App

from cadre_tui.model.oversight.commendation import Commendation
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text
from cadre_tui.tui.navigation import made


def open_commend(app: App[Any], round_id: str, receiver: Person, checklist: str, criterion: str, text: Text) -> None:
    """Write a colleague a word of encouragement about a criterion, called ``text``."""
    app.push_screen(made("commend", round_id, receiver, checklist, criterion, text))


def open_report(app: App[Any], told: Commendation) -> None:
    """Report something abusive that one received."""
    app.push_screen(made("report", told))


def open_hide(app: App[Any], told: Commendation) -> None:
    """Hide what was reported: for the organiser."""
    app.push_screen(made("hide", told))


def open_restore(app: App[Any], told: Commendation) -> None:
    """Show again what was hidden: for the organiser."""
    app.push_screen(made("restore", told))

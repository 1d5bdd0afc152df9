"""The ways that only the screens of this room go."""

from typing import Any

from textual.app import App

from cadre_tui.model.people.person import Person
from cadre_tui.tui.navigation import made


def open_person(app: App[Any], person_id: str, *, instead: bool = False) -> None:
    """See one person's posts and what became of them: for the organiser; ``instead`` of the screen that is open."""
    screen = made("person", person_id)
    if instead:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def open_account(app: App[Any]) -> None:
    """Make an account for somebody who is not in the roster: for the organiser."""
    app.push_screen(made("account"))


def open_slips(app: App[Any], person: Person | None = None) -> None:
    """Issue activation codes: anew to one person, or to all who have none."""
    app.push_screen(made("slips", person))

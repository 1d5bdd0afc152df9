"""The ways that only the screens of this room go."""

from collections.abc import Sequence
from typing import Any

from textual.app import App

from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round_allocation import Proposal, Reasons
from cadre_tui.tui.navigation import made


def open_reasons(
    app: App[Any], round_id: str, reasons: Reasons, people: Sequence[Person], *, changeable: bool
) -> None:
    """Read why nothing could be dealt out, all of it; from there to the rules while they can be changed."""
    app.push_screen(made("reasons", round_id, reasons, people, changeable))


def open_raters_of(app: App[Any], round_id: str, person: Person, proposal: Proposal | None = None) -> None:
    """See who rates one person and whom they rate; of a ``proposal`` only to look at."""
    app.push_screen(made("raters-of", round_id, person, proposal))

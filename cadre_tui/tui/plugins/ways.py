"""The ways that only the screens of this room go."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from cadre_tui.tui.navigation import made


def open_offer(app: App[Any], file: str) -> None:
    """See one checklist, by its file: for organisers and supervisors."""
    app.push_screen(made("offer", file))


def open_plugin(app: App[Any], brought_by: str, name: str) -> None:
    """See one plugin: for organisers and supervisors."""
    app.push_screen(made("plugin", brought_by, name))


def open_switch(
    app: App[Any], title: str, told: Sequence[str], do: Callable[[], str], then: Callable[[str], object]
) -> None:
    """Agree to what ``told`` says; ``do`` does it, on a thread, and answers what ``then`` is told."""
    app.push_screen(made("switch", title, told, do, then))

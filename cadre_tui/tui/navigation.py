"""The way from screen to screen. Each is imported when it is first opened, so that the first shows soon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadre_tui.model.checklist import Purpose
    from cadre_tui.model.home import Task, Todo
    from cadre_tui.tui.actions import Action, Entry


def open_form(app: App[Any], task: Task, at: str | None = None, *, instead: bool = False) -> None:
    """Fill in one response, from criterion ``at`` on where it is named; ``instead`` of the screen that is open."""
    from cadre_tui.tui.screens.form import FormScreen  # noqa: PLC0415

    if instead:
        app.switch_screen(FormScreen(task, at))
    else:
        app.push_screen(FormScreen(task, at))


def open_colleagues(app: App[Any], todo: Todo) -> None:
    """Score all colleagues of one round."""
    from cadre_tui.tui.screens.colleagues import ColleaguesScreen  # noqa: PLC0415

    app.push_screen(ColleaguesScreen(todo))


def open_hand_in(app: App[Any], round_id: str, purpose: Purpose) -> None:
    """See what is missing, and hand in."""
    from cadre_tui.tui.screens.hand_in import HandInScreen  # noqa: PLC0415

    app.push_screen(HandInScreen(round_id, purpose))


def open_result(app: App[Any], round_id: str, subject_id: str) -> None:
    """See what a round found about one person."""
    from cadre_tui.tui.screens.result import ResultScreen  # noqa: PLC0415

    app.push_screen(ResultScreen(round_id, subject_id))


def open_results(app: App[Any], round_id: str) -> None:
    """See what a round found about everybody: for the organiser."""
    from cadre_tui.tui.screens.results import ResultsScreen  # noqa: PLC0415

    app.push_screen(ResultsScreen(round_id))


def open_progress(app: App[Any], round_id: str) -> None:
    """See how far each unit has come: for the organiser."""
    from cadre_tui.tui.screens.progress import ProgressScreen  # noqa: PLC0415

    app.push_screen(ProgressScreen(round_id))


def open_sign_in(app: App[Any]) -> None:
    """Ask who is there; whatever was open is closed first."""
    from cadre_tui.tui.screens.sign_in import SignInScreen  # noqa: PLC0415

    _instead(app, SignInScreen())


def open_activation(app: App[Any], who: str) -> None:
    """Choose a password with an activation code, at first use."""
    from cadre_tui.tui.screens.activate import ActivateScreen  # noqa: PLC0415

    app.push_screen(ActivateScreen(who))


def open_home(app: App[Any]) -> None:
    """Show what is to be done, instead of the sign-in."""
    from cadre_tui.tui.screens.home import HomeScreen  # noqa: PLC0415

    _instead(app, HomeScreen())


def open_help(app: App[Any], guidance: str, actions: Sequence[Action]) -> None:
    """Show a screen's guidance and its keys."""
    from cadre_tui.tui.screens.help import HelpScreen  # noqa: PLC0415

    app.push_screen(HelpScreen(guidance, actions))


def open_choice(app: App[Any], title: str, entries: Sequence[Entry]) -> None:
    """Offer a list in which something is found by typing: the palette, or the places to jump to."""
    from cadre_tui.tui.screens.choice import ChoiceScreen  # noqa: PLC0415

    def run(entry: Entry | None) -> None:
        if entry is not None:
            app.call_later(entry.go)

    app.push_screen(ChoiceScreen(title, entries), run)


def _instead(app: App[Any], screen: Screen[Any]) -> None:
    """Show a screen instead of the one that is shown; Textual's own blank one stays beneath the first."""
    if len(app.screen_stack) > 1:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)

"""The way to the screens of this room, and between them."""

from typing import Any

from textual.app import App

from cadre_tui.model.results.quality import Quality, RaterQuality
from cadre_tui.tui.navigation import made


def open_quality(app: App[Any], round_id: str) -> None:
    """See how a round's raters rated, after the filling in: for the organiser."""
    app.push_screen(made("quality", round_id))


def open_rater(app: App[Any], found: Quality, rater: RaterQuality) -> None:
    """See one rater, and decide."""
    app.push_screen(made("rater-quality", found, rater))


def open_voiding(app: App[Any], round_id: str, rater: RaterQuality) -> None:
    """Write why somebody's votes do not count, or count again; the rater's screen learns that it was decided."""
    app.push_screen(made("voiding", round_id, rater, app.screen))


def open_differences(app: App[Any], found: Quality) -> None:
    """See whose plain and adjusted figures give different grades."""
    app.push_screen(made("grade-differences", found))

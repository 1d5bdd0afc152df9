"""The ways that only the screens of this room go."""

from typing import Any

from textual.app import App

from cadre_tui.model.oversight.appeal import Verdict
from cadre_tui.model.oversight.voices import AppealLine, Correctable
from cadre_tui.tui.navigation import made


def open_finding(app: App[Any], line: AppealLine) -> None:
    """Look into an appeal and write down what was found."""
    app.push_screen(made("appeal-finding", line))


def open_answer(app: App[Any], line: AppealLine, verdict: Verdict) -> None:
    """Answer an appeal in writing."""
    app.push_screen(made("appeal-answer", line, verdict))


def open_correction(app: App[Any], round_id: str, receipt: str, which: Correctable) -> None:
    """Put one answer right."""
    app.push_screen(made("correction", round_id, receipt, which))

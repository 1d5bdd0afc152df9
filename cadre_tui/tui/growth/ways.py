"""The way to the screens of this room."""

from typing import Any

from textual.app import App

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Task
from cadre_tui.model.growth.plan import PlanItem, PlanLine
from cadre_tui.model.text import Text
from cadre_tui.tui.growth.put_off import was_put_off
from cadre_tui.tui.host import Host
from cadre_tui.tui.navigation import made


def open_growth(app: App[Any], round_id: str) -> None:
    """See oneself through others' eyes: the first page of one's own result."""
    app.push_screen(made("growth", round_id))


def open_plan(app: App[Any], round_id: str) -> None:
    """Make one's plan after a round."""
    app.push_screen(made("plan", round_id))


def open_plan_item(app: App[Any], round_id: str, item: PlanItem, about: Text | None) -> None:
    """Write one item, about the criterion called ``about``."""
    app.push_screen(made("plan-item", round_id, item, about))


def open_follow(app: App[Any], round_id: str, task: Task | None = None, at: str | None = None) -> None:
    """Say what became of a plan's items; before the self-assessment ``task``, then go on to it, ``at`` a place."""
    app.push_screen(made("follow", round_id, task, at))


def follows_first(app: App[Any], task: Task, plan: PlanLine | None, at: str | None = None) -> bool:
    """Open the former plan before the self-assessment, until each of its items was told about; whether it did.

    Whoever went on without telling is left alone until they sign in again: they may go to and fro among the forms.
    """
    if task.purpose is not Purpose.SELF or not task.open or plan is None or task.round not in plan.asked_in:
        return False
    if isinstance(app, Host) and app.session is not None and was_put_off(app.session, plan.round):
        return False
    open_follow(app, plan.round, task, at)
    return True

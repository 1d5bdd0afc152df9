"""The ways between the screens of study."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from cadre_tui.model.people.person import Role
from cadre_tui.tui.navigation import made

if TYPE_CHECKING:
    from cadre_tui.model.study.period import Period
    from cadre_tui.model.study.plan import StudyItem
    from cadre_tui.model.study.session import StudySession
    from cadre_tui.model.study.settings import CourseSource, StudySettings


def open_study(app: App[Any], role: Role) -> None:
    """One's own year; the calendar for whoever keeps registers; for a supervisor how everybody stands."""
    if role in (Role.CADRE, Role.RATER):
        app.push_screen(made("study"))
    elif role is Role.SUPERVISOR:
        open_overview(app)
    else:
        open_calendar(app)


def open_overview(app: App[Any]) -> None:
    """How everybody stands whom one watches over."""
    app.push_screen(made("study-overview"))


def open_certificate(app: App[Any], person: str) -> None:
    """Write a certificate, or a skill."""
    app.push_screen(made("study-certificate", person))


def open_year(app: App[Any], person: str) -> None:
    """Somebody's year, to be looked at."""
    app.push_screen(made("study", person))


def open_item(app: App[Any], year: int, owner: str, item: StudyItem, *, of_unit: bool = False) -> None:
    """Write an item of a study plan, or say how far it is."""
    app.push_screen(made("study-item", year, owner, item, of_unit))


def open_review(app: App[Any], year: int, owner: str, quarter: int, *, of_unit: bool = False) -> None:
    """Look back on a quarter."""
    app.push_screen(made("study-review", year, owner, quarter, of_unit))


def open_unit_plan(app: App[Any], unit: str, name: str) -> None:
    """A unit's study plan."""
    app.push_screen(made("study-unit-plan", unit, name))


def open_hours(app: App[Any], person: str) -> None:
    """Write hours into somebody's register, or one's own."""
    app.push_screen(made("study-hours", person))


def open_settling(app: App[Any], settled: StudySettings) -> None:
    """What the county settles about study."""
    app.push_screen(made("study-settling", settled))


def open_source(app: App[Any]) -> None:
    """Say how another system's exports are read."""
    app.push_screen(made("study-source"))


def open_import(app: App[Any], source: CourseSource) -> None:
    """Take in an export of that source."""
    app.push_screen(made("study-import", source))


def open_facts(app: App[Any]) -> None:
    """Take in numbers of another system."""
    app.push_screen(made("study-facts"))


def open_calendar(app: App[Any], unit: str = "", name: str = "") -> None:
    """The collective sessions of a year: of the county, or of a unit."""
    app.push_screen(made("study-calendar", unit, name))


def open_session(app: App[Any], year: int, session: StudySession, settled: StudySettings) -> None:
    """Arrange a session: a new one where its id is empty."""
    app.push_screen(made("study-session", year, session, settled))


def open_calling_off(app: App[Any], year: int, session: StudySession) -> None:
    """Call a session off, with the reason."""
    app.push_screen(made("study-calling-off", year, session))


def open_sign_in(app: App[Any], year: int, session: StudySession, unit: str = "") -> None:
    """Mark who is there; of one unit where it is named."""
    app.push_screen(made("study-sign-in", year, session, unit))


def open_unit(app: App[Any], unit: str, name: str, period: Period) -> None:
    """The people of one unit, each with their year."""
    app.push_screen(made("study-unit", unit, name, period))

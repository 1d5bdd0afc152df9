"""An account as an organiser sees it: never a password, a code or a token."""

from datetime import timedelta
from enum import StrEnum

from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Role


class Entry(StrEnum):
    """Whether somebody can sign in."""

    PASSWORD = "password"  # noqa: S105 - the name of a state
    """Has a password."""
    CODE = "code"
    """Has an activation code that was not used yet."""
    NONE = "none"
    """Has neither yet."""


class AccountLine(Frozen):
    """One person's account. ``unit`` is the id of their own unit, ``units`` are those that a clerk is clerk of.

    ``wait`` is how long there is to wait after too many failures before the next try.
    """

    person: str
    name: str
    unit: str = ""
    duty: str = ""
    roles: tuple[Role, ...] = ()
    units: tuple[str, ...] = ()
    entry: Entry = Entry.NONE
    wait: timedelta = timedelta(0)


class Slip(Frozen):
    """What one person is handed: who they are, and the code that is shown this once. ``unit`` as people say it."""

    person: str
    name: str
    unit: str = ""
    duty: str = ""
    code: str

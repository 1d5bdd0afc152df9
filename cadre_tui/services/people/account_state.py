"""How far somebody's account has come: for an organiser who is asked why somebody cannot sign in."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from cadre_tui.services.people.identity import account
from cadre_tui.services.people.lockout import waiting
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session


class Access(StrEnum):
    """How somebody gets in."""

    NONE = "none"
    CODE = "code"
    """An activation code was handed out and not used yet."""
    PASSWORD = "password"  # noqa: S105 - a word, no secret


@dataclass(frozen=True)
class AccountState:
    """How somebody gets in, and how long they have to wait after failures (zero: not at all)."""

    access: Access
    wait: timedelta


def account_state(session: Session, person_id: str) -> AccountState:
    """How far a person's account has come."""
    permit(session, Act.MANAGE_ACCOUNTS)
    held = account(session.county, person_id)
    access = Access.PASSWORD if held.get("password") else Access.CODE if held.get("activation") else Access.NONE
    return AccountState(access, waiting(session.county, person_id))

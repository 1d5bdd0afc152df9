"""What the county has settled about signing in: when a terminal is locked, and whether sshd may say who it is."""

from typing import Any, Final

from cadre_tui.model.fault import BadInput
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.store import keys

IDLE_MINUTES: Final = 10
"""Minutes without a key after which a terminal is locked, where the county has not settled another number."""

LONGEST_IDLE: Final = 24 * 60
"""Minutes."""


def idle_minutes(county: County) -> float:
    """Minutes without a key after which a terminal is locked; 0: never."""
    return float(_settled(county).get("idle_minutes", IDLE_MINUTES))


def set_idle_minutes(session: Session, minutes: int) -> None:
    """Settle it for the county, from 0 (never) to a day.

    Raises:
        BadInput: another number.
    """
    permit(session, Act.MANAGE_ACCOUNTS)
    if not 0 <= minutes <= LONGEST_IDLE:
        raise BadInput("idle-minutes", most=LONGEST_IDLE)
    _settle(session, "idle_minutes", minutes)


def ssh_allowed(county: County) -> bool:
    """Whether the forced command of sshd may say who somebody is."""
    return _settled(county).get("ssh") is True


def allow_ssh(session: Session, allowed: bool) -> None:
    """Settle it for the county."""
    permit(session, Act.MANAGE_ACCOUNTS)
    _settle(session, "ssh", allowed)


def _settled(county: County) -> dict[str, Any]:
    return dict((county.store.read(keys.COUNTY) or {}).get("entry", {}))


def _settle(session: Session, name: str, value: Any) -> None:
    audit.note(session, "entry-settled", setting=name, value=value)

    def change(found: dict[str, Any] | None) -> dict[str, Any]:
        document = found or {}
        return {**document, "entry": {**document.get("entry", {}), name: value}}

    session.county.store.change(keys.COUNTY, change)

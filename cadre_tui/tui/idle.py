"""A terminal at which nobody pressed a key for long, or one person was for hours, is locked: saved, and covered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from cadre_tui.locale import _
from cadre_tui.model.refusal import CadreError
from cadre_tui.tui import ending, navigation

if TYPE_CHECKING:
    from cadre_tui.services.session import Session
    from cadre_tui.tui.host import Host

LOOK_EVERY: Final = 1.0
"""Seconds."""

BEFORE_IT_ENDS: Final = 60.0
"""Seconds before a session ends in which it is locked, so that all that was typed is still saved."""


AWAY: Final = 600.0
"""Seconds without a key after which what somebody has open who did not sign in is sealed, and the sign-in shown."""

TRY_AGAIN: Final = 60.0
"""Seconds after which that is tried again, where it could not be saved."""


class IdleLock:
    """Watches over the app. ``minutes`` without a key lock it, 0 never; None leaves it to the county.

    Whatever they are, it is locked just before the session ends: somebody proves again who they are.
    """

    def __init__(self, app: Host, minutes: float | None, clock: Callable[[], float]) -> None:
        self._app = app
        self._minutes = minutes
        self._clock = clock
        self._last = clock()
        self._typed = False
        self._settled: tuple[Session, float] | None = None

    def key(self) -> bool:
        """A key was pressed; whether it comes too late, and must be heard by nobody."""
        late = self.look()
        self._last, self._typed = self._clock(), True
        return late

    def look(self) -> bool:
        """Lock the app if it is time to; whether it was locked now."""
        session, now = self._app.session, self._clock()
        if session is None:
            return self._typed and now - self._last >= AWAY and self._begin_anew(now)
        if navigation.is_locked(self._app):
            self._last = now
            return False
        seconds = self._limit(session) * 60
        idle = bool(seconds) and now - self._last >= seconds
        if not idle and (session.proof is None or session.proof.left > BEFORE_IT_ENDS):
            return False
        self._lock(idle)
        return True

    def _begin_anew(self, now: float) -> bool:
        """Nobody signed in for what is open: a ballot, a code half typed. The next one comes to an empty sign-in."""
        if not navigation.is_at_sign_in(self._app):
            return False
        if not self._app.save_everything():
            self._last = now - AWAY + TRY_AGAIN
            return False
        self._typed = False
        navigation.close_all(self._app)
        navigation.open_sign_in(self._app)
        return True

    def _limit(self, session: Session) -> float:
        if self._minutes is not None:
            return self._minutes
        if self._settled is None or self._settled[0] is not session:
            self._settled = (session, _of_county(session))
        return self._settled[1]

    def _lock(self, idle: bool) -> None:
        ending.log.info("locked: %s", "no key for long" if idle else "signed in for long")
        saved = self._app.save_everything()
        if self._app.handed_over:  # there may be no password to ask for, and the key lets them in again
            self._app.farewell = _farewell(idle, saved)
            self._app.exit()
        else:
            navigation.open_lock(self._app, saved, idle)


def _farewell(idle: bool, saved: bool) -> str:
    if idle and saved:
        return _("很久没有按键，填写的内容已经保存，程序已退出。要继续，请重新连接。")
    if idle:
        return _("很久没有按键，程序已退出。最后填写的内容可能没有保存，请重新连接核对。")
    if saved:
        return _("登录已满 12 小时，填写的内容已经保存，程序已退出。要继续，请重新连接。")
    return _("登录已满 12 小时，程序已退出。最后填写的内容可能没有保存，请重新连接核对。")


def _of_county(session: Session) -> float:
    from cadre_tui.services.people import entry_settings  # noqa: PLC0415 - once somebody is there

    try:
        return entry_settings.idle_minutes(session.county)
    except CadreError:
        return float(entry_settings.IDLE_MINUTES)

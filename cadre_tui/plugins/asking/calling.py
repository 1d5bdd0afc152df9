"""How long a plugin's code may take: briefly where a screen waits, longer where a command does."""

import sys
import time
from collections.abc import Callable
from typing import Final, TypeVar

from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.plugins.asking.guarded import guarded, usual_patience

Answered = TypeVar("Answered")

AT_A_SCREEN: Final = 1.0
"""Seconds: a screen that waits longer is frozen."""

SET_ASIDE: Final = 60.0
"""Seconds for which a plugin that took too long is not called again: each key press would wait for it anew."""

_slow: dict[str, tuple[float, CadreError]] = {}
"""By plugin, until when it is set aside, and why."""


def call(name: str, what: Callable[[], Answered], *, private: bool = False) -> Answered:
    """What the plugin ``name`` answers, in its own try and on its own thread; ``private``: the call sees answers.

    Raises:
        NotRight: it raised, took too long, or did so a moment ago.
    """
    until, why = _slow.get(name, (0.0, None))
    if why is not None and time.monotonic() < until:
        raise why
    try:
        return guarded(name, what, private=private, patience=_patience())
    except NotRight as error:
        if error.code == "plugin-slow":
            _slow[name] = (time.monotonic() + SET_ASIDE, error)
        raise


def _patience() -> float | None:
    return min(AT_A_SCREEN, usual_patience()) if _a_screen_waits() else None


def _a_screen_waits() -> bool:
    """Whether this is the thread on which an app's screens run."""
    asyncio = sys.modules.get("asyncio")  # where nobody has imported it, no screen runs
    if asyncio is None:
        return False
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True

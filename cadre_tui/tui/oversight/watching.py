"""A screen that reads anew by itself every few seconds, as long as somebody looks at it."""

from __future__ import annotations

from time import monotonic
from typing import Final

from textual.timer import Timer

from cadre_tui.model.refusal import CadreError
from cadre_tui.tui.screen import CadreScreen

EVERY: Final = 4.0
"""Seconds between two looks, at least."""

REST: Final = 4
"""So many times as long as a look took, it rests: a large county's looks leave the machine to those who fill in."""


class WatchedScreen(CadreScreen):
    """Calls ``look`` by the clock; under another screen, or closed, it stands still."""

    def __init__(self) -> None:
        super().__init__()
        self._clock: Timer | None = None
        self._looking = False
        self._began = 0.0
        self._not_before = 0.0

    def look(self) -> None:
        """Read anew, quietly; overridden. Calls ``looked`` when the answer is there."""

    def looked(self) -> None:
        """The answer is there: the next look may begin, after a rest."""
        if self._looking:
            now = monotonic()
            self._not_before = now + REST * (now - self._began)
        self._looking = False

    def tell(self, error: CadreError) -> None:
        """A look that was refused is over, too."""
        self._looking = False
        super().tell(error)

    @property
    def watching(self) -> bool:
        """Whether it reads anew by itself now."""
        return self._clock is not None

    def on_mount(self) -> None:
        """Begin to watch."""
        self._watch()

    def on_screen_resume(self) -> None:
        """Watch again, and look at once: something may have happened above."""
        if self._clock is None:
            self._watch()
            self._tick()

    def on_screen_suspend(self) -> None:
        """Nobody looks."""
        self._stand_still()

    def on_unmount(self) -> None:
        """It is over."""
        self._stand_still()

    def _watch(self) -> None:
        if self._clock is None:
            self._clock = self.set_interval(EVERY, self._tick)

    def _stand_still(self) -> None:
        if self._clock is not None:
            self._clock.stop()
            self._clock = None

    def _tick(self) -> None:
        """One look at a time: a large county must not be asked again before it has answered."""
        if not self._looking and monotonic() >= self._not_before:
            self._looking = True
            self._began = monotonic()
            self.look()

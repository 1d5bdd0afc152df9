"""How a county's figures are gathered: told while it goes on, stopped by whoever does not want to wait."""

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import Final

from textual.message import Message

from cadre_tui.locale import _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.results.county_result import CountyResult, UnitFigures
from cadre_tui.services.results.county.result import county_result
from cadre_tui.tui.filtered import FilteredScreen

TELLING: Final = 0.2
"""Seconds between two words on how far it is."""


class CountyGathering(FilteredScreen):
    """What a round found about the county, and the one unit of it that the page is about, if it is."""

    class Gathered(Message):
        """So many people of so many."""

        def __init__(self, done: int, of: int) -> None:
            self.done = done
            self.of = of
            super().__init__()

    def __init__(self, round_id: str, found: CountyResult | None, unit: UnitFigures | None) -> None:
        super().__init__()
        self._round = round_id
        self._found = found
        self._unit = unit
        self._stop: Event | None = None

    def action_reload(self) -> None:
        """Gather it anew: in a large county that takes a moment, and can be stopped."""
        if self._stop is not None:
            return
        self._stop = Event()
        self.notice(_("正在汇总，请稍候……按 Esc 停下"))
        self.fetch(partial(county_result, self.session, self._round, self._progress(self._stop)), self._take)

    def _progress(self, stop: Event) -> Callable[[int, int], None]:
        last = monotonic()

        def tell(done: int, of: int) -> None:
            nonlocal last
            if stop.is_set():
                raise BadInput("work-stopped")
            if monotonic() - last > TELLING:
                last = monotonic()
                self.post_message(self.Gathered(done, of))

        return tell

    def on_county_gathering_gathered(self, message: Gathered) -> None:
        """Say how far it is."""
        message.stop()
        if self._stop is not None:
            self.notice(_("已汇总 {done}/{of} 人，按 Esc 停下").format(done=message.done, of=message.of))

    def on_unmount(self) -> None:
        """Nobody waits for it any more."""
        if self._stop is not None:
            self._stop.set()

    def tell(self, error: CadreError) -> None:
        """Why there is nothing, or that it was stopped."""
        self._stop = None
        super().tell(error)
        self.show_keys()

    def _take(self, found: CountyResult) -> None:
        self._stop = None
        self._found = found
        if self._unit is not None:
            self._unit = found.unit(self._unit.id)
        self.notice("")
        self._draw()

    def _draw(self) -> None:
        """Show what was found."""

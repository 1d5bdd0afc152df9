"""A form, filled in in the real app without a terminal: keys in, what stands on the screen and what is stored out."""

from asyncio import Runner, new_event_loop
from collections.abc import Coroutine, Mapping
from contextlib import AsyncExitStack
from typing import Any, Self

from textual.pilot import Pilot

from cadre_tui.model.answers.answer import Answer
from cadre_tui.services.filling import responses
from cadre_tui.testing.county import TemporaryCounty
from cadre_tui.tui import navigation
from cadre_tui.tui.app import CadreApp
from cadre_tui.tui.screen import CadreScreen


class FilledForm:
    """A cadre's form. ``with FilledForm(county, answers) as form`` opens it, with these answers in it.

    ``pilot`` is Textual's own, for whatever ``press`` and ``shown`` do not do.
    """

    pilot: Pilot[Any]

    def __init__(
        self,
        county: TemporaryCounty,
        answers: Mapping[str, Any] | None = None,
        *,
        at: str | None = None,
        person: str = "c1",
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.county = county
        self._person, self._at, self._size = person, at, size
        if answers:
            county.answer(person, answers)
        self._loop = Runner(loop_factory=new_event_loop)
        self._open = AsyncExitStack()

    def __enter__(self) -> Self:
        """The form, on the screen."""
        self._run(self._start())
        return self

    def __exit__(self, *_failure: object) -> None:
        """Leave it; what was typed is saved."""
        try:
            self._run(self._open.aclose())
        finally:
            self._loop.close()

    @property
    def shown(self) -> str:
        """The screen as text, row by row, without the spaces at the ends."""
        return "\n".join(strip.text.rstrip() for strip in self.pilot.app.screen._compositor.render_strips())

    @property
    def answers(self) -> dict[str, Answer]:
        """What is stored of it, after what was typed last is saved."""
        session, task = self.county.session(self._person), self.county.tasks(self._person)[0]
        self._run(self._saved())
        return dict(responses.open_form(session, task).response.answers)

    def press(self, *keys: str) -> None:
        """Press keys, named as Textual names them (``2``, ``n``, ``enter``, ``pagedown``)."""
        self._run(self._pressed(keys))

    def go_to(self, criterion: str) -> None:
        """Leave the form and open it at this criterion."""
        self._run(self._at_criterion(criterion))

    async def _start(self) -> None:
        app = CadreApp(self.county.county, session=self.county.session(self._person))
        self.pilot = await self._open.enter_async_context(app.run_test(size=self._size))
        await self._at_criterion(self._at)

    async def _at_criterion(self, criterion: str | None) -> None:
        await self._settled()
        task = self.county.tasks(self._person)[0]
        navigation.close_all(self.pilot.app)
        await self._settled()
        navigation.open_form(self.pilot.app, task, criterion)
        await self._settled()

    async def _pressed(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self._settled()

    async def _settled(self) -> None:
        """Wait until nothing is being fetched, saved or drawn any more."""
        await self.pilot.pause()
        while any(not worker.is_finished for worker in self.pilot.app.workers):
            await self.pilot.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def _saved(self) -> None:
        await self._settled()
        if isinstance(self.pilot.app.screen, CadreScreen):
            self.pilot.app.screen.looked_away()
        await self._settled()

    def _run(self, act: Coroutine[Any, Any, None]) -> None:
        self._loop.run(act)

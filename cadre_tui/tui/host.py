"""What a screen may ask of the app that it stands in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import App

from cadre_tui.tui.drawing.glyphs import UNICODE, Glyphs
from cadre_tui.tui.hints import Hints, SignInHint

if TYPE_CHECKING:
    from cadre_tui.model.refusal import CadreError
    from cadre_tui.services.county import County
    from cadre_tui.services.session import Session


class Host(App[None]):
    """The county that is open, who is signed in, and the signs that this terminal can draw.

    ``county`` may be a function that opens it: the first screen shows before it is called. ``handed_over`` says that
    another program proved who it is, so that nobody else signs in here. ``farewell`` is told when the app has ended.
    """

    def __init__(
        self,
        county: County | Callable[[], County],
        *,
        session: Session | None = None,
        glyphs: Glyphs = UNICODE,
        hints: Hints = (),
        handed_over: bool = False,
    ) -> None:
        super().__init__(ansi_color=True)
        self._county = county
        self.session = session
        self.refused: CadreError | None = None
        self.glyphs = glyphs
        self._hints = hints
        self.handed_over = handed_over
        self.farewell = ""

    @cached_property
    def county(self) -> County:
        """The county, opened when it is first needed.

        Raises:
            CadreError: it cannot be opened.
        """
        return self._county() if callable(self._county) else self._county

    @property
    def hints(self) -> tuple[SignInHint, ...]:
        """Whom one can sign in as on a made-up county, as things stand now."""
        return tuple(self._hints() if callable(self._hints) else self._hints)

    def save_everything(self) -> bool:
        """Let every screen save what it has; whether all of them could."""
        raise NotImplementedError

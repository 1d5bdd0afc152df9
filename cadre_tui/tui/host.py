"""What a screen may ask of the app that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from cadre_tui.tui.glyphs import UNICODE, Glyphs
from cadre_tui.tui.hints import SignInHint

if TYPE_CHECKING:
    from cadre_tui.services.county import County
    from cadre_tui.services.session import Session


class Host(App[None]):
    """The county that is open, who is signed in, and the signs that this terminal can draw."""

    def __init__(
        self,
        county: County,
        *,
        session: Session | None = None,
        glyphs: Glyphs = UNICODE,
        hints: tuple[SignInHint, ...] = (),
    ) -> None:
        super().__init__(ansi_color=True)
        self.county = county
        self.session = session
        self.glyphs = glyphs
        self.hints = hints

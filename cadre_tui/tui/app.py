"""The app: which screen comes first, what every screen looks like, and how it ends without losing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from cadre_tui.locale import _
from cadre_tui.tui import navigation
from cadre_tui.tui.glyphs import UNICODE, Glyphs
from cadre_tui.tui.hints import SignInHint
from cadre_tui.tui.host import Host
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.tokens import STYLESHEET, THEME, tokens

if TYPE_CHECKING:
    from cadre_tui.services.county import County
    from cadre_tui.services.session import Session


class CadreApp(Host):
    """Thin: what a person does happens on the screens, what the county holds lies behind the services."""

    CSS_PATH = STYLESHEET
    TITLE = "cadre"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False)]

    def __init__(
        self,
        county: County,
        *,
        session: Session | None = None,
        glyphs: Glyphs = UNICODE,
        hints: tuple[SignInHint, ...] = (),
    ) -> None:
        super().__init__(county, session=session, glyphs=glyphs, hints=hints)
        self.register_theme(THEME)
        self.theme = THEME.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The tokens, for every stylesheet."""
        return tokens()

    def on_mount(self) -> None:
        """Ask who is there, unless somebody is signed in already."""
        if self.session is None:
            navigation.open_sign_in(self)
        else:
            navigation.open_home(self)

    def action_help_quit(self) -> None:
        """Ctrl+C, which many press to leave a program: say which key does."""
        if isinstance(self.screen, CadreScreen):
            self.screen.notice(_("要离开程序请按 Ctrl+Q，会先保存。"))

"""A screen of one page that the services tell: drawn again at another size, read anew when one comes back."""

from functools import partial
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult

from cadre_tui.services.session import Session
from cadre_tui.tui.actions import SAVE
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.tui.widgets.menu_list import MenuList

Page = TypeVar("Page")


class PageScreen(CadreScreen, Generic[Page]):
    """One list, a ``LIST``, and nothing to type. Every such screen has its ``headed``, ``read`` and ``show``."""

    LIST: ClassVar[type[LineList]] = MenuList
    READ_AGAIN: ClassVar[bool] = True
    """Whether it is read anew when one comes back: on the screen above something may have been changed."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None

    def headed(self) -> str:
        """What stands in the heading until the page is there."""
        raise NotImplementedError

    def read(self, session: Session) -> Page:
        """Ask the service, on a thread.

        Raises:
            CadreError: it is refused.
        """
        raise NotImplementedError

    def show(self, page: Page) -> None:
        """Draw it."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield self.LIST(id="list")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.set_focus(self.query_one(self.LIST))
        if self._page is None:
            self.heading(self.headed())
            self.action_reload()
        else:
            self._take_in(self._page)

    def on_screen_resume(self) -> None:
        """From the screen above."""
        if self.READ_AGAIN and self._page is not None:
            self.action_reload()

    def laid_out(self) -> None:
        """Wrapped anew."""
        if self._page is not None:
            self.call_after_refresh(self._take_in, self._page)

    def action_reload(self) -> None:
        """Read it anew."""
        self.fetch(partial(self.read, self.session), self._take_in)

    def _take_in(self, page: Page) -> None:
        self._page = page
        self.show(page)
        self.show_keys()

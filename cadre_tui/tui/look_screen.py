"""A screen whose first look settles something in the round: that is told before it, and agreed to with a key."""

from functools import partial
from typing import ClassVar, TypeVar

from cadre_tui.locale import _
from cadre_tui.model.results.looking import Look, Settling
from cadre_tui.services.results.looking import would_settle
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.look_page import settling_rows
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.widgets.menu_list import MenuList

Page = TypeVar("Page")


class LookScreen(PageScreen[Page]):
    """A page of one round, read with ``LOOK``. Among its ``ACTIONS`` is ``look``, which is there while it asks."""

    LOOK: ClassVar[Look]

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._settles: Settling | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The first look is asked for."""
        if action == "look":
            return self._settles is not None
        return super().check_action(action, parameters)

    def fill(self) -> None:
        """Until the page is there, the round is told by its id."""
        super().fill()
        if self._page is None:
            self.heading(self.headed(), self._round)

    def laid_out(self) -> None:
        """Wrapped anew, what is asked as what is read."""
        self.call_after_refresh(self._draw)

    def action_reload(self) -> None:
        """Look again; where that settles something, tell it first."""
        self.fetch(partial(would_settle, self.session, self._round, self.LOOK), self._ask)

    def action_look(self) -> None:
        """What was told beforehand is meant; in a large county the look takes a moment."""
        self._settles = None
        self.show_keys()
        self.notice(_("正在读取，请稍候……"))
        self.fetch(partial(self.read, self.session), self._looked)

    def width(self) -> int:
        """Cells of a line of the list."""
        return self.query_one(self.LIST).scrollable_content_region.width or self.size.width - 2

    def offer(self, rows: list[Row]) -> None:
        """Lay out rows: a cursor stays where it is, a list without one is scrolled by who reads."""
        listed = self.query_one(self.LIST)
        if isinstance(listed, MenuList):
            listed.offer(Menu(rows))
        else:
            listed.show(Menu(rows), None)

    def _ask(self, settles: Settling | None) -> None:
        if settles is None:
            self.action_look()
            return
        self._settles = settles
        self._draw()
        self.show_keys()

    def _looked(self, page: Page) -> None:
        self.notice("")
        self._take_in(page)

    def _draw(self) -> None:
        if self._settles is not None:
            self.offer(settling_rows(self._settles, self.LOOK, self.width()))
        elif self._page is not None:
            self.show(self._page)

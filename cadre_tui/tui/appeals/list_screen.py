"""The appeals of a round: one's own, or everybody's."""

from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.oversight.voices import AppealLine, AppealPage
from cadre_tui.services.oversight import appeal_pages
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.appeals import page as words
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title


class AppealsScreen(PageScreen[AppealPage]):
    """Those that wait first; Enter opens one."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("打开光标处的异议"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str, own: bool) -> None:
        super().__init__()
        self._round = round_id
        self._own = own

    def guidance(self) -> str:
        """What becomes of an appeal."""
        return _(
            "一条异议先由一个人受理，查清楚并写明核查情况；再由另一个人书面答复。"
            "自评和督查的内容有错可以更正，原件保留；同事打的分不拆封、不更改。"
        )

    def headed(self) -> str:
        """What the page is about."""
        return _("异议")

    def read(self, session: Session) -> AppealPage:
        """As the service tells it."""
        read = appeal_pages.own_page if self._own else appeal_pages.page
        return read(session, self._round)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def show(self, page: AppealPage) -> None:
        """Draw it."""
        waiting = sum(each.appeal.open for each in page.lines)
        title = _("我的异议") if self._own else _("异议")
        self.heading(
            f"{title} {self.glyphs.dot} {round_title(page.title, page.mock)}",
            _("{waiting}/{all} 条等待答复").format(waiting=waiting, all=len(page.lines)),
        )
        rows = words.rows(page, self.glyphs, self._open, own=self._own)
        self.query_one(MenuList).offer(Menu(rows))

    def _open(self, line: AppealLine) -> None:
        navigation.open_appeal(self.app, self._round, line.appeal.receipt, own=self._own)

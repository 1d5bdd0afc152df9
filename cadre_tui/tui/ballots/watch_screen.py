"""How far a vote by ballot is: printing and closing for the organiser, counting and opening for tellers."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.ballots.told import BallotStatus, GroupStatus
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import FILLING, Phase
from cadre_tui.services.ballots import counting
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.ballots.watch_page import read, rows
from cadre_tui.tui.drawing.menu import Menu, blank
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.rounds.title import round_title


class BallotsScreen(PageScreen[BallotStatus]):
    """A line a group; counts in steps of five until the boxes are open."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("print", "p", N_("印票条"), N_("给还没有印的评价主体印票条：只印一次"), weight=2),
        Action("close", "c", N_("封箱"), N_("封箱：没有用的测评码作废，不能再开"), weight=1),
        Action("count", "k", N_("清点票条"), N_("监票：两个人一起清点光标处这个主体的票条"), weight=1),
        Action("paper", "e", N_("录纸质票"), N_("监票：两个人各录一遍一张纸质票")),
        Action("open", "o", N_("开箱"), N_("监票：两个人登录开箱，先看票数"), weight=2),
        Action("protocol", "w", N_("开箱记录"), N_("看开箱记录，写成文件，打印以后签名"), weight=2),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        replace(BACK, weight=1),
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "先印票条：每个评价主体一次，剪开、混匀，让投票人自己抽，不要记谁抽了哪张。"
            "投票时张数只按五张一级显示。投完封箱；结束填写以后，两位监票人登录开箱，先看票数，再算分。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What this person may do, where the vote is."""
        page = self._page
        if action in ("print", "close", "count", "paper", "open"):
            return page is not None and page.opened is None and self._may(page, action)
        if action == "protocol":
            return page is not None and page.opened is not None
        return super().check_action(action, parameters)

    def _may(self, page: BallotStatus, action: str) -> bool:
        some = any(each.printed for each in page.groups)
        teller = self.session.person in {each.id for each in page.tellers}
        organises = self.session.role is Role.ORGANISER
        match action:
            case "print":
                return organises and not page.printed and page.phase in FILLING
            case "close":
                return organises and some and not page.closed
            case "paper":
                return teller and some and not page.closed
            case "count":
                return teller and some
            case _:
                return teller and page.closed and page.phase is Phase.MODERATION

    def headed(self) -> str:
        """The name of the page."""
        return _("测评票")

    def read(self, session: Session) -> BallotStatus:
        """Ask how far it is."""
        return counting.status(session, self._round)

    def show(self, page: BallotStatus) -> None:
        """Draw it."""
        self.heading(_("测评票"), round_title(page.title, page.mock))
        pane = self.query_one(MenuList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        teller = self._may(page, "count") and page.opened is None
        pane.offer(Menu(rows(page, self.glyphs, width, self._count if teller else None)))

    def action_print(self) -> None:
        """To where slips are printed."""
        if self._page is not None:
            self.app.push_screen(navigation.made("print-slips", self._page))

    def action_close(self) -> None:
        """Ask first: there is no way back."""
        self.app.push_screen(navigation.made("close-boxes", self._round, self._shut))

    def action_count(self) -> None:
        """The slips of the group under the cursor."""
        here = self.query_one(MenuList).here
        if here is not None and here.go is not None:
            here.go()

    def action_paper(self) -> None:
        """A ballot on paper."""
        self.app.push_screen(navigation.made("paper-ballot", self._round))

    def action_open(self) -> None:
        """With the other teller."""
        self.app.push_screen(navigation.made("open-boxes", self._round))

    def action_protocol(self) -> None:
        """To what tellers sign."""
        if self._page is not None:
            self.app.push_screen(navigation.made("ballot-protocol", self._page))

    def _count(self, group: GroupStatus) -> None:
        self.app.push_screen(navigation.made("count-slips", self._round, group))

    def _shut(self) -> None:
        self.notice(_("已经封箱。"))


class CloseBoxesScreen(CadreScreen):
    """What closing does, and ``y``."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("agree", "y", N_("封箱"), N_("封箱：没有用的测评码作废，不能再开"), weight=2),
        BACK,
    )

    def __init__(self, round_id: str, then: Callable[[], object]) -> None:
        super().__init__()
        self._round = round_id
        self._then = then

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="told")

    def fill(self) -> None:
        """Say it."""
        self.heading(_("封箱"), self._round)
        self._draw()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.call_after_refresh(self._draw)

    def action_agree(self) -> None:
        """Close them."""
        self.fetch(partial(counting.close, self.session, self._round), self._done)

    def _done(self, _status: BallotStatus) -> None:
        self.dismiss()
        self._then()

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        question = _("封箱以后谁也不能再投，没有用的测评码作废，没投的草稿销毁。办完就不能改了。")
        ready = _("要封箱，按 y；不封，按 Esc。")
        pane.show(Menu([blank(), *read(question, width), blank(), *read(ready, width, "next")]), None)

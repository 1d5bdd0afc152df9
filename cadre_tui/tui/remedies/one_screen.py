"""One item of a remedy list: its owner reports, whoever may judges it."""

from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.oversight.remedy import RemedyLine, RemedyPage, RemedyState
from cadre_tui.services.oversight import remedy_pages
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.remedies import page as words
from cadre_tui.tui.remedies import ways
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.rounds.title import round_title

OWNERS = {"working": RemedyState.WORKING, "reported": RemedyState.REPORTED}
JUDGES = {"settle": RemedyState.SETTLED, "give_back": RemedyState.WORKING, "drop": RemedyState.DROPPED}


class RemedyScreen(PageScreen[RemedyPage]):
    """All that was said of it, and what one may say further."""

    CSS_PATH = "screen.tcss"
    LIST = ReadingList
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("working", "w", N_("正在办"), N_("报告正在整改、办到哪一步"), weight=1),
        Action("reported", "d", N_("办好了"), N_("报告已经整改，请别人核查"), weight=1),
        Action("settle", "s", N_("销号"), N_("核查过，办好了：销号"), weight=1),
        Action("give_back", "b", N_("退回"), N_("核查过，没有办好：退回继续整改"), weight=1),
        Action("hand_over", "h", N_("改"), N_("换责任人、改期限，写明理由")),
        Action("drop", "x", N_("不办了"), N_("列错了，或者不用再办：撤销")),
        Action("move", "up,down,pageup,pagedown", N_("上下"), N_("上下翻看"), shows="↑↓", handled=True, shown=False),
        BACK,
        RELOAD,
    )

    def __init__(self, line: RemedyLine) -> None:
        super().__init__()
        self._line = line

    def guidance(self) -> str:
        """Who says what."""
        return _(
            "责任人按 w 报告办到哪一步，办好了按 d。列事项的人核查：办好的按 s 销号，没办好的按 b 退回；"
            "换责任人、改期限按 h。每一步都要写明说明，记入操作记录。自己负责的，由别人核查。"
        )

    def headed(self) -> str:
        """What the page is about."""
        return _("整改事项")

    def read(self, session: Session) -> RemedyPage:
        """As the service tells it."""
        return remedy_pages.page(session, self._line.remedy.round)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the reader may say of it now."""
        remedy = self._line.remedy
        if action in OWNERS:
            return self._line.mine and not remedy.over
        if action in (*JUDGES, "hand_over"):
            reported = action != "give_back" or remedy.state is RemedyState.REPORTED
            return self._line.judged and not remedy.over and reported
        return super().check_action(action, parameters)

    def action_working(self) -> None:
        """One works on it."""
        self._note(RemedyState.WORKING)

    def action_reported(self) -> None:
        """It is done."""
        self._note(RemedyState.REPORTED)

    def action_settle(self) -> None:
        """It was looked at."""
        self._note(RemedyState.SETTLED)

    def action_give_back(self) -> None:
        """It is not done."""
        self._note(RemedyState.WORKING)

    def action_drop(self) -> None:
        """It is no longer called for."""
        self._note(RemedyState.DROPPED)

    def action_hand_over(self) -> None:
        """To somebody else, or to another day."""
        navigation.open_remedy_form(self.app, self._line.remedy.round, self._line.remedy.unit, line=self._line)

    def _note(self, state: RemedyState) -> None:
        ways.open_remedy_note(self.app, self._line, state)

    def show(self, page: RemedyPage) -> None:
        """Draw it."""
        wanted = self._line.remedy.id
        self._line = next((each for each in page.lines if each.remedy.id == wanted), self._line)
        title = f" {self.glyphs.dot} ".join((_("整改事项"), round_title(page.title, page.mock)))
        self.heading(title, self._line.remedy.id)
        told = self.query_one(ReadingList)
        width = told.scrollable_content_region.width
        told.show(Menu(words.one(self._line, page.today, self.glyphs, width)), None)

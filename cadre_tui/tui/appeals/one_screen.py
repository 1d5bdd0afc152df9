"""One appeal, with all that was said; whoever handles it goes on from here."""

from functools import partial
from typing import ClassVar

from cadre_tui.locale import N_, _, language
from cadre_tui.model.oversight.appeal import Verdict
from cadre_tui.model.oversight.voices import AppealLine, AppealPage, Correctable
from cadre_tui.model.people.person import Role
from cadre_tui.model.refusal import NotPermitted
from cadre_tui.services.oversight import appeal_pages
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action, Entry
from cadre_tui.tui.appeals import page as words
from cadre_tui.tui.appeals import ways
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.words.oversight.appeals import VERDICTS
from cadre_tui.words.rounds.title import round_title
from cadre_tui.words.terms import purpose


class AppealScreen(PageScreen[AppealPage]):
    """Read by who objected; taken, put right and answered by organisers and supervisors."""

    CSS_PATH = "screen.tcss"
    LIST = LineList
    IN_TURN: ClassVar[frozenset[str]] = frozenset({"take", "amend"})
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("take", "t", N_("受理"), N_("受理，写明核查情况；由另一个人答复"), weight=1),
        Action("amend", "t", N_("改核查情况"), N_("补充或改写自己写的核查情况；答复以后不能再改"), weight=1),
        Action("correct", "c", N_("更正"), N_("更正自评或督查的一项，原件保留：受理人以外的组织者才可以"), weight=1),
        Action("answer", "a", N_("答复"), N_("书面答复：受理人以外的人才可以"), weight=1),
        Action("scroll(-1)", "up,k,pageup", N_("上下看"), N_("向上翻看"), shows="↑↓"),
        Action("scroll(1)", "down,j,pagedown", N_("下看"), N_("向下翻看"), shown=False),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str, receipt: str, own: bool) -> None:
        super().__init__()
        self._round = round_id
        self._receipt = receipt
        self._own = own

    def guidance(self) -> str:
        """Who does what."""
        return _(
            "先由一个人受理（按 t），查清楚并写明核查情况；再由另一个人答复（按 a），一个人办不完。"
            "查明自评或督查的内容有错，答复的人（组织者）先按 c 更正，原件保留，分数随之重算；"
            "对某一项的异议只能更正那一项。同事打的分不拆封、不更改。"
        )

    def headed(self) -> str:
        """What the page is about."""
        return _("异议")

    def read(self, session: Session) -> AppealPage:
        """As the service tells it."""
        read = appeal_pages.own_page if self._own else appeal_pages.page
        return read(session, self._round)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what waits can be handled, and never one's own."""
        if action in ("take", "amend", "correct", "answer"):
            line = self._line
            if self._own or line is None or not line.appeal.open:
                return False
            taken_by = line.appeal.handler
            if action == "take":
                return taken_by is None
            if action == "amend":
                return taken_by == self.session.person
            return taken_by is not None and (action == "answer" or self.session.role is Role.ORGANISER)
        return super().check_action(action, parameters)

    def action_scroll(self, rows: int) -> None:
        """Further up or down."""
        self.query_one(LineList).scroll_relative(y=rows, animate=False, force=True)

    def action_take(self) -> None:
        """Write down what was found."""
        line = self._line
        if line is not None:
            ways.open_finding(self.app, line)

    def action_amend(self) -> None:
        """Write the finding anew."""
        self.action_take()

    def action_answer(self) -> None:
        """First the verdict, then the text."""
        line = self._line
        if line is not None and not self._handled_first(line):
            entries = [Entry(_(word), partial(self._answer, line, verdict)) for verdict, word in VERDICTS.items()]
            navigation.open_choice(self.app, _("答复"), entries)

    def _handled_first(self, line: AppealLine) -> bool:
        """Whoever looked into it learns that another must go on, before anything is written."""
        first = line.appeal.handler == self.session.person
        if first:
            self.tell(NotPermitted("appeal-same-handler"))
        return first

    def _answer(self, line: AppealLine, verdict: Verdict) -> None:
        ways.open_answer(self.app, line, verdict)

    def action_correct(self) -> None:
        """First which answer, then what is right."""
        line = self._line
        if line is not None and not self._handled_first(line):
            find = partial(appeal_pages.correctable, self.session, self._round, self._receipt)
            self.fetch(find, self._choose_correction)

    def _choose_correction(self, found: tuple[Correctable, ...]) -> None:
        if not found:
            self.notice(_("这条异议没有可以更正的内容：只能更正自评和督查的内容。"), wrong=True)
            return
        entries = [
            Entry(
                f"{each.criterion.text.say(language())}",
                partial(self._correct, each),
                f"{purpose(each.purpose)} {each.name}",
                each.criterion.id,
            )
            for each in found
        ]
        navigation.open_choice(self.app, _("更正哪一项"), entries)

    def _correct(self, which: Correctable) -> None:
        ways.open_correction(self.app, self._round, self._receipt, which)

    @property
    def _line(self) -> AppealLine | None:
        lines = self._page.lines if self._page else ()
        return next((each for each in lines if each.appeal.receipt == self._receipt), None)

    def _standing(self, line: AppealLine) -> str:
        """What is waited for, at the foot."""
        if not line.appeal.open:
            return _("已答复，不能再改")
        if not self._own and line.appeal.handler == self.session.person:
            return _("已受理，等另一个人答复")
        return ""

    def show(self, page: AppealPage) -> None:
        """Draw it."""
        line = self._line
        self.heading(_("异议") + f" {self.glyphs.dot} {round_title(page.title, page.mock)}", self._receipt)
        if line is not None:
            told = self.query_one(LineList)
            told.show(words.one(line, self.glyphs, told.scrollable_content_region.width), None)
            self.status(self._standing(line))

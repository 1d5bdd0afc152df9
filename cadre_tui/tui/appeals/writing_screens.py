"""What is written about appeals: the appeal, the finding, the answer."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from cadre_tui.locale import _
from cadre_tui.model.oversight.appeal import Appeal, Verdict
from cadre_tui.model.oversight.voices import AppealLine, AppealPage
from cadre_tui.model.text import Text
from cadre_tui.services.oversight import appeal_pages, appeals
from cadre_tui.tui.appeals.page import days
from cadre_tui.tui.writing.screen import WritingScreen
from cadre_tui.words.oversight.appeals import VERDICTS, about
from cadre_tui.words.rounds.title import round_title


class NewAppealScreen(WritingScreen):
    """One appeals against a criterion of one's own result, or to the sum."""

    LONGEST: ClassVar[int] = appeals.LONGEST

    def __init__(self, round_id: str, checklist: str, criterion: str, text: Text | None) -> None:
        super().__init__()
        self._round = round_id
        self._where = (checklist, criterion)
        self._what = text
        self._page: AppealPage | None = None

    def fill(self) -> None:
        """First, by when."""
        super().fill()
        self.heading(_("提出异议") + f" {self.glyphs.dot} {about(self._what)}")
        if self._page is None:
            self.fetch(partial(appeal_pages.own_page, self.session, self._round), self._know)
        else:
            self._know(self._page)

    def _know(self, page: AppealPage) -> None:
        self._page = page
        what = about(self._what)
        self.heading(_("提出异议") + f" {self.glyphs.dot} {what}", round_title(page.title, page.mock))
        self.draw()

    def about(self) -> Sequence[str]:
        """What happens next, and until when."""
        told = [
            _("写清哪里不对、有什么依据。提交以后得到回执号。"),
            _("先由一个人核查，再由另一个人书面答复；自评和督查的内容有错可以更正，同事打的分不拆封、不更改。"),
        ]
        return [*told, days(self._page)] if self._page else told

    def send(self, text: str) -> Appeal:
        """Object."""
        return appeals.appeal(self.session, self._round, text, *self._where)

    def sent(self, answer: object) -> str:
        """The receipt."""
        assert isinstance(answer, Appeal)  # noqa: S101 - what ``send`` answers
        return _("已收到，回执号 {receipt}。办到哪一步，在首页“消息”里看。").format(receipt=answer.receipt)


class FindingScreen(WritingScreen):
    """The first handler writes down what was found."""

    LONGEST: ClassVar[int] = appeals.LONGEST

    def __init__(self, line: AppealLine) -> None:
        super().__init__()
        self._line = line
        self._text = line.appeal.finding

    def fill(self) -> None:
        """About which."""
        super().fill()
        self.heading(_("核查情况") + f" {self.glyphs.dot} {about(self._line.about)}", self._line.appeal.receipt)

    def about(self) -> Sequence[str]:
        """What was objected to."""
        return [
            self._line.appeal.text,
            _("写明查了什么、查到什么。写了就是你受理，要由另一个人答复。"),
        ]

    def send(self, text: str) -> Appeal:
        """Take it."""
        appeal = self._line.appeal
        return appeals.take(self.session, appeal.round, appeal.receipt, text)


class AnswerScreen(WritingScreen):
    """Somebody else answers."""

    LONGEST: ClassVar[int] = appeals.LONGEST

    def __init__(self, line: AppealLine, verdict: Verdict) -> None:
        super().__init__()
        self._line = line
        self._verdict = verdict

    def fill(self) -> None:
        """With which verdict."""
        super().fill()
        verdict = _(VERDICTS[self._verdict])
        self.heading(_("书面答复") + f" {self.glyphs.dot} {verdict}", self._line.appeal.receipt)

    def about(self) -> Sequence[str]:
        """What was objected to, and what was found."""
        appeal = self._line.appeal
        return [
            appeal.text,
            _("核查情况") + _("：") + appeal.finding,
            _("写给提出人的书面答复。提交以后不能再改，提出人在首页看到。"),
        ]

    def send(self, text: str) -> Appeal:
        """Answer."""
        appeal = self._line.appeal
        return appeals.answer(self.session, appeal.round, appeal.receipt, self._verdict, text)

"""What is written about encouragement: a word to a colleague, a report of abuse, why something is hidden."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Literal

from cadre_tui.locale import N_, _, language
from cadre_tui.model.oversight.commendation import Commendation
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text
from cadre_tui.services.oversight import encouragement
from cadre_tui.tui.writing.screen import WritingScreen


class CommendScreen(WritingScreen):
    """One line to a colleague about a criterion."""

    LONGEST: ClassVar[int] = encouragement.LONGEST
    ONE_LINE: ClassVar[bool] = True

    def __init__(self, round_id: str, receiver: Person, checklist: str, criterion: str, text: Text) -> None:
        super().__init__()
        self._round = round_id
        self._receiver = receiver
        self._where = (checklist, criterion)
        self._what = text
        self._signed: Literal["signed", "unsigned"] | None = None

    def fill(self) -> None:
        """Whether one's name will stand there."""
        super().fill()
        self.heading(_("写一句鼓励") + f" {self.glyphs.dot} {self._receiver.name} {self._receiver.duty}".rstrip())
        if self._signed is None:
            self.fetch(partial(encouragement.offered, self.session, self._round), self._know)

    def _know(self, signed: Literal["signed", "unsigned"]) -> None:
        self._signed = signed
        self.draw()

    def about(self) -> Sequence[str]:
        """About which criterion, who reads it, and whether it is signed."""
        told = [
            _("关于“{criterion}”，写一句给 {name}：看到了什么，好在哪里。").format(
                criterion=self._what.say(language()), name=self._receiver.name
            ),
            _("只有收到的人看得到，按单位计数，不计入任何分数。按 Enter 提交。"),
        ]
        if self._signed == "signed":
            told.append(_("会署你的名字。"))
        elif self._signed == "unsigned":
            told.append(_("不署名：收到的人看不到是谁写的，程序知道。"))
        return told

    def send(self, text: str) -> Commendation:
        """Write it."""
        return encouragement.commend(self.session, self._round, self._receiver.id, *self._where, text)

    def sent(self, answer: object) -> str:
        """Done."""
        del answer
        return _("已经写给{receiver}。按 Esc 返回。").format(receiver=self._receiver.name)


class JudgingScreen(WritingScreen):
    """Why a line should not stand, or should."""

    LONGEST: ClassVar[int] = encouragement.LONGEST_REASON
    ONE_LINE: ClassVar[bool] = True
    WHAT: ClassVar[str]
    """What is done, as the heading says it."""

    def __init__(self, told: Commendation) -> None:
        super().__init__()
        self._told = told

    def fill(self) -> None:
        """Say what this is."""
        super().fill()
        self.heading(_(self.WHAT))


class ReportScreen(JudgingScreen):
    """The receiver finds it abusive."""

    WHAT = N_("举报不当留言")

    def about(self) -> Sequence[str]:
        """What it says."""
        return [self._told.text, _("写明为什么不当。组织者会看到这一句和你的理由，决定是否隐藏。按 Enter 提交。")]

    def send(self, text: str) -> Commendation:
        """Report it."""
        return encouragement.report(self.session, self._told.round, self._told.id, text)


class HideScreen(JudgingScreen):
    """The organiser hides it."""

    WHAT = N_("隐藏被举报的留言")

    def about(self) -> Sequence[str]:
        """What it says, and what was said against it."""
        report = self._told.report
        reason = _("举报：{reason}").format(reason=report.reason if report else "")
        told = _("写明理由。隐藏以后收到的人不再看到，也不计数；记入操作记录。按 Enter 提交。")
        return [self._told.text, reason, told]

    def send(self, text: str) -> Commendation:
        """Hide it."""
        return encouragement.hide(self.session, self._told.round, self._told.receiver, self._told.id, text)


class RestoreScreen(JudgingScreen):
    """The organiser shows it again."""

    WHAT = N_("恢复隐藏的留言")

    def about(self) -> Sequence[str]:
        """What it says, and why it was hidden."""
        report = self._told.report
        reason = _("已隐藏：{reason}").format(reason=report.hidden_because if report else "")
        told = _("写明理由。恢复以后收到的人又能看到，也计数；记入操作记录。按 Enter 提交。")
        return [self._told.text, reason, told]

    def send(self, text: str) -> Commendation:
        """Restore it."""
        return encouragement.restore(self.session, self._told.round, self._told.receiver, self._told.id, text)

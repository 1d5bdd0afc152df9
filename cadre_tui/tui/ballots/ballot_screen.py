"""The ballot: a digit a mark. A voter's own, or one on paper that two tellers key in."""

from functools import partial
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from cadre_tui.locale import N_, _, language
from cadre_tui.model.ballots.form import BallotForm, Cell
from cadre_tui.model.ballots.remarks import Remarks
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.ballots import tellers, voting
from cadre_tui.services.ballots.tellers import PaperBallot, TwoTellers
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, JUMP, SAVE, Action, Entry
from cadre_tui.tui.ballots.page import BallotPage
from cadre_tui.tui.ballots.sheet import Sheet
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.words.ballots.told import best_for, promise

DELAY: Final = 10.0
"""Seconds from a mark until it is sealed; a drawer is written whole, so not at each key."""

OVER: Final = ("ballots-over", "ballot-code-used")
"""Codes of refusals after which nothing that was marked can count any more."""


class BallotScreen(CadreScreen):
    """A row a person, a column a question; after a digit the cursor goes to the next blank place."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("answer", "", N_("评分"), N_("按数字评光标处的人，随后到下一个没有评的"), shows="1-9", handled=True),
        Action("next", "n", N_("下一未评"), N_("到下一个还没有评的地方"), weight=1),
        Action("person(1)", "down,j", N_("下一个人"), N_("到下一个人"), shown=False),
        Action("person(-1)", "up,k", N_("上一个人"), N_("到上一个人"), shown=False),
        Action("person(10)", "pagedown", N_("下一页"), N_("往下十个人"), shown=False),
        Action("person(-10)", "pageup", N_("上一页"), N_("往上十个人"), shown=False),
        Action("person(-999)", "home", N_("第一个人"), N_("到第一个人"), shown=False),
        Action("person(999)", "end", N_("最后一个人"), N_("到最后一个人"), shown=False),
        Action(
            "question(1)",
            "right,right_square_bracket",
            N_("换考评项"),
            N_("换一列，人不变；也可以按 [ 和 ]"),
            shows="← →",
        ),
        Action("question(-1)", "left,left_square_bracket", N_("上一考评项"), N_("到左边一列"), shown=False),
        Action("write", "enter", N_("写意见"), N_("给光标处的人写一句意见（这一轮允许时）")),
        Action("undo", "u", N_("撤销"), N_("撤销上一次改动")),
        Action("clear", "delete,backspace", N_("清除"), N_("去掉光标处的评分"), shown=False),
        Action("hand_in", "s,f9", N_("核对、投票"), N_("看还缺什么，核对以后投进票箱"), weight=2),
        BACK,
        JUMP,
    )

    def __init__(self, form: BallotForm, marks: str, remarks: Remarks | None = None) -> None:
        super().__init__()
        self._sheet = Sheet(form, marks, remarks)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something is written only where the round lets people."""
        return (action != "write" or self._sheet.form.text) and super().check_action(action, parameters)

    def guidance(self) -> str:
        """How it is marked."""
        told = _(
            "按数字评光标处的人，随后到下一个没有评的人；一项评完，到下一项。票上每个人都要评，连自己也一样："
            "不熟悉的评“不了解”。评完按 s 核对，再投进票箱。"
        )
        return f"{told}\n\n{self.above()}"

    def above(self) -> str:
        """What stands over the list."""
        return promise(text=self._sheet.form.text)

    def jumps(self) -> tuple[Entry, ...]:
        """Every person."""
        return tuple(
            Entry(f"{each.name}  {each.duty}", partial(self._go, at), also=each.sort_key)
            for at, each in enumerate(self._sheet.form.subjects)
        )

    def body(self) -> ComposeResult:
        """One list."""
        yield LineList(id="ballot")

    def fill(self) -> None:
        """Draw it."""
        self.set_focus(self.query_one(LineList))
        self.draw()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Say how many are left, and show where the cursor stands."""
        form = self._sheet.form
        left = self._sheet.left
        told = _("还有 {count} 处没评").format(count=left) if left else _("都评了，按 s 核对")
        self.heading(f"{form.title.say(language())} {self.glyphs.dot} {form.group_title.say(language())}", told)
        self.query_one(LineList).show(BallotPage(self._sheet, self.glyphs, self.above()), self._sheet.row)

    def on_key(self, event: events.Key) -> None:
        """A digit is a mark, also a full-width one of an input method."""
        digit = event.character or ""
        if len(digit) == 1 and digit.isdecimal():
            event.stop()
            event.prevent_default()
            if not self._sheet.choose(int(digit)):
                self.notice(_("这里没有第 {digit} 个选项。").format(digit=int(digit)), wrong=True)
                return
            self.notice("")
            self.changed()

    def changed(self) -> None:
        """Something was marked."""
        self.draw()

    def action_next(self) -> None:
        """To what is blank."""
        if not self._sheet.seek() and not self._sheet.left:
            self.notice(_("都评了。"))
        self.draw()

    def action_person(self, step: int) -> None:
        """Up and down."""
        self._sheet.move(rows=step)
        self.draw()

    def action_question(self, step: int) -> None:
        """Left and right."""
        self._sheet.move(columns=step)
        self.draw()

    def action_undo(self) -> None:
        """Take the last change back."""
        if self._sheet.undo():
            self.changed()

    def action_write(self) -> None:
        """A word about the person at the cursor."""
        row = self._sheet.row
        person, text = self._sheet.form.subjects[row], self._sheet.remarks.get(row, "")
        self.app.push_screen(navigation.made("ballot-remark", person, text, partial(self._written, row)))

    def _written(self, row: int, text: str) -> None:
        self._sheet.write(row, text)
        self.changed()

    def action_clear(self) -> None:
        """Take the mark away."""
        if self._sheet.clear():
            self.changed()

    def action_hand_in(self) -> None:
        """Overridden: what comes when all is marked."""
        raise NotImplementedError

    def _go(self, row: int) -> None:
        self._sheet.go(Cell(row, self._sheet.column))
        self.draw()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """A click puts the cursor on a person."""
        self._go(message.index)


class VoteScreen(BallotScreen):
    """A voter's own ballot: sealed while it is unfinished, and handed in when it is whole."""

    def __init__(self, voter: voting.Voter) -> None:
        super().__init__(voter.form, voter.marks, voter.remarks)
        self._voter = voter
        self._timer: Timer | None = None
        self._gone = False

    def fill(self) -> None:
        """Say whether something was left here."""
        super().fill()
        if self._voter.resumed:
            self.notice(_("接着上次的填。"))
        else:
            self.notice(_("没有用这个词存过的票，从头填。以前存过的，先别评：按 Esc 回去，核对那个词。"))

    def above(self) -> str:
        """The promise, and for how many the best grade is: not told only when all is marked."""
        return super().above() + best_for(self._sheet.form)

    def changed(self) -> None:
        """Seal it soon."""
        super().changed()
        if self._timer is None:
            self._timer = self.set_timer(DELAY, self._seal)

    def _seal(self) -> None:
        self._timer = None
        self.fetch(self.flush, lambda _done: None)

    def flush(self) -> None:
        """Seal what was marked."""
        if not self._gone and self._unsaved:
            try:
                self._voter = voting.keep(self._voter, self._sheet.marks, dict(self._sheet.remarks))
            except CadreError as error:
                self._gone = error.code in OVER
                raise

    @property
    def _unsaved(self) -> bool:
        return (self._sheet.marks, self._sheet.remarks) != (self._voter.marks, self._voter.remarks)

    def looked_away(self) -> None:
        """Seal it at once."""
        if self._unsaved:
            self._seal()

    def action_back(self) -> None:
        """To the sign-in, with everything sealed."""
        if self.saved():
            navigation.open_sign_in(self.app)

    def action_hand_in(self) -> None:
        """What stands in the way, or the box."""
        if self.saved():
            self.app.push_screen(navigation.made("ballot-hand-in", self._voter, self._sheet, self._handed_in))

    def _handed_in(self) -> None:
        self._gone = True


class KeyingScreen(BallotScreen):
    """A ballot on paper: the first teller keys it in, then the second, and the two are compared."""

    def __init__(self, both: TwoTellers, paper: PaperBallot, first: str | None = None) -> None:
        super().__init__(paper.form, paper.form.empty)
        self._both = both
        self._paper = paper
        self._first = first

    def above(self) -> str:
        """Which keying it is."""
        return _("纸质票，第一遍：没评的空着") if self._first is None else _("纸质票，第二遍：换一个人，照票再录")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is keyed is kept nowhere until both agree; remarks on paper stay on paper."""
        return action not in (SAVE.name, "write") and super().check_action(action, parameters)

    def action_hand_in(self) -> None:
        """After the first keying the second; then compare, and put it into the box."""
        marks = self._sheet.marks
        if self._first is None:
            self.app.switch_screen(navigation.made("paper-keying", self._both, self._paper, marks))
            return
        unlike = tellers.differences(self._paper.form, self._first, marks)
        if unlike:
            self._sheet.go(unlike[0])
            self.draw()
            told = _("两遍有 {count} 处不一样，光标停在第一处：对照纸质票，这一遍错了就改，第一遍错了按 Esc 重录。")
            self.notice(told.format(count=len(unlike)), wrong=True)
            return
        first = self._first
        self.fetch(partial(tellers.hand_in_paper, self._both, self._paper, first, marks), self._done)

    def _done(self, valid: bool) -> None:
        told = _("两遍一致，已投进票箱。") if valid else _("两遍一致；按规则是无效票，已作为无效票投进票箱。")
        self.app.pop_screen()
        screen = self.app.screen
        if isinstance(screen, CadreScreen):
            screen.notice(told)

"""One person's grade, decided: which grade and why, then read once more, then ``y``."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _, language
from cadre_tui.model.checklists.checklist import Grade
from cadre_tui.model.results.outcome import Case, Settled
from cadre_tui.services.results.outcome import deciding
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.outcome.page import agreeing_rows, deciding_rows
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList


def offered(session: Session, round_id: str, subject: str) -> tuple[Grade, ...]:
    """The grades that may be decided on."""
    codes = deciding.choices(session, round_id, subject)
    return tuple(each for each in life.find(session.county, round_id).rules.grade if each.code in codes)


class DecideScreen(CadreScreen):
    """The arrows choose the grade, the field takes the reason; nothing is decided before ``y``."""

    CSS_PATH = "decide_screen.tcss"
    AUTO_FOCUS = ""
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("agree", "y", N_("照定"), N_("照上面写的定下来"), weight=3),
        Action("check", "enter", N_("下一步"), N_("核对等次和理由；还没有定"), handled=True),
        Action("grade(1)", "down", N_("换等次"), N_("换成下一等次"), shows="↑↓"),
        Action("grade(-1)", "up", N_("换等次"), N_("换成上一等次"), shown=False),
        BACK,
    )

    def __init__(self, round_id: str, case: Case, then: Callable[[Settled], object]) -> None:
        super().__init__()
        self._round, self._case, self._then = round_id, case, then
        self._grades: tuple[Grade, ...] = ()
        self._chosen = 0
        self._reason = ""
        self._checking = False

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "用上下键选定为哪一等，写明理由，按 Enter 核对，再按 y 照定。"
            "不能定得比按分数得到的等次高，也不能突破名额。分数不变；理由本人看得到，并记入操作记录。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What fits: writing, or agreeing."""
        if action == "agree":
            return self._checking
        if action == "grade":
            return not self._checking and len(self._grades) > 1
        if action == "check":
            return not self._checking and bool(self._grades)
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """What it is about, and the reason."""
        yield ReadingList(id="case")
        yield Label(_("理由（必须写）："), id="why", markup=False)
        yield Input(value=self._reason, id="reason", select_on_focus=False)

    def fill(self) -> None:
        """Read which grades there are to choose from."""
        self.heading(_("决定等次"), self._case.subject.name)
        if not self._grades:
            self.fetch(partial(offered, self.session, self._round, self._case.subject.id), self._take)
        self._turn()

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def _take(self, grades: tuple[Grade, ...]) -> None:
        self._grades = grades
        self._turn()

    @on(Input.Changed)
    def _keep(self, event: Input.Changed) -> None:
        self._reason = event.value

    @on(Input.Submitted)
    def _written(self, _event: Input.Submitted) -> None:
        self.action_check()

    def action_grade(self, steps: int) -> None:
        """Another one."""
        self._chosen = (self._chosen + steps) % len(self._grades)
        self._draw()

    def action_check(self) -> None:
        """Read it once more; nothing is decided yet."""
        if self._checking or not self._grades:
            return
        if not self._reason.strip():
            self.notice(_("请先写明理由。"), wrong=True)
            return
        self.notice("")
        self._checking = True
        self._turn()

    def action_agree(self) -> None:
        """Decide it."""
        grade = self._grades[self._chosen]
        self.notice(_("正在办理，请稍候……"))
        subject = self._case.subject.id
        self.fetch(partial(deciding.decide, self.session, self._round, subject, grade.code, self._reason), self._done)

    def action_back(self) -> None:
        """To the field first."""
        if self._checking:
            self._checking = False
            self.notice("")
            self._turn()
        else:
            super().action_back()

    def _done(self, settled: Settled) -> None:
        self.dismiss()
        self._then(settled)

    def _turn(self) -> None:
        asking = not self._checking and bool(self._grades)
        self.query_one("#why").display = self.query_one(Input).display = asking
        self._draw()
        self.set_focus(self.query_one(Input) if asking else self.query_one(ReadingList))
        self.show_keys()

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        speech = language()
        if self._checking:
            rows = agreeing_rows(
                self._case, self._grades[self._chosen], self._reason.strip(), speech, self.glyphs, width
            )
        else:
            rows = deciding_rows(self._case, self._grades, self._chosen, speech, self.glyphs, width)
        pane.show(Menu(rows), None)

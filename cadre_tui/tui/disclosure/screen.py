"""The check before publication: every figure that could tell who gave what, why, and what is done about it."""

from typing import ClassVar

from cadre_tui.locale import N_, _, language
from cadre_tui.model.results.disclosure import Finding
from cadre_tui.model.results.looking import Look
from cadre_tui.services.results import disclosure
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.disclosure import ways
from cadre_tui.tui.disclosure.page import finding_rows
from cadre_tui.tui.look_screen import LookScreen
from cadre_tui.tui.widgets.reading_list import ReadingList


class DisclosureScreen(LookScreen[tuple[Finding, ...]]):
    """Person by person. What the first look settles is told before: it is not taken back."""

    LOOK = Look.DISCLOSURE
    LIST = ReadingList
    READ_AGAIN = False  # nothing is changed above
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        BACK,
        Action("look", "y", N_("检查"), N_("看保密检查；从此对同事的答卷不再增减"), weight=1),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        Action("raw", "w", N_("原始评分"), N_("两个人一同登录，打开一个人的原始评分（写明理由，记入操作记录）")),
        RELOAD,
    )

    def guidance(self) -> str:
        """What is listed."""
        return _(
            "公布以前，程序把会让人看出是谁评的数都列在这里：哪个数、为什么、怎么处理；看不到数值。"
            "看过一遍，保密的轮次才能公布；从第一次看起，对同事的答卷就定下来，不能再补交、退回：前后差一份，就能推出这一份填了什么。"
        )

    def headed(self) -> str:
        """What it is."""
        return _("保密检查")

    def read(self, session: Session) -> tuple[Finding, ...]:
        """Check."""
        return disclosure.check(session, self._round)

    def show(self, page: tuple[Finding, ...]) -> None:
        """Person by person."""
        self.heading(self.headed(), self._round)
        self.offer(finding_rows(page, language(), self.glyphs, self.width()))

    def action_raw(self) -> None:
        """Open raw material, together with somebody else."""
        ways.open_raw(self.app, self._round)

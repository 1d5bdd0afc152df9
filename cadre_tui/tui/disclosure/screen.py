"""The check before publication: every figure that could tell who gave what, why, and what is done about it."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _, language
from cadre_tui.model.disclosure import Finding
from cadre_tui.model.looking import Look, Settling
from cadre_tui.services.results import disclosure
from cadre_tui.services.results.looking import would_settle
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.disclosure import ways
from cadre_tui.tui.disclosure.looking import settling_rows
from cadre_tui.tui.disclosure.page import finding_rows
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.line_list import LineList


class DisclosureScreen(CadreScreen):
    """Person by person. What the first look settles is told before: it is not taken back."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        BACK,
        Action("look", "y", N_("检查"), N_("看保密检查；从此对同事的答卷不再增减"), weight=1),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        Action("raw", "w", N_("原始评分"), N_("两个人一同登录，打开一个人的原始评分（写明理由，记入操作记录）")),
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._findings: tuple[Finding, ...] | None = None
        self._settles: Settling | None = None

    def guidance(self) -> str:
        """What is listed."""
        return _(
            "公布以前，程序把会让人看出是谁评的数都列在这里：哪个数、为什么、怎么处理；看不到数值。"
            "看过一遍，保密的轮次才能公布；从第一次看起，对同事的答卷就定下来，不能再补交、退回：前后差一份，就能推出这一份填了什么。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save; the first look is asked for."""
        if action == "look":
            return self._settles is not None
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield LineList(id="findings")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.heading(_("保密检查"), self._round)
        self.set_focus(self.query_one(LineList))
        if self._findings is None:
            self.action_reload()
        else:
            self._draw()

    def action_reload(self) -> None:
        """Look again; where that settles something, tell it first."""
        self.fetch(partial(would_settle, self.session, self._round, Look.DISCLOSURE), self._ask)

    def action_look(self) -> None:
        """Check; in a large county that takes a moment."""
        self._settles = None
        self.show_keys()
        self.notice(_("正在读取，请稍候……"))
        self.fetch(partial(disclosure.check, self.session, self._round), self._take)

    def _ask(self, settles: Settling | None) -> None:
        if settles is None:
            self.action_look()
            return
        self._settles = settles
        self._draw()
        self.show_keys()

    def action_raw(self) -> None:
        """Open raw material, together with somebody else."""
        ways.open_raw(self.app, self._round)

    def laid_out(self) -> None:
        """Words are wrapped anew."""
        self.call_after_refresh(self._draw)

    def _take(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.notice("")
        self._draw()

    def _draw(self) -> None:
        listed = self.query_one(LineList)
        width = listed.scrollable_content_region.width
        if self._settles is not None:
            listed.show(Menu(settling_rows(self._settles, Look.DISCLOSURE, width)))
        elif self._findings is not None:
            listed.show(Menu(finding_rows(self._findings, language(), self.glyphs, width)))

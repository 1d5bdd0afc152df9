"""The check before publication: every figure that could tell who gave what, why, and what is done about it."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _, language
from cadre_tui.model.disclosure import Finding
from cadre_tui.services.results import disclosure
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.disclosure.page import finding_rows
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.line_list import LineList


class DisclosureScreen(CadreScreen):
    """Person by person. To open it is to have looked: a confidential round can then be published."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        BACK,
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        Action("raw", "w", N_("原始评分"), N_("两个人一同登录，打开一个人的原始评分（写明理由，记入操作记录）")),
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._findings: tuple[Finding, ...] | None = None

    def guidance(self) -> str:
        """What is listed."""
        return _(
            "公布以前，程序把会让人看出是谁评的数都列在这里：哪个数、为什么、怎么处理；看不到数值。"
            "看过一遍，保密的轮次才能公布；有人补交、重交以后要再看一遍。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
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
        """Check again; in a large county that takes a moment."""
        self.notice(_("正在读取，请稍候……"))
        self.fetch(partial(disclosure.check, self.session, self._round), self._take)

    def action_raw(self) -> None:
        """Open raw material, together with somebody else."""
        navigation.open_raw(self.app, self._round)

    def laid_out(self) -> None:
        """Words are wrapped anew."""
        self.call_after_refresh(self._draw)

    def _take(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.notice("")
        self._draw()

    def _draw(self) -> None:
        if self._findings is not None:
            listed = self.query_one(LineList)
            width = listed.scrollable_content_region.width
            listed.show(Menu(finding_rows(self._findings, language(), self.glyphs, width)))

"""How a round's grades come about: what people decide, and where the quota's lines fall."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _, language
from cadre_tui.model.looking import Look, Settling
from cadre_tui.model.outcome import Case, Outcome, Settled
from cadre_tui.services.results.looking import would_settle
from cadre_tui.services.results.outcome import outcome, with_decisions
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.disclosure.looking import settling_rows
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.outcome.page import outcome_rows
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title


class OutcomeScreen(CadreScreen):
    """Case by case; Enter decides. What the first look settles is told before it; then the round can be published."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("decide", "enter", N_("决定"), N_("决定光标处这个人的等次，写明理由"), handled=True),
        Action("look", "y", N_("看"), N_("看等次的形成；从此答卷和作废的决定都定下来"), weight=1),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._found: Outcome | None = None
        self._settles: Settling | None = None

    def guidance(self) -> str:
        """What is listed, and what it is for."""
        return _(
            "公布以前看等次是怎么形成的。总分并列在名额线上的、按规则提请研究的、校正前后等次不同的，都列在上面，由人决定，程序不抽签："
            "○ 是还要决定的，● 是已经定好的。按 Enter 定一个人的等次，写明理由。下面是各单位的名额线。"
            "看过一遍、要决定的都定了，才能公布；有人补交、重交以后要再看一遍。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save; the first look is asked for."""
        if action == "look":
            return self._settles is not None
        if action == "decide":
            return self._found is not None
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield MenuList(id="outcome")

    def fill(self) -> None:
        """Work it out, or draw it again in another language."""
        self.set_focus(self.query_one(MenuList))
        if self._found is None:
            self.heading(_("等次形成"), self._round)
            self.action_reload()
        else:
            self._draw()

    def laid_out(self) -> None:
        """Words are wrapped anew."""
        self.call_after_refresh(self._draw)

    def action_reload(self) -> None:
        """Work it out again; where that settles something, tell it first."""
        self.fetch(partial(would_settle, self.session, self._round, Look.OUTCOME), self._ask)

    def action_look(self) -> None:
        """Work it out; in a large county that takes a moment."""
        self._settles = None
        self.show_keys()
        self.notice(_("正在读取，请稍候……"))
        self.fetch(partial(outcome, self.session, self._round), self._take)

    def _ask(self, settles: Settling | None) -> None:
        if settles is None:
            self.action_look()
            return
        self._settles = settles
        self._draw()
        self.show_keys()

    def action_decide(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def _take(self, found: Outcome) -> None:
        self._found = found
        self.notice("")
        self._draw()

    def _choose(self, case: Case) -> None:
        navigation.open_decision(self.app, self._round, case, self._decided)

    def _decided(self, settled: Settled) -> None:
        if self._found is not None:
            self._found = with_decisions(self._found, settled)
            self._draw()

    def _draw(self) -> None:
        listed = self.query_one(MenuList)
        width = listed.scrollable_content_region.width or self.size.width - 2
        if self._settles is not None:
            listed.offer(Menu(settling_rows(self._settles, Look.OUTCOME, width)))
        if self._found is None or self._settles is not None:
            return
        self.heading(_("等次形成"), round_title(self._found.title, self._found.mock))
        listed.offer(Menu(outcome_rows(self._found, language(), self.glyphs, width, self._choose)))
        self.show_keys()

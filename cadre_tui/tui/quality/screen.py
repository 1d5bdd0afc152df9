"""How a round's raters rated: under codes, as questions."""

from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.results.looking import Look
from cadre_tui.model.results.quality import Quality
from cadre_tui.services.results.quality import raters as quality
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.look_screen import LookScreen
from cadre_tui.tui.quality import page, ways
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title


class QualityScreen(LookScreen[Quality]):
    """Those to ask about first; Enter opens one. What the first look settles is told before it."""

    LOOK = Look.QUALITY
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("打开光标处的评价人：要问什么，作废会怎样"), handled=True),
        Action("look", "y", N_("看"), N_("看评价质量；从此对同事的答卷不再增减"), weight=1),
        Action("differences", "d", N_("等次不同的人"), N_("看按原始分和校正分等次不一样的人"), weight=1),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def guidance(self) -> str:
        """How it is read."""
        return _(
            "宽严度是打分比别人低多少分：正的偏严，负的偏宽。要问一问的只是疑问：人人诚实的时候也会出现，"
            "每一条都说明有多大可能。没有哪一条会自动作废答卷；作废要由人决定、写明理由，原件保留。"
            "保密的轮次里评价人只有代号，看过保密检查、等次或等次不同的名单以后，就不能再决定作废。"
        )

    def headed(self) -> str:
        """What it is."""
        return _("评价质量")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody is opened where nobody rated."""
        if action in ("open", "differences"):
            return self._page is not None and bool(self._page.ratings)
        return super().check_action(action, parameters)

    def read(self, session: Session) -> Quality:
        """Work it out."""
        return quality.quality(session, self._round)

    def show(self, found: Quality) -> None:
        """Rater by rater."""
        right = _("{count} 个评价人").format(count=len(found.raters))
        self.heading(f"{self.headed()} {self.glyphs.dot} {round_title(found.title, found.mock)}", right)
        self.offer(page.rows(found, self.glyphs, self.width(), self._open))

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_differences(self) -> None:
        """Whose grades differ."""
        if self._page is not None:
            ways.open_differences(self.app, self._page)

    def _open(self, code: str) -> None:
        found = self._page
        rater = next((each for each in found.raters if each.code == code), None) if found else None
        if found is not None and rater is not None:
            ways.open_rater(self.app, found, rater)

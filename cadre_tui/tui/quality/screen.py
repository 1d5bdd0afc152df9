"""How a round's raters rated: under codes, as questions."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.looking import Look, Settling
from cadre_tui.model.quality import Quality
from cadre_tui.services.results import quality
from cadre_tui.services.results.looking import would_settle
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.disclosure.looking import settling_rows
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.quality import page, ways
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title


class QualityScreen(CadreScreen):
    """Those to ask about first; Enter opens one. What the first look settles is told before it."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("打开光标处的评价人：要问什么，作废会怎样"), handled=True),
        Action("look", "y", N_("看"), N_("看评价质量；从此对同事的答卷不再增减"), weight=1),
        Action("differences", "d", N_("等次不同的人"), N_("看按原始分和校正分等次不一样的人"), weight=1),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._found: Quality | None = None
        self._settles: Settling | None = None

    def guidance(self) -> str:
        """How it is read."""
        return _(
            "宽严度是打分比别人低多少分：正的偏严，负的偏宽。要问一问的只是疑问：人人诚实的时候也会出现，"
            "每一条都说明有多大可能。没有哪一条会自动作废答卷；作废要由人决定、写明理由，原件保留。"
            "保密的轮次里评价人只有代号，看过保密检查、等次或等次不同的名单以后，就不能再决定作废。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The first look is asked for."""
        if action == "look":
            return self._settles is not None
        if action in ("open", "differences"):
            return self._found is not None and bool(self._found.ratings)
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield MenuList(id="raters")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.heading(_("评价质量"), self._round)
        self.set_focus(self.query_one(MenuList))
        if self._found is None:
            self.fetch(partial(would_settle, self.session, self._round, Look.QUALITY), self._ask)
        else:
            self._draw()

    def on_screen_resume(self) -> None:
        """Something may have been decided."""
        if self._found is not None:
            self.action_reload()

    def action_reload(self) -> None:
        """Read it anew; in a large county that takes a moment."""
        if self._settles is None:
            self.notice(_("正在读取，请稍候……"))
            self.fetch(partial(quality.quality, self.session, self._round), self._take)

    def action_look(self) -> None:
        """What was told beforehand is meant."""
        self._settles = None
        self.show_keys()
        self.action_reload()

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_differences(self) -> None:
        """Whose grades differ."""
        if self._found is not None:
            ways.open_differences(self.app, self._found)

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.call_after_refresh(self._draw)

    def _ask(self, settles: Settling | None) -> None:
        self._settles = settles
        if settles is None:
            self.action_reload()
        self._draw()
        self.show_keys()

    def _take(self, found: Quality) -> None:
        self._found = found
        self.notice("")
        self._draw()
        self.show_keys()

    def _draw(self) -> None:
        listed = self.query_one(MenuList)
        width = listed.scrollable_content_region.width or self.size.width - 2
        if self._settles is not None:
            listed.offer(Menu(settling_rows(self._settles, Look.QUALITY, width)))
        elif self._found is not None:
            title = round_title(self._found.title, self._found.mock)
            right = _("{count} 个评价人").format(count=len(self._found.raters))
            self.heading(f"{_('评价质量')} {self.glyphs.dot} {title}", right)
            listed.offer(Menu(page.rows(self._found, self.glyphs, width, self._open)))

    def _open(self, code: str) -> None:
        found = self._found
        rater = next((each for each in found.raters if each.code == code), None) if found else None
        if found is not None and rater is not None:
            ways.open_rater(self.app, found, rater)

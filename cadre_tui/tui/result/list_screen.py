"""Everybody's results of one round, for the organiser."""

from functools import partial

from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.locale import N_, _, language
from cadre_tui.model.results.result import Result
from cadre_tui.services.results import reading
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.filtered import FilteredScreen
from cadre_tui.tui.result.list_page import ResultsMenu, matching
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title


class ResultsScreen(FilteredScreen):
    """By unit; Enter opens a person's result, F3 narrows the list by what is typed."""

    CSS_PATH = "list_screen.tcss"
    ACTIONS = (
        Action("open", "enter", N_("打开"), N_("打开光标处这个人的结果"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        Action("county", "u", N_("全县"), N_("看全县和各单位合计的结果：分布、四项重点、薄弱项、比上轮"), weight=1),
        Action("filter", "f3", N_("筛选"), N_("按姓名、拼音、单位、职务或等次筛选")),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._results: tuple[Result, ...] | None = None

    def body(self) -> ComposeResult:
        """The filter while it is used, and the list."""
        yield Input(value=self._typed, placeholder=_("姓名、拼音、单位、职务或等次，Esc 清除"), id="filter")
        yield MenuList(id="people")

    def fill(self) -> None:
        """Read them, or draw them again in another language."""
        self.query_one(Input).display = bool(self._typed)
        if self._results is None:
            self.heading(_("结果"))
            self.action_reload()
        else:
            self._draw()
        self.query_one(MenuList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def guidance(self) -> str:
        """What the columns are."""
        return _(
            "按单位列出每个人的总分、等次和评过的同事人数。没有总分的，写着还缺什么。"
            "按 F3 输入姓名、拼音首字、单位或等次来筛选；按 Enter 看这个人的结果。"
        )

    def action_reload(self) -> None:
        """Read them anew; in a large county that takes a moment."""
        self.notice(_("正在读取，请稍候……"))
        self.fetch(partial(reading.results, self.session, self._round), self._take)

    def _take(self, found: tuple[Result, ...]) -> None:
        self._results = found
        self._draw()

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_county(self) -> None:
        """What they reached together."""
        navigation.open_county(self.app, self._round)

    def narrow(self) -> None:
        """By what is typed."""
        self._draw()

    def _draw(self) -> None:
        if self._results is None:
            return
        speech = language()
        shown = matching(self._results, self._typed, speech)
        title = round_title(self._results[0].title, self._results[0].mock) if self._results else ""
        scored = sum(result.total is not None for result in self._results)
        self.heading(
            f"{title} {self.glyphs.dot} " + _("结果") if title else _("结果"),
            _("{shown}/{all} 人 {dot} {scored} 人有总分").format(
                shown=len(shown), all=len(self._results), dot=self.glyphs.dot, scored=scored
            ),
        )
        self.notice("" if shown else _("没有找到，请换个词。") if self._typed else _("这一轮没有人。"))
        open_one = partial(navigation.open_result, self.app, self._round)
        self.query_one(MenuList).offer(ResultsMenu(shown, open_one, self.glyphs, speech))
        self.show_keys()

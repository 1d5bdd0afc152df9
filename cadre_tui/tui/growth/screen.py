"""看自己: the first page of one's own result. What it shows comes before the figures, and hides none of them."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal

from cadre_tui.locale import N_, _, language
from cadre_tui.model.growth.growth import GrowthPage
from cadre_tui.services.growth import plans
from cadre_tui.services.growth.pages import growth_page
from cadre_tui.services.growth.reading import today
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, JUMP, RELOAD, SAVE, Action, Entry
from cadre_tui.tui.growth import page as lines
from cadre_tui.tui.growth import ways
from cadre_tui.tui.growth.reading import Section, SectionsPage, heading
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.rounds.title import round_title

WIDE: Final = 110


def read(session: Session, round_id: str) -> GrowthPage:
    """The page; the first time it is noted that it was seen: from then on home tells the figures, too."""
    found = growth_page(session, round_id)
    if found.plan.seen is None:
        plans.saw(session, round_id)
    return found


class GrowthScreen(CadreScreen):
    """The arrows scroll; ``p`` makes the plan, Enter goes on to the figures."""

    CSS_PATH = "screen.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual declares it so
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        Action("plan", "p", N_("定计划"), N_("定下要做的事：从盲点和短板起步，或者自己写"), weight=2),
        Action("explain", "e", N_("怎么来的"), N_("选一项，看它的各个分数是怎么来的"), weight=1),
        Action("text", "t", N_("表格"), N_("用文字表格显示同样的数；再按一次回到图"), weight=1),
        Action("figures", "enter,z", N_("看分数"), N_("看总分、等次和逐项的分数"), weight=3),
        Action("section(-1)", "left_square_bracket", N_("上一段"), N_("到上一段"), shown=False),
        Action("section(1)", "right_square_bracket", N_("下一段"), N_("到下一段"), shown=False),
        BACK,
        JUMP,
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._page: GrowthPage | None = None
        self._sections: list[Section] = []
        self._starts: list[int] = []
        self._text = False

    def body(self) -> ComposeResult:
        """What is read; beside it, on a wide terminal, the plan."""
        with Horizontal():
            yield ReadingList(id="read")
            yield Block(id="plan")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.set_focus(self.query_one(ReadingList))
        if self._page is None:
            self.heading(_("看自己"))
            self.action_reload()
        else:
            self._draw()

    def on_screen_resume(self) -> None:
        """The plan may have become another."""
        if self._page is not None:
            self.action_reload()

    def guidance(self) -> str:
        """In which order, and who sees it."""
        return _(
            "公布的结果先看这一页：长处、隐藏的长处、盲点、短板，同事写的评语和收到的鼓励，还有上次计划做得怎样。"
            "按 p 写改进计划，按 Enter 看分数：先后有别，什么也不藏。改进计划只有你自己看得到。"
            "小柱子是近几轮的分，旁边有数；考评项的意思改过的，不和以前比。按 t 用文字表格显示同样的数，"
            "按 e 选一项，看它的分数是怎么来的。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is typed here; to be explained there must be a figure."""
        if action == "explain":
            return self._page is not None and bool(lines.criteria_told(self._page))
        return action != SAVE.name and super().check_action(action, parameters)

    def jumps(self) -> Sequence[Entry]:
        """Every section."""
        return [
            Entry(each.title, partial(self._go, start), each.more)
            for each, start in zip(self._sections, self._starts, strict=True)
        ]

    def laid_out(self) -> None:
        """Wrapped anew when the list has its size; a wide terminal has the plan beside."""
        if self._page is not None:
            self.call_after_refresh(self._draw)

    def action_reload(self) -> None:
        """Read it anew."""
        self.fetch(partial(read, self.session, self._round), self._take)

    def action_plan(self) -> None:
        """Make the plan."""
        ways.open_plan(self.app, self._round)

    def action_figures(self) -> None:
        """On to the total and all figures."""
        navigation.open_result(self.app, self._round, self.session.person)

    def action_explain(self) -> None:
        """How the numbers of a criterion came about: of which, is chosen from the list."""
        entries = [
            Entry(row.text.say(language()), partial(self._explain, row.checklist, row.criterion))
            for row in (lines.criteria_told(self._page) if self._page else ())
        ]
        navigation.open_choice(self.app, _("看哪一项的分数怎么来的"), entries)

    def _explain(self, checklist: str, criterion: str) -> None:
        navigation.open_explained(self.app, self._round, self.session.person, (checklist, criterion))

    def action_text(self) -> None:
        """Tables instead of small columns, and back."""
        self._text = not self._text
        self._draw()

    def action_section(self, steps: int) -> None:
        """To the section before or after the one at the top."""
        top = self.query_one(ReadingList).scroll_offset.y
        if steps > 0:
            self._go(next((each for each in self._starts if each > top), top))
        else:
            self._go(max((each for each in self._starts if each < top), default=0))

    def _go(self, at: int) -> None:
        self.query_one(ReadingList).scroll_to(y=at, animate=False, force=True)

    def _take(self, found: GrowthPage) -> None:
        self._page = found
        self._draw()

    def _draw(self) -> None:
        found = self._page
        if found is None:
            return
        glyphs, speech, day = self.glyphs, language(), today(self.host.county)
        about = found.compared
        who = f"{about.subject.name} {glyphs.dot} {about.unit} {about.subject.duty}".rstrip()
        self.heading(f"{round_title(about.title, about.mock)} {glyphs.dot} " + _("看自己"), who)
        shown = self.query_one(ReadingList)
        width = shown.scrollable_content_region.width
        beside = self.size.width >= WIDE
        self._sections = lines.sections(found, glyphs, speech, width, plan=not beside, today=day, text=self._text)
        page = SectionsPage(lines.before(found, width), self._sections, glyphs, width)
        self._starts = page.starts
        shown.show(page, None)
        self.query_one("#plan", Block).show(
            lambda room: [
                heading(_("我的改进计划"), "", glyphs, room),
                *lines.plan_lines(found, glyphs, room, day),
            ]
        )
        self.show_keys()
        self.call_after_refresh(self._fit, width)

    def _fit(self, drawn: int) -> None:
        """The pane beside may have come, or gone, only after the lines were wrapped."""
        if self.query_one(ReadingList).scrollable_content_region.width != drawn:
            self._draw()

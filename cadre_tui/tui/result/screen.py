"""What a round found about one person: oneself beside colleagues, criterion by criterion."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from cadre_tui.locale import _, language
from cadre_tui.model.oversight.voices import AppealPage
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.result import CriterionResult, Result, Vote
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.model.text import Text
from cadre_tui.services.oversight import appeal_pages
from cadre_tui.services.results import reading
from cadre_tui.services.results.votes import votes
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import SAVE, Entry
from cadre_tui.tui.appeals.page import days
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.growth import ways
from cadre_tui.tui.result.actions import RESULT
from cadre_tui.tui.result.page import ResultPage
from cadre_tui.tui.result.summary import (
    StepsPage,
    TextPage,
    VotesPage,
    foot_lines,
    part_lines,
    side_lines,
    total_lines,
    trend_line,
)
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.words.results.result import signed
from cadre_tui.words.rounds.title import round_title

WIDE: Final = 110
GROUPS_FROM: Final = 120
"""Cells of a window from which on every rater group has its column."""

LOW: Final = 20
PAGE: Final = 8
"""Rows that PgUp and PgDn move."""


class View(Enum):
    """What stands in the middle."""

    TABLE = auto()
    WORDS = auto()
    STEPS = auto()
    VOTES = auto()


class ResultScreen(CadreScreen):
    """A table with bars; ``t`` tells the same as tables of text, ``e`` how a number came about."""

    CSS_PATH = "screen.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual declares it so
    IN_TURN = frozenset({"appeal", "too_late", "export", "sheet"})
    ACTIONS = RESULT

    def __init__(self, round_id: str, subject_id: str, explained: tuple[str, str] | None = None) -> None:
        """``explained``: the checklist's name and the id of the criterion whose steps are shown at first."""
        super().__init__()
        self._explained = explained
        self._round = round_id
        self._subject = subject_id
        self._result: Result | None = None
        self._votes: tuple[Vote, ...] = ()
        self._view = View.TABLE
        self._row = 0
        self._cell = ""
        self._appeals: AppealPage | None = None

    def body(self) -> ComposeResult:
        """The sum above, the criteria, what follows from them below; beside them the criterion's guidance."""
        yield Block(id="sum")
        with Horizontal(id="both"):
            with Vertical(id="criteria"):
                yield LineList(id="rows")
            yield Block(id="side")
        yield Block(id="foot")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        if self._result is None:
            self.action_reload()
        else:
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to save; who gave what in a named round alone; an appeal against one's own result, in its days."""
        if action == "votes":
            return self._result is not None and self._named(self._result)
        if action == "appeal":
            return self._appeals is not None and self._appeals.open
        if action == "too_late":
            return self._appeals is not None and self._appeals.until is not None and not self._appeals.open
        if action == "plan":
            return self._result is not None and self._oneself and self.session.role is Role.CADRE
        if action == "appeals":
            return self._appeals is not None and bool(self._appeals.lines)
        if action == "sheet":
            return self._result is not None and self.session.role is Role.ORGANISER
        if action in ("export", "export_form"):
            return self._result is not None and self._oneself and self.session.role is Role.CADRE
        return action != SAVE.name and super().check_action(action, parameters)

    def guidance(self) -> str:
        """How the table is read."""
        told = _(
            "每一行是一个考评项：满分、自评、同事评的分和人数，差是自评减同事。"
            "条形上半是自评，下半是同事，长出来的一截就是差。相差到分值的一成，标“高估”或“低估”。"
            "下面列出这些项，百分数是相差占分值多少，大的在前。按 t 用文字表格显示同样的数。"
            "按左右键选一个数，再按 e，只看这一个数怎么来的。"
        )
        if self._result is not None and any(row.change is not None for row in self._result.criteria):
            told += _("最右边是和上一轮相比的升降。")
        row = self._here
        if row is None or row.guidance is None:
            return told
        return told + "\n\n" + row.text.say(language()) + _("：") + row.guidance.say(language())

    def jumps(self) -> Sequence[Entry]:
        """Every criterion."""
        rows = self._result.criteria if self._result else ()
        return [
            Entry(row.text.say(language()), partial(self._go, number), signed(row.gap))
            for number, row in enumerate(rows)
        ]

    def action_reload(self) -> None:
        """Read it anew."""
        self.fetch(self._read, self._take)

    def _take_appeals(self, page: AppealPage) -> None:
        self._appeals = page
        self.show_keys()

    def on_screen_resume(self) -> None:
        """Something may have been objected to."""
        if self._appeals is not None:
            self.action_reload()

    def _read(self) -> tuple[Result, tuple[Vote, ...]]:
        result = reading.result(self.session, self._round, self._subject)
        return result, votes(self.session, self._round, self._subject) if self._named(result) else ()

    def _named(self, result: Result) -> bool:
        """Whether this person may see who gave what."""
        return result.secrecy is Secrecy.NAMED and self.session.role is not Role.SUPERVISOR

    def _take(self, read: tuple[Result, tuple[Vote, ...]]) -> None:
        result, self._votes = read
        first, self._result = self._result is None, result
        if first and self._explained is not None:
            names = [(row.checklist, row.criterion) for row in result.criteria]
            self._row = names.index(self._explained) if self._explained in names else 0
            self._view = View.STEPS
        self._draw()
        self.query_one("#rows").focus()
        if self._oneself and self.session.role is Role.CADRE:
            self.fetch(lambda: appeal_pages.own_page(self.session, self._round), self._take_appeals)

    # What can be done

    def action_move(self, rows: int) -> None:
        """To another criterion; in words, line by line."""
        if self._view is View.TABLE:
            self._go(self._row + rows)
        else:
            self.query_one("#rows", LineList).scroll_relative(y=rows, animate=False, force=True)

    def action_page(self, pages: int) -> None:
        """Several rows at once."""
        self.action_move(pages * PAGE)

    def _go(self, row: int) -> None:
        count = len(self._result.criteria) if self._result else 0
        self._row = min(max(row, 0), max(count - 1, 0))
        self._cell = ""
        self._draw()

    def action_cell(self, steps: int) -> None:
        """To a single number of the row; beyond the first or the last to the whole row again."""
        page = self._page(self._width)
        if not isinstance(page, ResultPage):
            return
        cells = ("", *page.cells(self._width))
        at = cells.index(self._cell) if self._cell in cells else 0
        self._cell = cells[(at + steps) % len(cells)]
        self._draw()

    def action_explain(self) -> None:
        """How the numbers came about, or the one that is chosen; or back to the table."""
        self._turn_to(View.STEPS)

    def action_appeal(self) -> None:
        """Object to the criterion at the cursor, or to the sum."""
        row = self._here
        about = [("", "", None)] if row is None else [(row.checklist, row.criterion, row.text), ("", "", None)]
        entries = [
            Entry(
                _("总分") if text is None else text.say(language()), partial(self._object, checklist, criterion, text)
            )
            for checklist, criterion, text in about
        ]
        navigation.open_choice(self.app, _("对哪一个提出异议"), entries)

    def action_too_late(self) -> None:
        """Say until when one could have."""
        if self._appeals is not None:
            self.notice(days(self._appeals))

    def _object(self, checklist: str, criterion: str, text: Text | None) -> None:
        navigation.open_new_appeal(self.app, self._round, checklist, criterion, text)

    def action_plan(self) -> None:
        """What one makes of it."""
        ways.open_plan(self.app, self._round)

    def action_appeals(self) -> None:
        """See what became of one's own."""
        navigation.open_appeals(self.app, self._round, own=True)

    def action_export(self) -> None:
        """One's own score sheet, as files."""
        from cadre_tui.tui.documents.own import own_sheet  # noqa: PLC0415 - Word and Excel only where asked for

        self._have_made(own_sheet)

    def action_sheet(self) -> None:
        """Somebody's score sheet, as files: for an organiser."""
        if self._result is not None:
            title = round_title(self._result.title, self._result.mock)
            navigation.open_sheet(self.app, self._round, title, self._result.subject)

    def action_export_form(self) -> None:
        """One's own self-assessment, as files."""
        from cadre_tui.tui.documents.own import own_form  # noqa: PLC0415

        self._have_made(own_form)

    def _have_made(self, paper: Callable[[Session, str], str]) -> None:
        self.notice(_("正在导出……"))
        self.fetch(partial(paper, self.session, self._round), self.notice)

    def action_words(self) -> None:
        """The same as tables of text, or back to the bars."""
        self._turn_to(View.WORDS)

    def action_votes(self) -> None:
        """Who gave what, or back to the table."""
        self._turn_to(View.VOTES)

    def action_back(self) -> None:
        """To the table, and from there to the screen before; at once to whoever wanted something explained."""
        if self._view is View.TABLE or (self._view is View.STEPS and self._explained is not None):
            super().action_back()
        else:
            self._turn_to(self._view)

    def _turn_to(self, view: View) -> None:
        if self._result is None:
            return
        self._view = View.TABLE if self._view is view else view
        self.query_one("#rows", LineList).scroll_to(y=0, animate=False, force=True)
        self._draw()

    @on(LineList.Chosen)
    def _clicked(self, message: LineList.Chosen) -> None:
        page = self._page(self._width)
        row = page.row_at(message.index) if isinstance(page, ResultPage) else None
        if row is not None:
            self._go(row)

    # Drawing

    def laid_out(self) -> None:
        """Another height has room for more or less of the sum; words are wrapped anew when the list has its size."""
        if self._result is not None:
            self.call_after_refresh(self._draw)

    @property
    def _here(self) -> CriterionResult | None:
        rows = self._result.criteria if self._result else ()
        return rows[self._row] if self._row < len(rows) else None

    @property
    def _oneself(self) -> bool:
        return self._subject == self.session.person

    @property
    def _width(self) -> int:
        return self.query_one("#rows", LineList).scrollable_content_region.width

    def _page(self, width: int) -> ResultPage | TextPage | StepsPage | VotesPage:
        result, speech = self._result, language()
        assert result is not None  # noqa: S101 - drawn when it is there
        if self._view is View.WORDS:
            return TextPage(result, speech, self.glyphs, width, oneself=self._oneself)
        if self._view is View.STEPS:
            return StepsPage(result, self._here, speech, width, oneself=self._oneself, cell=self._cell)
        if self._view is View.VOTES:
            return VotesPage(self._votes, speech, width)
        groups = self.size.width >= GROUPS_FROM
        return ResultPage(result, self._row, self.glyphs, speech, groups=groups, cell=self._cell)

    def _draw(self) -> None:
        result, speech, glyphs = self._result, language(), self.glyphs
        if result is None:
            return
        person = result.subject
        who = f"{person.name} {glyphs.dot} {result.unit} {person.duty}".rstrip()
        self.heading(f"{round_title(result.title, result.mock)} {glyphs.dot} " + _("结果"), who)
        self.notice("" if result.criteria else _("还没有可以显示的考评项：没有人提交，或者评价人不足。"))
        oneself, row = self._oneself, self._here
        whole = self._view is View.TABLE and self.size.height >= LOW
        self.query_one("#sum", Block).show(lambda width: self._sum_lines(result, width, whole=whole))
        page = self._page(self._width)
        cursor = page.cursor if isinstance(page, ResultPage) else None
        self.query_one("#rows", LineList).show(page, cursor)
        self.query_one("#foot", Block).show(
            lambda width: [self._across(width), *foot_lines(result, speech, width, oneself=oneself)] if whole else []
        )
        self.query_one("#side", Block).show(
            lambda width: side_lines(row, speech, width, oneself=oneself) if row is not None else []
        )
        self.show_keys()

    def _sum_lines(self, result: Result, width: int, *, whole: bool) -> list[Line]:
        lines = total_lines(result, language(), self.glyphs, width)
        if whole:
            lines += [each for each in (trend_line(result, self.glyphs),) if each]
            lines += part_lines(result, language(), self.glyphs, width)
        return [*lines, self._across(width)] if self.size.height >= LOW else lines

    def _across(self, width: int) -> Line:
        return line(Part(self.glyphs.rule * width, "quiet"))

"""What the screen of all colleagues consists of, and how it shows what is so."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from cadre_tui.locale import _, language
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Todo
from cadre_tui.tui.answers.privacy import who_sees_what
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.colleagues.page import GridPage
from cadre_tui.tui.colleagues.words import bound_lines, criterion_lines, guidance, guidance_text, tally_line
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.imprint import end_of_rule
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.encouragement.encouraging import Encouraging
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.words.checklists.imprint import imprint
from cadre_tui.words.rounds.title import round_title

WIDE: Final = 110
"""Columns of the terminal from which on the side pane is open."""

LOW, HIGH = 20, 30
"""Lines of the terminal below which guidance stands under F1 only, and from which on it has more room."""


class ColleaguesView(Encouraging):
    """A row a colleague; beside them, or above, what the criterion asks. What is answered lives in ``Grid``."""

    CSS_PATH = "screen.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]  # noqa: RUF012

    def __init__(self, todo: Todo) -> None:
        super().__init__()
        self._todo = todo
        self._grid: Grid | None = None
        self._form: Form | None = None

    def body(self) -> ComposeResult:
        """The criterion, the people, the tally; beside them the guidance where there is room."""
        with Horizontal(id="both"):
            with Vertical(id="scoring"):
                yield Block(id="criterion")
                yield LineList(id="people")
                yield Block(id="tally")
            yield Block(id="side")
        yield Block(id="rule")

    def guidance(self) -> str:
        """How it is done, what the criterion means, who sees what."""
        told = [
            _("按数字给光标处的人评分，随后到下一个还没有评的人；一项评完，到下一项。这样对每个人用的是同一把尺子。")
        ]
        if self._grid is not None and self._grid.columns:
            column = self._grid.columns[self._grid.column]
            text = guidance_text(column, language())
            title = column.criterion.text.say(language())
            told.append(title + _("：") + text if text else title)
            told.append(self._rule())
        return "\n\n".join(told)

    def _rule(self) -> str:
        """Who sees what, in the language in use."""
        return who_sees_what(self._form) if self._form else ""

    def laid_out(self) -> None:
        """Another height has room for more or less guidance."""
        if self._grid is not None:
            self._draw()

    def _draw(self) -> None:
        grid, speech, glyphs = self._grid, language(), self.glyphs
        where = _("评价同事") + f" {glyphs.dot} " + round_title(self._todo.round_title, self._todo.mock)
        if grid is None or not grid.people or not grid.columns:
            self.heading(where)
            self.notice(_("没有要评的同事。") if grid is not None else "")
            return
        done = sum(grid.progress(row).done for row in range(len(grid.people)))
        self.heading(where, _("评完 {done}/{all} 人").format(done=done, all=len(grid.people)))
        column, rule = grid.columns[grid.column], line(Part(glyphs.rule, "quiet"))
        of = imprint(column.checklist, speech)
        told = 0 if self._wide else self._guidance_lines
        self.query_one("#criterion", Block).show(
            lambda width: [*criterion_lines(grid, speech, glyphs, width, told), _across(rule, width)]
        )
        self.query_one("#people", LineList).show(GridPage(grid, glyphs, speech), grid.row)
        self.query_one("#tally", Block).show(
            lambda width: [
                line(Part(end_of_rule(of, width, glyphs), "quiet")),
                tally_line(grid, speech, glyphs, width),
                *bound_lines(grid, speech, width),
            ]
        )
        self.query_one("#side", Block).show(lambda width: guidance(column, speech, glyphs, width, 99))
        rules = self._rule()
        self.query_one("#rule", Block).show(lambda width: [line(Part(each, "quiet")) for each in wrap(rules, width)])
        self.status(self.saving())
        self.show_keys()

    def saving(self) -> str:
        """Whether it is saved, in words."""
        return ""

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    @property
    def _guidance_lines(self) -> int:
        return 0 if self.size.height < LOW else 2 if self.size.height < HIGH else 4


def _across(rule: Line, width: int) -> Line:
    return line(Part(rule[0].text * width, rule[0].style))

"""How the grid of colleagues is laid out: a row a person, this criterion in words, the others as digits. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Ask
from cadre_tui.tui.answers.cell_drawing import in_words
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.colleagues.sheet import Cell, Column, Mark, Progress
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line, Part, line

NAME_MOST: Final = 16
DUTY_LEAST: Final = 8
WORD_MOST: Final = 14
CELL: Final = 3
"""Cells of one criterion's digit."""

HANDED_IN: Final = N_("已提交")
DONE: Final = N_("已评完")
WORDS_OWED: Final = N_("缺说明")
BEGUN: Final = N_("在评")
NOT_BEGUN: Final = N_("未评")
SEALED: Final = N_("已封存")
ANEW: Final = N_("须重填")
PROGRESS: Final = (HANDED_IN, DONE, WORDS_OWED, BEGUN, NOT_BEGUN, SEALED, ANEW)
"""How far the answers about one person can have come."""

OWED: Final = {"reason": N_("缺理由"), "evidence": N_("缺佐证")}


@dataclass(frozen=True)
class _Widths:
    """Cells of each column; 0 leaves it out. ``first`` is the first criterion whose digit is shown."""

    name: int
    duty: int
    progress: int
    word: int
    first: int
    shown: int


class GridPage:
    """A page of the line list."""

    def __init__(self, grid: Grid, glyphs: Glyphs, language: str) -> None:
        self._grid = grid
        self._glyphs = glyphs
        self._language = language
        self._laid_out: tuple[int, _Widths] | None = None
        self._said = {row: progress_in_words(grid.progress(row), glyphs) for row in range(len(grid.people))}

    def __len__(self) -> int:
        return len(self._grid.people)

    def head(self, width: int) -> Sequence[Line]:
        """What stands in which column; the criterion at the cursor between brackets."""
        widths = self._widths(width)
        parts = [
            Part("  " + fit(_("姓名"), widths.name)),
            Part("  " + fit(_("职务"), widths.duty)) if widths.duty else Part(""),
            Part("  " + fit(_("进度"), widths.progress)),
            Part("  " + fit(_("本项"), widths.word)),
            Part(self._edge(widths.first > 0, "<")),
        ]
        for column in range(widths.first, widths.first + widths.shown):
            number = str(self._grid.columns[column].number)
            parts.append(self._digit(number, "strong" if column == self._grid.column else "quiet", column, head=True))
        parts.append(Part(self._edge(widths.first + widths.shown < len(self._grid.columns), ">")))
        return (tuple(Part(part.text, part.style or "quiet", part.target) for part in parts),)

    def line(self, index: int, width: int) -> Line:
        """One person."""
        grid, widths = self._grid, self._widths(width)
        person, here = grid.people[index], index == grid.row
        style = "strong" if here else ""
        parts = [
            Part(f"{self._glyphs.cursor if here else ' '} ", style),
            Part(self._fit(person.name, widths.name), style),
        ]
        if widths.duty:
            parts.append(Part("  " + self._fit(person.duty, widths.duty), "quiet"))
        parts.append(Part("  " + self._fit(self._said[index], widths.progress)))
        cell, column = grid.cell(index, grid.column), grid.columns[grid.column]
        word, word_style = self._word(cell, column)
        parts.append(Part("  " + self._fit(word, widths.word), word_style or style, "word"))
        parts.append(Part(" "))
        for number in range(widths.first, widths.first + widths.shown):
            at_cursor = here and number == grid.column
            sign = sign_of(grid.cell(index, number), self._glyphs)
            parts.append(self._digit(sign, "cursor" if at_cursor else "", number, chosen=at_cursor))
        return line(*parts)

    def _word(self, cell: Cell, column: Column) -> tuple[str, str]:
        """The answer at this criterion, and its style."""
        if cell.mark is Mark.NOT_ASKED:
            return _("不问"), "quiet"
        if cell.mark is Mark.SEALED:
            return f"{self._glyphs.not_applicable} " + _(SEALED), "quiet"
        if cell.mark is Mark.OPEN or cell.answer is None:
            return f"{self._glyphs.not_begun} " + _("未评"), "quiet"
        said = answer_in_words(cell, column, self._language)
        if cell.mark is Mark.OWING:
            return f"{self._glyphs.wrong} {said} {_(OWED[cell.owes[0]])}", "wrong"
        return said, ""

    def _digit(self, sign: str, style: str, column: int, *, chosen: bool = False, head: bool = False) -> Part:
        left, right = self._glyphs.chosen if chosen else (" ", " ")
        text = fit(sign, CELL, "middle") if head or width_of(sign) > 1 else f"{left}{sign}{right}"
        return Part(text, style, f"column:{column}")

    def _edge(self, more: bool, sign: str) -> str:
        return sign if more else " "

    def _fit(self, text: str, width: int) -> str:
        return fit(text, width, ellipsis=self._glyphs.ellipsis)

    def _widths(self, width: int) -> _Widths:
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, self._lay_out(width))
        return self._laid_out[1]

    def _lay_out(self, width: int) -> _Widths:
        """Digits and words first; what is left is the post's; with little room the post and some digits give way.

        Nothing here follows from what was answered so far, so that no column moves while one scores.
        """
        grid = self._grid
        name = min(max([width_of(_("姓名")), *(width_of(each.name) for each in grid.people)]), NAME_MOST)
        progress, word = self._progress_most(), self._word_most()
        taken = 2 + name + 2 + progress + 2 + word + 2
        shown = max(min((width - taken) // CELL, len(grid.columns)), 1)
        first = min(max(grid.column - shown // 2, 0), len(grid.columns) - shown)
        duty = max(width_of(each.duty) for each in grid.people)
        spare = width - taken - shown * CELL - 2
        duty = max(min(duty, spare), width_of(_("职务"))) if duty and spare >= DUTY_LEAST else 0
        return _Widths(name, duty, progress, word, first, shown)

    def _progress_most(self) -> int:
        """What the widest progress takes that anybody could come to."""
        asked = sum(each.criterion.required for each in self._grid.columns)
        most = f"{self._glyphs.done} {asked}/{asked} "
        return max(width_of(_("进度")), width_of(most) + max(width_of(_(each)) for each in PROGRESS))

    def _word_most(self) -> int:
        """What the widest answer takes that could be given to any criterion."""
        if any(not each.options or _may_owe(each) for each in self._grid.columns):
            return WORD_MOST
        options = [
            width_of(option.text.say(self._language)) for each in self._grid.columns for option in each.options
        ]
        sealed = [width_of(_(SEALED)) + 2] if any(map(self._grid.sealed, range(len(self)))) else []
        return min(max([width_of(_("本项")), width_of(_("未评")) + 2, *sealed, *options]), WORD_MOST)


def _may_owe(column: Column) -> bool:
    """Whether some answer is to be given reasons or evidence for."""
    return not {column.criterion.reason, column.criterion.evidence} <= {Ask.NONE, Ask.OPTIONAL}


def sign_of(cell: Cell, glyphs: Glyphs) -> str:
    """What stands for a cell in one letter: the option's digit, or a sign."""
    if cell.mark in (Mark.NOT_ASKED, Mark.SEALED):
        return glyphs.not_applicable
    if cell.mark is Mark.OPEN:
        return " "
    if cell.mark is Mark.OWING:
        return glyphs.wrong
    if cell.answer is not None and cell.answer.na:
        return "x"
    return str(cell.option) if cell.option else glyphs.done


def answer_in_words(cell: Cell, column: Column, language: str) -> str:
    """What was answered."""
    if cell.answer is None:
        return ""
    if cell.answer.na:
        return _("不适用")
    if cell.option:
        return column.options[cell.option - 1].text.say(language)
    return in_words(cell.answer, column.drawing) or _("已填")


def progress_in_words(progress: Progress, glyphs: Glyphs) -> str:
    """A sign, how many of how many, and a word."""
    share = f"{progress.answered}/{progress.asked}"
    if progress.handed_in:
        return f"{glyphs.done} {share} " + _(HANDED_IN)
    if progress.sealed:
        return f"{glyphs.done} {share} " + _(SEALED) if progress.done else f"{glyphs.wrong} " + _(ANEW)
    if progress.done:
        return f"{glyphs.done} {share} " + _(DONE)
    if progress.owing and progress.answered == progress.asked:
        return f"{glyphs.wrong} {share} " + _(WORDS_OWED)
    if progress.answered:
        return f"{glyphs.begun} {share} " + _(BEGUN)
    return f"{glyphs.not_begun} {share} " + _(NOT_BEGUN)

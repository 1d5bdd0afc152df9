"""What stands around the grid of colleagues: the criterion, how often each option was given, who sees what. Pure."""

from collections.abc import Sequence
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.scoring import validity
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.colleagues.sheet import Column
from cadre_tui.tui.drawing.columns import cut, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line, Part, clipped, line, line_width, sides
from cadre_tui.words.checklists.errata import beside, beside_criterion

BY_FORM: Final = N_("这一项不是选等次：按 Enter 打开这位同事的评价表来填。")


def criterion_lines(grid: Grid, language: str, glyphs: Glyphs, width: int, guidance_lines: int) -> Sequence[Line]:
    """The criterion at the cursor with its number, its section, its options and some of its guidance."""
    column = grid.columns[grid.column]
    number = f"{column.number}/{len(grid.columns)}  "
    section = Part(cut(column.section.say(language), width // 3, glyphs.ellipsis), "quiet")
    text = wrap(column.criterion.text.say(language), width - len(number) - section.width - 2)
    lines = [sides(line(Part(number, "quiet"), Part(text[0], "strong")), (section,), width)]
    lines += [line(" " * len(number), Part(each, "strong")) for each in text[1:]]
    told = beside_criterion(column.errata, column.checklist, column.criterion, language)
    lines += [line(Part(each, "strong")) for erratum in told for each in wrap(erratum, width)]
    lines += option_lines(column, language, width)
    return [*lines, *guidance(column, language, glyphs, width, guidance_lines)]


def option_lines(column: Column, language: str, width: int) -> list[Line]:
    """``1 好   2 较好   3 一般``, on as many lines as it takes."""
    if not column.options:
        return [line(Part(each, "quiet")) for each in wrap(_(BY_FORM), width)]
    lines: list[Line] = []
    row: Line = ()
    options = [(str(number), option.text.say(language)) for number, option in enumerate(column.options, 1)]
    options += [("x", _("不适用"))] if column.criterion.allow_na else []
    for key, text in options:
        piece = line(Part(key, "strong"), Part(f" {text}"))
        gap = line("   ") if row else ()
        if row and line_width((*row, *gap, *piece)) > width:
            lines.append(row)
            row, gap = (), ()
        row = (*row, *gap, *piece)
    return [*lines, row]


def guidance(column: Column, language: str, glyphs: Glyphs, width: int, most: int) -> list[Line]:
    """The guidance in at most that many lines; where it is longer, F1 is named, which shows the whole."""
    told = guidance_text(column, language)
    if not told or most < 1:
        return []
    lines = wrap(told, width)
    if len(lines) > most:
        more = f"{glyphs.ellipsis} F1"
        gap = " " if lines[most - 1][-1:].isascii() else ""
        last = cut(lines[most - 1] + gap + lines[most], width - width_of(more), "")
        lines = [*lines[: most - 1], last + more]
    return [line(Part(each, "quiet")) for each in lines]


def guidance_text(column: Column, language: str) -> str:
    """The guidance, and what stands beside it."""
    text = column.criterion.guidance
    erratum = beside(column.errata, ("criterion", column.criterion.id, "guidance"), language)
    return " ".join(filter(None, (text.say(language) if text else "", erratum)))


def bound_lines(grid: Grid, language: str, width: int) -> list[Line]:
    """``“优秀”不超过 4 人，现在 2 人``, and how much may stay blank; nothing where the round has no such rule."""
    told: list[Part] = []
    if grid.bounds.best is not None:
        most, best = validity.most_best(grid.bounds.best, grid.judged), len(grid.best)
        grade = grid.bounds.grade
        name = _("“{grade}”").format(grade=grade.text.say(language)) if grade else _("最好的等次")
        rule = _("{grade}不超过 {most} 人，现在 {count} 人").format(grade=name, most=most, count=best)
        told.append(Part(rule, "wrong" if best > most else ""))
    if grid.bounds.blanks is not None:
        asked = max((grid.progress(row).asked for row in range(len(grid.people))), default=0)
        most = validity.most(grid.bounds.blanks, asked)
        gap = "   " if told else ""
        told.append(Part(gap + _("每人最多可以空 {most} 项，算“不了解”").format(most=most), "quiet"))
    return [clipped(line(*told), width)] if told else []


def tally_line(grid: Grid, language: str, glyphs: Glyphs, width: int) -> Line:
    """``已评：好 2 · 较好 3`` and how many are left."""
    column = grid.columns[grid.column]
    left = grid.left(grid.column)
    rest = _("本项还有 {count} 人未评").format(count=left) if left else _("本项都评了")
    counted = [f"{text.say(language)} {count}" for text, count in grid.tally(grid.column)]
    given = _("已评：{tally}").format(tally=f" {glyphs.dot} ".join(counted)) if counted else ""
    end = Part(rest, "strong")
    room = width - end.width - 2
    start = Part(cut(given or column.criterion.text.say(language), room, glyphs.ellipsis))
    return sides((start,), (end,), width)

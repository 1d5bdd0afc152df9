"""Words of encouragement as lines. Pure."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.oversight.voices import CommendationLine
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.home.page import rule
from cadre_tui.words.oversight.encouragement import day, from_whom, judged
from cadre_tui.words.rounds.title import round_title

BAR: Final = 24
"""Cells of a bar, at most."""


def count_rows(counts: Sequence[tuple[str, int]], glyphs: Glyphs) -> list[Row]:
    """A line a unit: how many it received, those with the most first."""
    found = [rule(_("各单位收到的"), "", glyphs)]
    if not counts:
        return [*found, words(line("  ", _("还没有人写。")))]
    most = max(number for _unit, number in counts)
    return [*found, *(Row(partial(_count, unit, number, most, glyphs)) for unit, number in counts)]


def _count(unit: str, number: int, most: int, glyphs: Glyphs, width: int, here: bool) -> Line:
    del here
    name = min(max(width // 3, 14), 30)
    room = min(max(width - name - 16, 8), BAR)
    told = _("{count} 句").format(count=number)
    bar = Part(glyphs.bar(number / most, room), "strong")
    return line("  ", fit(unit, name - 1, ellipsis=glyphs.ellipsis), " ", bar, f"  {told}")


def reported_rows(lines: Sequence[CommendationLine], glyphs: Glyphs, width: int) -> list[Row]:
    """What was reported, to be judged."""
    found = [rule(_("被举报的留言"), "", glyphs)]
    if not lines:
        return [*found, words(line("  ", _("没有被举报的留言。"))), blank()]
    for each in lines:
        found += _one(each, glyphs, width, reported=True)
    return [*found, blank()]


def rows(lines: Sequence[CommendationLine], glyphs: Glyphs, width: int) -> list[Row]:
    """By round: who wrote about what, and beneath it what was written, wrapped for so many cells."""
    if not lines:
        return [words(line(_("还没有收到鼓励。")))]
    found: list[Row] = []
    headed = ""
    for each in lines:
        title = round_title(each.title, each.mock)
        if title != headed:
            found += [*([blank()] if found else []), words(line(Part(title, "strong")))]
            headed = title
        found += _one(each, glyphs, width, reported=False)
    return found


def _one(each: CommendationLine, glyphs: Glyphs, width: int, *, reported: bool) -> list[Row]:
    found = [Row(partial(_head, each, glyphs, reported), lambda: None, each.commendation.id)]
    found += _under(each.commendation.text, width)
    return found + (_under(judged(each), width) if judged(each) else [])


def _head(each: CommendationLine, glyphs: Glyphs, reported: bool, width: int, here: bool) -> Line:
    when = day(each)[:10]
    sign = glyphs.wrong if each.commendation.report and not each.commendation.hidden else glyphs.dot
    what = from_whom(each)
    if reported:
        what = _("写给 {name}（{unit}）").format(name=each.receiver, unit=each.unit)
    room = max(min(width, 100) - 4 - width_of(when) - 2, 8)
    told = f" {sign} " + fit(what, room, ellipsis=glyphs.ellipsis)
    return line(Part(glyphs.cursor if here else " ", "next"), Part(told, "next" if here else ""), f" {when}")


def _under(text: str, width: int) -> list[Row]:
    return [words(line("     ", Part(each, "quiet"))) for each in wrap(text, max(min(width, 100) - 5, 10))]

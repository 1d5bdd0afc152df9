"""This round beside former ones: the mean total as a course, and what rose and fell most. Pure."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Final

from cadre_tui.locale import _, language
from cadre_tui.model.results.county_result import CountyResult, CriterionAsked, FormerRound, Sides
from cadre_tui.tui.county import cells
from cadre_tui.tui.drawing.columns import cut, fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.drawing.spark import spark
from cadre_tui.words.county import figures as told
from cadre_tui.words.results.comparing import course_told
from cadre_tui.words.rounds.title import round_title

MOST: Final = 5
"""So many criteria that rose most, and that fell most."""

TIMES: Final = 8
"""Former rounds that are shown, at most."""


def rows(
    found: CountyResult, sides: Sides, glyphs: Glyphs, go: Callable[[CriterionAsked], object], *, county: bool
) -> list[Row]:
    """The course of the county alone; what changed of a unit, too."""
    shown = _course(found, glyphs) if county else [_unit_change(sides, glyphs)]
    changed = [
        (reached.change, each)
        for each in found.criteria
        for reached in [sides.everybody.criteria.get(each.key)]
        if reached is not None and reached.change
    ]
    rose = sorted((each for each in changed if each[0] > 0), key=lambda each: -each[0])[:MOST]
    fell = sorted((each for each in changed if each[0] < 0), key=lambda each: each[0])[:MOST]
    for title, those in ((_("升得最多"), rose), (_("降得最多"), fell)):
        if those:
            shown += [blank(), rule(title, _("占满分的百分点；只比意思没有变的考评项"), glyphs)]
            shown += [_changed(number, each, sides, glyphs, go) for number, each in those]
    if not changed:
        shown += [blank(), words(line("  ", Part(_("没有可以和上一轮相比的考评项。"), "quiet")))]
    return shown


def _course(found: CountyResult, glyphs: Glyphs) -> list[Row]:
    former = found.course[-TIMES:]
    now = found.county.everybody.total
    if not former:
        return [rule(_("历轮"), "", glyphs), words(line("  ", _("还没有以前的轮次可比。")))]
    means = [*(each.mean for each in former), now.mean if now else None]
    drawn = spark(means, glyphs)
    shown = [rule(_("历轮"), _("全县均分"), glyphs), words(line("  ", Part(drawn, "strong")))]
    for each in former:
        shown.append(Row(partial(_round_line, each, glyphs)))
        if why := course_told(each):
            shown.append(Row(partial(_apart_line, why, glyphs)))
    title = round_title(found.title, found.mock)
    text = cells.tidy(told.mean(found.county.everybody), glyphs)
    return [*shown, Row(partial(_figure_line, title, text, found.county.everybody.scored, _("这一轮")))]


def _round_line(each: FormerRound, glyphs: Glyphs, width: int, here: bool) -> Line:
    del glyphs
    text = _(told.KEPT) if each.mean is None else str(each.mean)
    more = "" if each.same else _("考评表或权重不同，不能直接比")
    return _figure_line(each.title.say(language()), text, each.people, more, width, here)


def _apart_line(why: str, glyphs: Glyphs, width: int, here: bool) -> Line:
    """Which criteria cannot be compared, and why, as far as the line goes; the table has all of it."""
    del here
    told = _("不能比的：{list}").format(list=why)
    return line("    ", Part(cut(told, max(width - 6, 10), glyphs.ellipsis), "quiet"))


def _figure_line(title: str, text: str, people: int, more: str, width: int, here: bool) -> Line:
    del here
    end = f"{text:>8}  " + _("共 {count} 人").format(count=people) + f"  {more}"
    name = min(max(width - 46, 20), 40)
    return line("  ", fit(title, name) + end)


def _unit_change(sides: Sides, glyphs: Glyphs) -> Row:
    change = cells.change(sides.everybody.change, glyphs)
    text = _("均分 {mean}，比上轮 {change}") if change else _("均分 {mean}，没有可以相比的上一轮")
    return words(line("  ", text.format(mean=cells.tidy(told.mean(sides.everybody), glyphs), change=change)))


def _changed(
    number: Decimal, each: CriterionAsked, sides: Sides, glyphs: Glyphs, go: Callable[[CriterionAsked], object]
) -> Row:
    def draw(width: int) -> str:
        end = fit(cells.change(number, glyphs), 8) + cells.share(sides.everybody, each.key, 20, glyphs)
        return (
            fit(each.text.say(language()), max(width - width_of(end) - 1, 20), ellipsis=glyphs.ellipsis) + " " + end
        )

    return cells.entry(draw, glyphs, partial(go, each), f"{'rose' if number > 0 else 'fell'} {each.key}")

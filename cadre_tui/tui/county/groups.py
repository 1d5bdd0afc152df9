"""Units and levels, a line each: how many, the mean, leaders beside others, how grades are spread. Pure."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Final

from cadre_tui.locale import _, language
from cadre_tui.model.results.county_result import CountyResult, LevelFigures, UnitFigures
from cadre_tui.tui.county import cells
from cadre_tui.tui.drawing.columns import fit, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words import terms
from cadre_tui.words.county import figures as told

PEOPLE: Final = 7
CHANGE: Final = 7
SIDE: Final = 9
GRADES: Final = 11


def matching(units: Sequence[UnitFigures], typed: str) -> list[UnitFigures]:
    """The units whose name or id holds every word that was typed."""
    wanted = typed.casefold().split()
    return [each for each in units if all(word in f"{each.name} {each.id}".casefold() for word in wanted)]


def unit_rows(found: CountyResult, typed: str, glyphs: Glyphs, go: Callable[[UnitFigures], object]) -> list[Row]:
    """In the roster's order."""
    shown = matching(found.units, typed)
    head = [rule(_("单位"), _grades(found), glyphs), cells.heading(_unit_head)]
    if not shown:
        return [*head, words(line("  ", _("没有找到，请换个词。") if typed else _("没有可以看的单位。")))]
    return [
        *head,
        *(
            cells.entry(partial(_unit, each, found.full, glyphs), glyphs, partial(go, each), f"unit {each.id}")
            for each in shown
        ),
    ]


def level_rows(found: CountyResult, glyphs: Glyphs, width: int) -> list[Row]:
    """Leaders' levels first."""
    return [
        rule(_("层级"), _grades(found), glyphs),
        cells.heading(_level_head),
        *(Row(partial(_level, each, found.full, glyphs)) for each in found.levels),
        words(line("")),
        *(words(line("  ", Part(each, "quiet"))) for each in wrap(told.who_leads(), width - 4)),
    ]


def _grades(found: CountyResult) -> str:
    names = "/".join(each.say(language()) for each in found.grades)
    return _("等次依次为：{grades}").format(grades=names) if names else ""


def _widths(width: int) -> tuple[int, int]:
    """The cells of a name, and of the mean with its bar."""
    name = min(max(width // 5, 15), 26)
    return name, min(max(width - name - PEOPLE - 2 * SIDE - CHANGE - GRADES, 8), cells.BAR + cells.NUMBER)


def _unit_head(width: int) -> str:
    name, mean = _widths(width)
    sides = "".join(fit(told.side(each), SIDE, ellipsis="") for each in told.SIDES if each)
    words_of = fit(_("单位"), name) + fit(_("总人数"), PEOPLE, ellipsis="") + fit("  " + _("均分"), mean) + sides
    return words_of + fit(_("升降"), CHANGE, ellipsis="") + _("等次")


def _unit(each: UnitFigures, full: Decimal, glyphs: Glyphs, width: int) -> str:
    name, mean = _widths(width)
    everybody = each.sides.everybody
    sides = "".join(fit(cells.tidy(told.mean(each.sides.of(of)), glyphs), SIDE) for of in told.SIDES if of)
    return (
        fit(each.name, name - 1, ellipsis=glyphs.ellipsis)
        + " "
        + fit(str(everybody.people), PEOPLE)
        + cells.mean(everybody, full, mean, glyphs)
        + sides
        + fit(cells.change(everybody.change, glyphs), CHANGE)
        + cells.tidy(told.grades_spread(everybody), glyphs)
    )


def _level_head(width: int) -> str:
    name, mean = _widths(width)
    start = fit(_("层级"), name) + fit(_("总人数"), PEOPLE, ellipsis="") + fit("  " + _("均分"), mean)
    return start + fit(_("中位数"), SIDE) + fit(_("中间一半"), SIDE + CHANGE) + _("等次")


def _level(each: LevelFigures, full: Decimal, glyphs: Glyphs, width: int, here: bool) -> tuple[Part, ...]:
    del here
    name, mean = _widths(width - 2)
    figures = each.figures
    start = fit(terms.level(each.level), name - 1, ellipsis=glyphs.ellipsis) + " " + fit(str(figures.people), PEOPLE)
    median, half = (cells.tidy(text, glyphs) for text in (told.median(figures), told.quartiles(figures)))
    end = fit(median, SIDE) + fit(half, SIDE + CHANGE) + cells.tidy(told.grades_spread(figures), glyphs)
    drawn = cells.mean(figures, full, mean, glyphs)
    return line("  ", start + drawn + end)

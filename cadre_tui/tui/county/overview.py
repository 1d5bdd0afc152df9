"""The whole at a glance: totals, the four focal checks as a profile, grades; leaders beside others. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from cadre_tui.locale import _, language
from cadre_tui.model.checklists.checklist import Focus, Purpose
from cadre_tui.model.results.county_result import CountyResult, Side, Sides, UnitFigures, profile_key
from cadre_tui.tui.county import cells, foci
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.county import figures as told
from cadre_tui.words.results.result import BY


@dataclass(frozen=True)
class Doors:
    """What choosing a line opens: the criteria of a focal check (None: all), the units."""

    criteria: Callable[[Focus | None], object]
    units: Callable[[], object]


def rows(found: CountyResult, unit: UnitFigures | None, glyphs: Glyphs, doors: Doors) -> list[Row]:
    """All of it, of the county or of one ``unit``."""
    sides = unit.sides if unit else found.county
    return [
        *_totals(found, sides, glyphs, doors),
        blank(),
        *_profile(found, sides, glyphs, doors),
        *_profile_before(found, unit, glyphs, doors),
        *_grades(found, sides, glyphs, doors),
    ]


def label_width() -> int:
    """The cells of the longest name that stands before figures."""
    return max(width_of(each) for each in (*map(told.side, told.SIDES), *map(told.focus, Focus))) + 2


def _totals(found: CountyResult, sides: Sides, glyphs: Glyphs, doors: Doors) -> list[Row]:
    shown = [rule(_("总分"), told.difference(sides), glyphs), cells.heading(_totals_head)]
    for each in told.SIDES:
        if sides.of(each).people:
            draw = partial(_total_line, sides, each, found.full, glyphs)
            shown.append(cells.entry(draw, glyphs, partial(doors.criteria, None), f"total {each}"))
    return shown


def _total_widths(width: int) -> tuple[int, int, int, int, int]:
    """The cells of how many, of the mean with its bar, of the change, the median, the middle half."""
    people, change, median, half = 7, 9, 9, 14
    return people, max(width - label_width() - people - change - median - half, 8), change, median, half


def _totals_head(width: int) -> str:
    names = (_("总人数"), "  " + _("均分"), _("升降"), _("中位数"), _("中间一半"))
    return " " * label_width() + "".join(fit(*each) for each in zip(names, _total_widths(width), strict=True))


def _total_line(sides: Sides, side: Side | None, full: Decimal, glyphs: Glyphs, width: int) -> str:
    people, mean, change, median, half = _total_widths(width)
    figures = sides.of(side)
    return (
        fit(told.side(side), label_width())
        + fit(str(figures.people), people)
        + cells.mean(figures, full, mean, glyphs)
        + fit(cells.change(figures.change, glyphs), change)
        + fit(cells.tidy(told.median(figures), glyphs), median)
        + fit(cells.tidy(told.quartiles(figures), glyphs), half)
    )


def told_by(found: CountyResult) -> list[Purpose]:
    """By whose answers focal checks are told."""
    by = {each.by for each in found.criteria if each.focus is not None}
    return [each for each in Purpose if each in by]


def _profile(found: CountyResult, sides: Sides, glyphs: Glyphs, doors: Doors) -> list[Row]:
    shown: list[Row] = []
    for by in told_by(found):
        more = f" {glyphs.dot} ".join((_(BY[by]), _("得分占满分的百分比")))
        shown += [rule(_("四项重点"), more, glyphs), *([] if shown else [cells.heading(sides_head)])]
        for focus in Focus:
            draw = partial(_profile_line, sides, focus, by, glyphs)
            shown.append(cells.entry(draw, glyphs, partial(doors.criteria, focus), f"{by} {focus}"))
    return [*shown, blank()] if shown else []


def _profile_before(found: CountyResult, unit: UnitFigures | None, glyphs: Glyphs, doors: Doors) -> list[Row]:
    """How the focal checks went since former rounds."""
    label = label_width()
    shown = [row for by in told_by(found) for row in foci.rows(found, unit, by, glyphs, label, doors.criteria)]
    return [*shown, blank()] if shown else []


def sides_head(width: int) -> str:
    """The names of the three columns."""
    room = (width - label_width()) // 3
    return " " * label_width() + "".join(fit("  " + told.side(each), room) for each in told.SIDES)


def _profile_line(sides: Sides, focus: Focus, by: Purpose, glyphs: Glyphs, width: int) -> str:
    room = (width - label_width()) // 3
    measure = profile_key(by, focus)
    drawn = (cells.share(sides.of(side), measure, room, glyphs) for side in told.SIDES)
    return fit(told.focus(focus), label_width()) + "".join(drawn)


def _grades(found: CountyResult, sides: Sides, glyphs: Glyphs, doors: Doors) -> list[Row]:
    if not found.grades:
        return [words(line("  ", Part(_("这一轮不评等次。"), "quiet")))]
    rows_of = [rule(_("等次分布"), _("人数和占有总分的人的百分比"), glyphs), cells.heading(sides_head)]
    places = range(len(found.grades) + _ungraded(sides))
    return [
        *rows_of,
        *(
            cells.entry(partial(_grade_line, found, sides, at, glyphs), glyphs, doors.units, f"grade {at}")
            for at in places
        ),
    ]


def _ungraded(sides: Sides) -> bool:
    return any((sides.of(each).grades or (0,))[-1] for each in told.SIDES)


def _grade_line(found: CountyResult, sides: Sides, at: int, glyphs: Glyphs, width: int) -> str:
    room = (width - label_width()) // 3
    name = found.grades[at].say(language()) if at < len(found.grades) else _("无等次")
    drawn = []
    for each in told.SIDES:
        figures = sides.of(each)
        if figures.grades is None:
            drawn.append(fit("  " + cells.tidy(told.missing(figures, "grades"), glyphs), room))
        else:
            drawn.append(cells.count(figures.grades[at], figures.scored, room, glyphs))
    return fit(name, label_width(), ellipsis=glyphs.ellipsis) + "".join(drawn)

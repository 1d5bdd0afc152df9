"""Criteria, the weakest first; and one of them: how people are spread over it, by side and by unit. Pure."""

from collections.abc import Callable
from functools import partial
from typing import Final

from cadre_tui.locale import _, language
from cadre_tui.model.checklists.checklist import Focus
from cadre_tui.model.results.county_result import CountyResult, CriterionAsked, Figures, Sides, UnitFigures
from cadre_tui.tui.county import cells
from cadre_tui.tui.county.overview import label_width, sides_head
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.county import figures as told
from cadre_tui.words.results.result import BY

LEAST_NAME: Final = 24
UNIT_NAME: Final = 18
CHANGE: Final = 7
WIDEST: Final = 100


def rows(
    found: CountyResult, sides: Sides, focus: Focus | None, glyphs: Glyphs, go: Callable[[CriterionAsked], object]
) -> list[Row]:
    """Those of one focal check (None: all), what is kept back at the end."""
    weakest = [asked for asked, _reached in found.weakest(sides.everybody)]
    kept = [each for each in found.criteria if each.key in sides.everybody.kept_back]
    shown = [each for each in (*weakest, *kept) if focus in (None, each.focus)]
    which = _("弱的在前") if focus is None else told.focus(focus)
    head = [rule(_("考评项"), f" {glyphs.dot} ".join((which, _("得分占满分的百分比"))), glyphs), cells.heading(_head)]
    if not shown:
        return [*head, words(line("  ", _("没有可以显示的考评项。")))]
    return [
        *head,
        *(cells.entry(partial(_line, each, sides, glyphs), glyphs, partial(go, each), each.key) for each in shown),
    ]


def _widths(width: int) -> tuple[int, int, int]:
    """The cells of the name, of by whom, of each side."""
    by = max(width_of(_(each)) for each in BY.values()) + 2
    name = max(min(width // 3, 40), LEAST_NAME)
    return name, by, max((width - name - by - CHANGE) // 3, 8)


def _head(width: int) -> str:
    name, by, side = _widths(width)
    sides = "".join(_over(told.side(each), side) for each in told.SIDES)
    return fit(_("考评项"), name) + fit(_("谁评的"), by, ellipsis="") + sides + fit(_("升降"), CHANGE, ellipsis="")


def _over(name: str, room: int) -> str:
    """The name of a column of figures: as far in as there is room for, and never against the next."""
    indent = max(min(room - 1 - width_of(name), 2), 0)
    return fit(" " * indent + name, room - 1) + " "


def _line(each: CriterionAsked, sides: Sides, glyphs: Glyphs, width: int) -> str:
    name, by, side = _widths(width)
    found = sides.everybody.criteria.get(each.key)
    return (
        fit(each.text.say(language()), name - 1, ellipsis=glyphs.ellipsis)
        + " "
        + fit(_(BY[each.by]), by)
        + "".join(cells.share(sides.of(of), each.key, side, glyphs) for of in told.SIDES)
        + cells.change(found.change if found else None, glyphs)
    )


def one(
    found: CountyResult,
    sides: Sides,
    asked: CriterionAsked,
    glyphs: Glyphs,
    go: Callable[[UnitFigures], object],
    width: int,
) -> list[Row]:
    """One criterion: the bands for everybody, leaders and others; each unit's share, the weakest first."""
    by = _("{who}，满分 {points} 分").format(who=_(BY[asked.by]), points=f"{asked.points.normalize():f}")
    shown = [rule(asked.text.say(language()), by, glyphs), cells.heading(sides_head)]
    shown.append(_side_line(_("均分"), sides, partial(_average, asked, glyphs)))
    for at, band in enumerate(told.bands()):
        shown.append(_side_line(band, sides, partial(_band, asked, at, glyphs)))
    if asked.guidance:
        shown += [blank(), *_paragraph(asked.guidance.say(language()), width)]
    if found.units:
        shown += [blank(), rule(_("单位"), _("弱的在前"), glyphs), cells.heading(_unit_head)]
        shown += [
            cells.entry(partial(_unit_line, each, asked, glyphs), glyphs, partial(go, each), f"unit {each.id}")
            for each in weakest_units(found, asked)
        ]
    return shown


def weakest_units(found: CountyResult, asked: CriterionAsked) -> list[UnitFigures]:
    """By what share of the criterion they reached; those of which that is kept back at the end."""

    def share(unit: UnitFigures) -> tuple[bool, object]:
        reached = unit.sides.everybody.criteria.get(asked.key)
        return reached is None, reached.share if reached else 0

    return sorted(found.units, key=share)


def _side_line(name: str, sides: Sides, cell: Callable[[Figures, int], str]) -> Row:
    def draw(width: int) -> str:
        room = (width - label_width()) // 3
        return fit(name, label_width()) + "".join(cell(sides.of(each), room) for each in told.SIDES)

    return Row(lambda width, _here: line("  ", draw(width - 2)))


def _average(asked: CriterionAsked, glyphs: Glyphs, figures: Figures, width: int) -> str:
    return cells.share(figures, asked.key, width, glyphs)


def _band(asked: CriterionAsked, at: int, glyphs: Glyphs, figures: Figures, width: int) -> str:
    reached = figures.criteria.get(asked.key)
    if reached is None or reached.bands is None:
        kept = told.missing(figures, asked.key) if reached is None else _(told.KEPT)
        return fit("  " + cells.tidy(kept, glyphs), width)
    return cells.count(reached.bands[at], reached.people, width, glyphs)


def _unit_line(unit: UnitFigures, asked: CriterionAsked, glyphs: Glyphs, width: int) -> str:
    room = (width - UNIT_NAME) // 3
    name = fit(unit.name, UNIT_NAME - 1, ellipsis=glyphs.ellipsis) + " "
    return name + "".join(cells.share(unit.sides.of(each), asked.key, room, glyphs) for each in told.SIDES)


def _unit_head(width: int) -> str:
    room = (width - UNIT_NAME) // 3
    return fit(_("单位"), UNIT_NAME) + "".join(fit("  " + told.side(each), room) for each in told.SIDES)


def _paragraph(text: str, width: int) -> list[Row]:
    return [words(line("  ", Part(each, "quiet"))) for each in wrap(text, min(width, WIDEST) - 4)]

"""How study stands, drawn: columns for the whole, leaders, all others, units and levels; then what is due. Pure."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from cadre_tui.locale import _, pgettext
from cadre_tui.model.study.views import PersonYear, StudyOverview
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.study import overview, terms

NAME = 22
MOST_DUE = 200
"""Lines of what is due; of more the number is told."""


def rows(
    page: StudyOverview,
    glyphs: Glyphs,
    width: int,
    unit: Callable[[str], object],
    person: Callable[[str], object],
) -> list[Row]:
    """The whole page."""
    heads = overview.headings()
    shown = _columns(heads, width)
    head = Row(partial(_cells, heads, shown, glyphs, "quiet"))
    held = _("集中学习已办 {held} 次，还有 {planned} 次。").format(held=page.held, planned=page.planned)
    found: list[Row] = [words(line("  ", held)), blank(), head]
    whole, leaders, others, *units = overview.rows(page)
    found += [Row(partial(_cells, each, shown, glyphs, "")) for each in (whole, leaders, others)]
    found += [blank(), rule(pgettext("heading", "按单位"), "", glyphs)]
    found += [
        Row(partial(_cells, each, shown, glyphs, ""), partial(unit, each[0]), f"unit {each[0]}") for each in units
    ]
    found += [blank(), rule(_("按层级"), "", glyphs)]
    levels = (overview.cells(each, overview.level_name(each.name)) for each in page.levels)
    found += [Row(partial(_cells, each, shown, glyphs, "")) for each in levels]
    if page.due:
        found += [blank(), rule(_("该办的"), str(len(page.due)), glyphs)]
    for each in page.due[:MOST_DUE]:
        told = (each.person.name, each.unit, terms.due(each))
        found.append(
            Row(partial(_due, told, glyphs), partial(person, each.person.id), f"due {each.what} {each.person.id}")
        )
    if len(page.due) > MOST_DUE:
        found.append(words(line("  ", _("……共 {count} 件").format(count=len(page.due)))))
    return found


def people(page: Sequence[PersonYear], glyphs: Glyphs, today: date, go: Callable[[str], object]) -> list[Row]:
    """A line a person."""
    return [Row(partial(_person, each, glyphs, today), partial(go, each.person.id), each.person.id) for each in page]


def _columns(heads: Sequence[str], width: int) -> list[int]:
    """The cells of each column; those that do not fit are left out, the last ones first."""
    found, room = [NAME], width - NAME - 3
    for head in heads[1:]:
        cells = max(width_of(head), 6) + 1
        if cells > room:
            break
        found.append(cells)
        room -= cells
    return found


def _cells(told: Sequence[str], columns: Sequence[int], glyphs: Glyphs, style: str, width: int, here: bool) -> Line:
    del width
    first = fit(told[0], columns[0], ellipsis=glyphs.ellipsis)
    rest = "".join(fit(cell, room, "right") for cell, room in zip(told[1:], columns[1:], strict=False))
    return line(Part(f"{glyphs.cursor} " if here else "  ", "next"), Part(first + rest, "next" if here else style))


def _due(told: tuple[str, str, str], glyphs: Glyphs, width: int, here: bool) -> Line:
    name, unit, what = told
    return line(
        Part(f"{glyphs.cursor} " if here else "  ", "next"),
        Part(fit(name, 12, ellipsis=glyphs.ellipsis), "next" if here else ""),
        fit(unit, 20, ellipsis=glyphs.ellipsis),
        "  ",
        fit(what, max(width - 38, 8), ellipsis=glyphs.ellipsis),
    )


def _person(year: PersonYear, glyphs: Glyphs, today: date, width: int, here: bool) -> Line:
    sums = year.sums
    overdue = year.plan.overdue(today)
    wrong = bool(year.behind or overdue or sums.absent or year.waiting)
    parts = [
        _("学时 {hours}/{asked}").format(hours=terms.hours(sums.hours), asked=terms.hours(year.asked)),
        _("出勤 {attended}/{all}").format(attended=sums.attended, all=len(sums.sessions)),
        _("计划 {done}/{all}").format(done=year.plan.done, all=len(year.plan.kept)),
    ]
    if year.behind:
        parts.append(_("落后 {hours}").format(hours=terms.hours(year.behind)))
    if year.waiting:
        parts.append(_("待核对 {count}").format(count=len(year.waiting)))
    return line(
        Part(f"{glyphs.cursor} " if here else "  ", "next"),
        Part(glyphs.wrong if wrong else glyphs.done, "wrong" if wrong else ""),
        " ",
        Part(fit(year.person.name, 12, ellipsis=glyphs.ellipsis), "next" if here else ""),
        fit("  ".join(parts), max(width - 17, 8), ellipsis=glyphs.ellipsis),
    )

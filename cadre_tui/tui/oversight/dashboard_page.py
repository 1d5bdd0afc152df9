"""The county at a glance: what stands on the dashboard. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from cadre_tui.locale import _, language, ngettext
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import RoundStatus
from cadre_tui.model.oversight.progress import Counts, GroupLine, UnitLine
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.oversight.bars import cell, further, stacked, told
from cadre_tui.words import terms
from cadre_tui.words.oversight.uncounted import uncounted

BAR: Final = 24
"""Cells of a bar of the whole, at most."""

HALF: Final = 0.5


@dataclass(frozen=True)
class Doors:
    """What choosing a line opens."""

    unit: Callable[[UnitLine], object]
    group: Callable[[GroupLine], object]


def menu(status: RoundStatus, typed: str, glyphs: Glyphs, doors: Doors) -> Menu:
    """The whole on top, then unit by unit, those that lag first; then the rater groups where there are some."""
    rows = [blank(), *whole(status, glyphs), next_step(status), blank()]
    if status.groups and not typed:
        rows += [rule(_("按评价主体"), "", glyphs), *(_group(each, glyphs, doors) for each in status.groups), blank()]
    purposes = [purpose for purpose in Purpose if purpose in status.counts]
    found = matching(status.units, typed)
    rows.append(Row(partial(_head, purposes)))
    rows += [_unit(each, purposes, glyphs, doors) for each in sorted(found, key=lambda each: each.whole.share)]
    if not found:
        rows.append(words(line("  ", _("没有找到，请换个词。") if typed else uncounted(status.line))))
    return Menu(rows)


def matching(units: Sequence[UnitLine], typed: str) -> list[UnitLine]:
    """The units whose name or id holds every word that was typed."""
    wanted = typed.casefold().split()
    return [each for each in units if all(word in f"{each.unit} {each.id}".casefold() for word in wanted)]


def whole(status: RoundStatus, glyphs: Glyphs) -> list[Row]:
    """A bar for each purpose, and what else there is to know of it."""
    return [Row(partial(_whole_line, purpose, counts, glyphs)) for purpose, counts in status.counts.items()]


def next_step(status: RoundStatus) -> Row:
    """How many units lag behind, and what to do about it."""
    behind = sum(each.whole.share < HALF for each in status.units)
    open_ = sum(bool(each.whole.open) for each in status.units)
    if not status.units:
        return blank()
    if not open_:
        return words(line("  ", Part(_("全部交齐了。"), "strong")))
    told = ngettext("还有 {count} 个单位没有交齐。", "还有 {count} 个单位没有交齐。", open_)
    if behind:
        told = ngettext(
            "还有 {count} 个单位没有交齐，其中 {behind} 个不足半数。",
            "还有 {count} 个单位没有交齐，其中 {behind} 个不足半数。",
            open_,
        )
    told = told.format(count=open_, behind=behind)
    return words(line("  ", Part(told, "strong")))


def _whole_line(purpose: Purpose, counts: Counts, glyphs: Glyphs, width: int, here: bool) -> Line:
    del here
    what = max(width_of(_(word)) for word in terms.PURPOSES.values()) + 2
    bar = min(max(width - what - 46, 8), BAR)
    share = f"{100 * counts.handed_in // counts.given}%" if counts.given and counts.open else ""
    said = fit(f"{told(counts, glyphs)} {share}", 14)
    start = line("  ", fit(terms.purpose(purpose), what), Part(stacked(counts, bar, glyphs), "strong"), f"  {said}")
    return (*start, Part("  " + further(counts), "wrong" if counts.overdue else ""))


def _widths(width: int, columns: int) -> tuple[int, int, int]:
    """The cells of a unit's name, of each purpose, and of what is overdue."""
    name, overdue = min(max(width // 4, 14), 26), 10
    return name, max((width - name - overdue - 2) // max(columns, 1), 10), overdue


def _head(purposes: Sequence[Purpose], width: int, here: bool) -> Line:
    del here
    name, column, overdue = _widths(width, len(purposes))
    told = fit(_("单位"), name) + "".join(fit(terms.purpose(each), column) for each in purposes)
    return line(Part(f"  {told}" + fit(_("逾期"), overdue, "right"), "quiet"))


def _unit(unit: UnitLine, purposes: Sequence[Purpose], glyphs: Glyphs, doors: Doors) -> Row:
    return Row(partial(_unit_line, unit, purposes, glyphs), partial(doors.unit, unit), f"unit {unit.id}")


def _unit_line(unit: UnitLine, purposes: Sequence[Purpose], glyphs: Glyphs, width: int, here: bool) -> Line:
    name, column, overdue = _widths(width, len(purposes))
    late = unit.whole.overdue
    cells = "".join(cell(unit.counts.get(each, Counts()), column, glyphs) for each in purposes)
    return line(
        Part(f"{glyphs.cursor} " if here else "  ", "next"),
        Part(fit(unit.unit, name - 1, ellipsis=glyphs.ellipsis) + " ", "next" if here else ""),
        cells,
        Part(fit(f"{glyphs.wrong} {late}" if late else "", overdue, "right"), "wrong"),
    )


def _group(group: GroupLine, glyphs: Glyphs, doors: Doors) -> Row:
    def draw(width: int, here: bool) -> Line:
        name, _column, overdue = _widths(width, 1)
        late = group.counts.overdue
        title = fit(group.title.say(language()), name - 1, ellipsis=glyphs.ellipsis)
        return line(
            Part(f"{glyphs.cursor} " if here else "  ", "next"),
            Part(title + " ", "next" if here else ""),
            cell(group.counts, max(width - name - overdue - 2, 10), glyphs),
            Part(fit(f"{glyphs.wrong} {late}" if late else "", overdue, "right"), "wrong"),
        )

    return Row(draw, partial(doors.group, group), f"group {group.group}")

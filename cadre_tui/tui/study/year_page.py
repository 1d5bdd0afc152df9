"""One person's year on a page: hours, plan, sessions, entries, certificates. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.study.certificate import Certificate
from cadre_tui.model.study.log import HoursEntry
from cadre_tui.model.study.plan import Progress, StudyItem, StudyPlan
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.views import PersonYear
from cadre_tui.tui.drawing.bar import bar
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.study import terms
from cadre_tui.words.study.plan import revisions
from cadre_tui.words.study.year import hours_told, sessions_told

DAY: Final = 10
"""Cells of a day."""

BAR = 30
"""Cells of the bar of hours."""


@dataclass(frozen=True)
class Doors:
    """What choosing a line opens; None: it is only read."""

    item: Callable[[StudyItem], object] | None
    waiting: Callable[[HoursEntry], object] | None
    shown: Callable[[Certificate], object] | None = None
    """A certificate whose proof nobody has looked at."""


def rows(
    year: PersonYear, settled: StudySettings, glyphs: Glyphs, width: int, today: date, doors: Doors
) -> list[Row]:
    """The whole page."""
    found: list[Row] = [rule(_("学时"), terms.period(year.period), glyphs)]
    found.append(words(line("  ", Part(bar(year.sums.hours, year.asked, BAR, glyphs), "strong"), _figures(year))))
    found += _paragraph(hours_told(year), width)
    found += [blank(), *plan_rows(year.plan, glyphs, width, today, doors.item), blank()]
    found.append(rule(_("集中学习"), "", glyphs))
    found += _paragraph(sessions_told(year), width)
    if year.next is not None:
        theme = year.next.theme or terms.audience(year.next.audience, settled)
        found += _paragraph(_("下一次：{when} {theme}").format(when=terms.when(year.next), theme=theme), width)
    for each in year.sums.sessions:
        told = terms.mark(each.attendance)
        sign = glyphs.done if each.attendance.attended else glyphs.wrong
        label = f"{each.session.day.isoformat()} {each.session.theme or each.session.id}"
        found.append(Row(partial(_pair, sign, label, told, glyphs)))
    found += _hours(year, settled, glyphs, doors)
    found += _certificates(year, glyphs, doors)
    return found


def plan_rows(
    plan: StudyPlan, glyphs: Glyphs, width: int, today: date, go: Callable[[StudyItem], object] | None
) -> list[Row]:
    """The plan's items with what they said before, then the quarters that were looked back on."""
    told = _("完成 {done}/{all}").format(done=plan.done, all=len(plan.kept)) if plan.items else ""
    found = [rule(_("学习计划"), told, glyphs)]
    if not plan.items:
        found.append(
            words(line("  ", _("还没有写。") if go is None else _("还没有写：按 n 写一条，先看可以写什么。")))
        )
    column = max((width_of(_state(each, today)) for each in plan.items), default=0)
    for item in plan.items:
        draw = partial(_item, item, column, glyphs, today)
        found.append(Row(draw, partial(go, item) if go else None, f"item {item.id}"))
        below = [each for each in (item.work, item.outcome) if each]
        found += [
            words(line("     ", Part(piece, "quiet")))
            for each in (*below, *revisions(item))
            for piece in wrap(each, max(width - 6, 10))
        ]
    for one in plan.reviews:
        said = _("第 {quarter} 季度回顾（完成 {done}/{of}）：{word}")
        whole = said.format(quarter=one.quarter, done=one.done, of=one.of, word=one.word)
        found += _paragraph(whole, width)
    return found


def sign(item: StudyItem, glyphs: Glyphs, today: date) -> str:
    """The sign of how far an item is."""
    if item.overdue(today):
        return glyphs.wrong
    return {
        Progress.NOT_BEGUN: glyphs.not_begun,
        Progress.BEGUN: glyphs.begun,
        Progress.DONE: glyphs.done,
        Progress.DROPPED: glyphs.not_applicable,
    }[item.progress]


def _figures(year: PersonYear) -> str:
    return f"  {terms.hours(year.sums.hours)} / {terms.hours(year.asked)}"


def _paragraph(text: str, width: int) -> list[Row]:
    return [words(line("  ", each)) for each in wrap(text, max(width - 3, 10))]


def _state(item: StudyItem, today: date) -> str:
    return terms.progress(item.progress) + (_("（过期）") if item.overdue(today) else "")


def _item(item: StudyItem, column: int, glyphs: Glyphs, today: date, width: int, here: bool) -> Line:
    """Its day and its state, which takes ``column`` cells, stand below those of the others."""
    until = item.due.isoformat() if item.due else " " * DAY
    right = f"{until}  {fit(_state(item, today), column)}"
    room = max(width - 6 - width_of(right), 8)
    style = "next" if here else ""
    return line(
        Part(glyphs.cursor if here else " ", "next"),
        Part(f" {sign(item, glyphs, today)} ", style),
        Part(fit(" ".join(item.content.split()), room, ellipsis=glyphs.ellipsis), style),
        f"  {right}",
    )


def _hours(year: PersonYear, settled: StudySettings, glyphs: Glyphs, doors: Doors) -> Sequence[Row]:
    entries = (*year.sums.entries, *year.waiting)
    if not entries:
        return ()
    found: list[Row] = [blank(), rule(_("其他学时"), "", glyphs)]
    for each in entries:
        where = terms.source(each.source, settled)
        told = _("{hours} 学时").format(hours=terms.hours(each.hours))
        if not each.counted:
            told = _("{told}，等核对").format(told=told)
        sign_ = glyphs.done if each.counted else glyphs.begun
        label = f"{each.day.isoformat()} {each.title}（{where}）"
        go = partial(doors.waiting, each) if doors.waiting and not each.counted else None
        found.append(Row(partial(_pair, sign_, label, told, glyphs), go, f"entry {each.id}"))
    return found


def _certificates(year: PersonYear, glyphs: Glyphs, doors: Doors) -> Sequence[Row]:
    if not year.ledger.certificates:
        return ()
    found: list[Row] = [blank(), rule(_("证书和技能"), "", glyphs)]
    for each in year.ledger.certificates:
        told = _(terms.SORTS[each.sort]) + ("" if each.counted else _("，等核对"))
        label = " ".join(part for part in (each.name, each.issuer, each.used) if part)
        go = partial(doors.shown, each) if doors.shown and not each.counted else None
        draw = partial(_pair, glyphs.done if each.counted else glyphs.begun, label, told, glyphs)
        found.append(Row(draw, go, f"certificate {each.id}"))
    return found


def _pair(sign_: str, label: str, told: str, glyphs: Glyphs, width: int, here: bool) -> Line:
    right = fit(told, min(width_of(told), max(width // 2, 8)), ellipsis=glyphs.ellipsis)
    room = max(width - 6 - width_of(right), 8)
    return line(
        Part(glyphs.cursor if here else " ", "next"),
        f" {sign_} ",
        Part(fit(label, room, ellipsis=glyphs.ellipsis), "next" if here else ""),
        f"  {right}",
    )

"""The line of home that leads to study. Pure."""

from collections.abc import Callable
from functools import partial

from cadre_tui.locale import _, pgettext
from cadre_tui.model.filling.home import StudyLine
from cadre_tui.tui.drawing.columns import cut, fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.home.page import WIDEST
from cadre_tui.words import terms as words
from cadre_tui.words.study import terms

NAME = "study"


def rows(study: StudyLine | None, glyphs: Glyphs, go: Callable[[], object]) -> list[Row]:
    """One line, once there is something of study."""
    return [Row(partial(_draw, study, glyphs), go, NAME)] if study is not None else []


def _draw(study: StudyLine, glyphs: Glyphs, width: int, here: bool) -> Line:
    sign = glyphs.wrong if study.overdue else glyphs.begun
    what = fit(pgettext("home", "学习"), max(width_of(_(word)) for word in words.PURPOSES.values()) + 2)
    told = cut(_told(study), max(min(width, WIDEST) - 4 - width_of(what), 8), glyphs.ellipsis)
    style = "next" if here else ""
    return line(Part(glyphs.cursor if here else " ", "next"), Part(f" {sign} {what}{told}", style))


def _told(study: StudyLine) -> str:
    parts = []
    if study.asked:
        parts.append(_("学时 {hours}/{asked}").format(hours=terms.hours(study.hours), asked=terms.hours(study.asked)))
    if study.items:
        parts.append(_("计划 {done}/{all}").format(done=study.done, all=study.items))
    if study.overdue:
        parts.append(_("{count} 条过期").format(count=study.overdue))
    if study.held or study.planned:
        parts.append(_("集中学习已办 {held} 次，还有 {planned} 次").format(held=study.held, planned=study.planned))
    if study.next:
        day = f"{study.next.isoformat()} {terms.weekday(study.next)}"
        parts.append(_("下次 {day} {theme}").format(day=day, theme=study.theme).strip())
    return "  ".join(parts)

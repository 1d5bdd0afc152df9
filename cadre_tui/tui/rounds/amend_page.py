"""What an amendment would do, as lines. Pure."""

from datetime import datetime

from cadre_tui.locale import _
from cadre_tui.services.rounds.amending import Preview
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.rounds.lines import INDENT, told
from cadre_tui.words.amending import classes, effects
from cadre_tui.words.checklists.changed import CLASSES, before_and_now
from cadre_tui.words.rounds.rules import moment


def rows(preview: Preview, glyphs: Glyphs, width: int) -> list[Row]:
    """What becomes of the answers first, then every change."""
    becomes = ">" if glyphs.name == "ascii" else "→"
    found = [rule(f"{preview.before.name} {becomes} {preview.now.name}", "", glyphs)]
    for each in effects(preview):
        found += told(glyphs.dot, each, width)
    found += [blank(), rule(_("改了什么"), classes(preview), glyphs)]
    for change in preview.changes:
        before, now = before_and_now(change)
        found += told(glyphs.dot, f"{_(CLASSES[change.kind])}  {change.where}", width)
        found += told(" ", f"{before} {becomes} {now}", width)
    return found


def agreeing_rows(preview: Preview, reason: str, until: datetime | None, glyphs: Glyphs, width: int) -> list[Row]:
    """What will be done, to be agreed to."""
    ends = _("截止时间延长到 {until}。").format(until=moment(until)) if until else _("截止时间不变。")
    said = (
        _("把 {before} 修订为 {now}，退回 {count} 份重填。").format(
            before=preview.before.name, now=preview.now.name, count=preview.reopened
        ),
        ends,
        _("理由：{reason}").format(reason=reason),
    )
    found = [row for each in said for row in told(glyphs.dot, each, width)]
    return [*found, blank(), words(line(INDENT, Part(_("看清楚了就按 y 照办；按 Esc 回去改。"), "next")))]

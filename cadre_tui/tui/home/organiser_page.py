"""What stands on an organiser's home: every round, and how much of it is handed in. Pure."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import RoundLine
from cadre_tui.model.rounds.round import FILLING, Phase
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.home.page import WIDEST
from cadre_tui.words import terms
from cadre_tui.words.rounds.title import round_title

BAR = 24
"""Cells of a bar at most."""

Counts = Mapping[Purpose, tuple[int, int]]
"""Handed in and asked for."""


_NEXT_WITH_BALLOTS: Final = {
    Phase.OPEN: N_("下一步：按 v 印票条，投完封箱，再按 g 结束"),
    Phase.PEER: N_("下一步：按 v 印票条，投完封箱，再按 g 结束"),
    Phase.MODERATION: N_("下一步：两位监票人开箱，核对以后按 g 公布"),
}
"""Where colleagues vote by ballot, something else comes first."""


def rows(
    rounds: Sequence[RoundLine], glyphs: Glyphs, go: Callable[[RoundLine], object], *, steps: bool = True
) -> list[Row]:
    """A line a round, and a bar for each purpose of those that are under way; ``steps``: and what leads on."""
    if not rounds and not steps:
        return [rule(_("考评轮次"), "", glyphs), words(line("  ", _("还没有考评轮次。")))]
    if not rounds:
        steps_told = (
            _("先导入花名册：按 i"),
            _("再给大家发激活码：按 p 看人员，再按 c"),
            _("然后新建一轮：按 n"),
        )
        return [
            rule(_("考评轮次"), "", glyphs),
            words(line("  ", _("还没有考评轮次。"))),
            *(words(line("    ", Part(each, "quiet"))) for each in steps_told),
        ]
    found = [rule(_("考评轮次"), "", glyphs)]
    for each in rounds:
        found.append(Row(partial(_round_line, each, glyphs), partial(go, each), each.round))
        if each.phase in FILLING | {Phase.MODERATION}:
            found += bars(each.handed_in, glyphs)
        found += _next_step(each) if steps else []
        found.append(blank())
    return found


def _round_line(round_line: RoundLine, glyphs: Glyphs, width: int, here: bool) -> Line:
    sign = {
        Phase.SETUP: glyphs.not_begun,
        Phase.OPEN: glyphs.begun,
        Phase.SELF: glyphs.begun,
        Phase.PEER: glyphs.begun,
        Phase.MODERATION: glyphs.begun,
        Phase.ARCHIVED: glyphs.done,
        Phase.PUBLISHED: glyphs.done,
    }[round_line.phase]
    style = "next" if here else ""
    phase = terms.phase(round_line.phase)
    width = min(width, WIDEST)
    title = fit(
        round_title(round_line.title, round_line.mock), max(width - 6 - width_of(phase), 8), ellipsis=glyphs.ellipsis
    )
    return line(Part(glyphs.cursor if here else " ", "next"), Part(f" {sign} {title} ", style), phase)


def _next_step(round_line: RoundLine) -> list[Row]:
    """What comes next, and the key that leads there."""
    told = _NEXT_WITH_BALLOTS.get(round_line.phase) if round_line.ballots else None
    told = _(told) if told else _usual_step(round_line.phase)
    return [words(line("    ", Part(told, "quiet")))] if told else []


def _usual_step(phase: Phase) -> str:
    return {
        Phase.SETUP: _("下一步：准备好以后按 g 开启"),
        Phase.OPEN: _("下一步：都交齐或者到期以后按 g 结束"),
        Phase.SELF: _("下一步：自评都交齐或者到期以后按 g 往下办"),
        Phase.PEER: _("下一步：都交齐或者到期以后按 g 结束"),
        Phase.MODERATION: _("下一步：核对以后按 g 公布"),
        Phase.PUBLISHED: _("下一步：事情都办完以后按 g 归档"),
    }.get(phase, "")


def bars(handed_in: Counts, glyphs: Glyphs) -> list[Row]:
    """How much is handed in, by purpose."""
    return [Row(partial(_bar_line, purpose, *counts, glyphs)) for purpose, counts in handed_in.items()]


def _bar_line(purpose: Purpose, done: int, asked: int, glyphs: Glyphs, width: int, here: bool) -> Line:
    del here
    what = max(width_of(_(word)) for word in terms.PURPOSES.values()) + 2
    room = min(max(width - what - 20, 4), BAR)
    full = f" {glyphs.done}" if asked and done == asked else f" {100 * done // asked}%" if asked else ""
    bar = glyphs.bar(done / asked if asked else 0.0, room, track=True)
    return line("    ", fit(terms.purpose(purpose), what), Part(bar, "strong"), f"  {done}/{asked} {full}")

"""What an organiser sees before a roster is taken over: the change, or every fault. Pure."""

from collections.abc import Sequence
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.fault import Fault
from cadre_tui.model.people.roster_change import RosterChange
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.people.change_rows import change_rows
from cadre_tui.words.faults import sentence

MOST_FAULTS: Final = 300
"""Of more, the rest is counted: a column that is wrong as a whole is seen from the first."""


def agreed_rows(change: RosterChange, glyphs: Glyphs, width: int) -> list[Row]:
    """What would change, with what was noticed in the file above it."""
    rows = [row for each in change.warnings for row in _wrapped(_("提醒：{what}").format(what=sentence(each)), width)]
    rows += [blank()] if rows else []
    rows.append(words(line(Part(summary(change), "strong"))))
    return [*rows, blank(), *change_rows(change, glyphs)]


def summary(change: RosterChange) -> str:
    """How many join, leave, change and stay."""
    return _("增加 {joined} 人，减少 {left} 人，变动 {changed} 人，不变 {same} 人。").format(
        joined=len(change.joined), left=len(change.left), changed=len(change.changed), same=change.same
    )


def fault_rows(faults: Sequence[Fault], glyphs: Glyphs, width: int) -> list[Row]:
    """Every fault with its place and what to write instead."""
    rows: list[Row] = []
    for each in faults[:MOST_FAULTS]:
        rows += _wrapped(f"{glyphs.wrong} {sentence(each)}", width)
    if len(faults) > MOST_FAULTS:
        rows.append(words(line(Part(_("……共 {count} 处").format(count=len(faults)), "quiet"))))
    return rows


def _wrapped(text: str, width: int) -> list[Row]:
    first, *more = wrap(text, max(width - 2, 20))
    return [words(line(first)), *(words(line("  " + each)) for each in more)]

"""What stands on a round's board: where it stands, what comes next and what that wants, and its rules. Pure."""

from datetime import datetime

from cadre_tui.locale import _
from cadre_tui.services.rounds.board import Board
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.rounds.lines import INDENT, condition_rows, phase_rows, said_rows, told, use_rows
from cadre_tui.words.amending import amended_told, drifted_in_words
from cadre_tui.words.rounds import phases
from cadre_tui.words.rounds.asked_of_many import asked_of_many_in_words
from cadre_tui.words.rounds.rules import Said, moment, rules_said


def rows(board: Board, glyphs: Glyphs, width: int, now: datetime) -> list[Row]:
    """The whole board in ``width`` cells."""
    held = board.held
    found = [blank(), *phase_rows(held, glyphs, width), blank()]
    found += _next_rows(board, glyphs, width)
    if held.decision is not None:
        why = _("还有 {count} 份没交就往下办，理由：{reason}").format(
            count=held.decision.open, reason=held.decision.reason
        )
        found += told(glyphs.dot, why, width)
    found += [blank(), rule(_("考评表"), "", glyphs), *use_rows(held, board.titles, glyphs, width)]
    for each in (*map(drifted_in_words, board.drifted), *map(amended_told, held.amendments)):
        found += told(glyphs.dot, each, width)
    found += [blank(), rule(_("规则"), held.id, glyphs)]
    found += said_rows([*rules_said(held.rules, now, board.roster, held.rule_by), *_times(board)], width)
    return found


def _next_rows(board: Board, glyphs: Glyphs, width: int) -> list[Row]:
    if board.to is None:
        return [rule(_("下一步"), "", glyphs), *told(glyphs.done, _("这一轮已经归档，只能看。"), width)]
    found = [rule(_("下一步"), phases.verb(board.to), glyphs)]
    found += condition_rows(board.unmet, board.settled, glyphs, width)
    if board.many is not None:
        found += told(glyphs.dot, asked_of_many_in_words(board.many), width, "strong")
    if not board.unmet:
        found.append(words(line(INDENT, Part(_("条件都做到了，按 g 往下办。"), "next"))))
    elif not board.blocked:
        found.append(words(line(INDENT, Part(_("要往下办，按 g 写明理由。"), "next"))))
    return found


def _times(board: Board) -> list[Said]:
    """When each phase began, and the hash of what was frozen."""
    held = board.held
    moments = (
        (_("开启于"), held.opened),
        (_("结束于"), held.closed),
        (_("公布于"), held.published),
        (_("归档于"), held.archived),
    )
    found = [Said(label, moment(at.astimezone(CHINA))) for label, at in moments if at is not None]
    if held.rules_hash:
        found.append(Said(_("规则指纹"), held.rules_hash))
    return found

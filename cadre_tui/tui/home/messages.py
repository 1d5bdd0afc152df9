"""消息 on home: encouragement, how far one's appeals are, what waits for the organiser. Pure."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from cadre_tui.locale import _, language
from cadre_tui.model.oversight.voices import Message, MessageKind
from cadre_tui.tui.appeals.page import sign
from cadre_tui.tui.drawing.columns import fit
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.home.page import WIDEST
from cadre_tui.words.oversight.appeals import about, stage_of
from cadre_tui.words.rounds.title import round_title

MOST: Final = 3
"""So many words of encouragement are named; the screen behind them has all."""


def rows(messages: Sequence[Message], glyphs: Glyphs, go: Callable[[Message], object]) -> list[Row]:
    """A line a message, nothing where there is none."""
    if not messages:
        return []
    kind = MessageKind.COMMENDATION
    encouraged = [each for each in messages if each.kind is kind]
    shown = [each for each in messages if each.kind is not kind or each in encouraged[:MOST]]
    found = [rule(_("消息"), "", glyphs)]
    found += [_row(_sign(each, glyphs), _told(each), each, glyphs, go) for each in shown]
    more = len(encouraged) - MOST
    if more > 0:
        told = _("还收到 {count} 句鼓励").format(count=more)
        found.append(_row(glyphs.dot, told, encouraged[MOST], glyphs, go))
    return found


def _sign(each: Message, glyphs: Glyphs) -> str:
    if each.appeal is not None:
        return sign(stage_of(each.appeal), glyphs)
    if each.kind is MessageKind.COMMENDATION:
        return glyphs.dot
    return glyphs.wrong if each.waiting else glyphs.done


def _told(each: Message) -> str:
    title = round_title(each.title, each.mock)
    if each.appeal is not None:
        return _("你对“{what}”的异议：{state}").format(what=about(each.about), state=stage_of(each.appeal).word)
    match each.kind:
        case MessageKind.COMMENDATION:
            name = each.name or _("一位同事")
            what = each.about.say(language()) if each.about else ""
            return _("{name} 就“{what}”给你写了一句鼓励").format(name=name, what=what)
        case MessageKind.REPORTED:
            told = _("{round}：被举报的留言 {count} 句，{waiting} 句等待处理")
        case _:
            told = _("{round}：异议 {count} 条，{waiting} 条等待答复")
    return told.format(round=title, count=each.count, waiting=each.waiting)


def _row(mark: str, told: str, each: Message, glyphs: Glyphs, go: Callable[[Message], object]) -> Row:
    name = f"message {each.kind} {each.round} {each.key}"
    return Row(partial(_draw, mark, told, glyphs), partial(go, each), name)


def _draw(mark: str, told: str, glyphs: Glyphs, width: int, here: bool) -> Line:
    text = fit(told, max(min(width, WIDEST) - 4, 8), ellipsis=glyphs.ellipsis).rstrip()
    return line(Part(glyphs.cursor if here else " ", "next"), Part(f" {mark} {text}", "next" if here else ""))

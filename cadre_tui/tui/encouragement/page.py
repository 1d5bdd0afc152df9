"""Words of encouragement as lines. Pure."""

from collections.abc import Sequence
from functools import partial

from cadre_tui.locale import _
from cadre_tui.model.voices import CommendationLine
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words.encouragement import day, from_whom, judged
from cadre_tui.words.rounds import round_title


def rows(lines: Sequence[CommendationLine], glyphs: Glyphs, width: int, *, reported: bool) -> list[Row]:
    """By round: who wrote about what, and beneath it what was written, wrapped for so many cells."""
    if not lines:
        told = _("没有被举报的留言。") if reported else _("还没有收到鼓励。")
        return [words(line(told))]
    found: list[Row] = []
    headed = ""
    for each in lines:
        title = round_title(each.title, each.mock)
        if title != headed:
            found += [*([blank()] if found else []), words(line(Part(title, "strong")))]
            headed = title
        found.append(Row(partial(_head, each, glyphs, reported), lambda: None, each.commendation.id))
        found += _under(each.commendation.text, width)
        found += _under(judged(each), width) if judged(each) else []
    return found


def _head(each: CommendationLine, glyphs: Glyphs, reported: bool, width: int, here: bool) -> Line:
    when = day(each)[:10]
    sign = glyphs.wrong if each.commendation.report and not each.commendation.hidden else glyphs.dot
    what = from_whom(each)
    if reported:
        what = _("写给 {name}（{unit}）").format(name=each.receiver, unit=each.unit)
    room = max(min(width, 100) - 4 - width_of(when) - 2, 8)
    told = f" {sign} " + fit(what, room, ellipsis=glyphs.ellipsis)
    return line(Part(glyphs.cursor if here else " ", "next"), Part(told, "next" if here else ""), f" {when}")


def _under(text: str, width: int) -> list[Row]:
    return [words(line("     ", Part(each, "quiet"))) for each in wrap(text, max(min(width, 100) - 5, 10))]

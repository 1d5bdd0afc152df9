"""Whose paper forms may be typed: a line a person and purpose, without a word of what is in them. Pure."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.oversight.paper import PaperLine, PaperList, PaperState
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words import terms

STATES: Final = {
    PaperState.OPEN: N_("未填"),
    PaperState.TYPING: N_("代录中"),
    PaperState.BEGUN: N_("本人在填"),
    PaperState.HANDED_IN: N_("已提交"),
}

WIDEST: Final = 100

ABOUT: Final = N_(
    "照本人交来的纸质表录入，谁录的、替谁录的都记入操作记录。提交以后，录入的人就看不到了；本人看得到，可以收回。"
)
CONFIDENTIAL: Final = N_(
    "这一轮是保密的：代录的人必然看到纸质表的内容，程序防不住。不要抄留，不要对人说，录完把表交还本人。"
)


def rows(found: PaperList, glyphs: Glyphs, width: int, go: Callable[[PaperLine], object]) -> list[Row]:
    """What it means, then a line for each set of responses, those that can be typed first."""
    told = [words(line(" ", Part(each, "quiet"))) for each in wrap(_(ABOUT), width - 2)]
    if found.confidential:
        told += [words(line(" ", Part(each, "wrong"))) for each in wrap(_(CONFIDENTIAL), width - 2)]
    if not found.lines:
        return [*told, blank(), words(line(" ", _("你负责的单位里，这一轮没有要填表的人。")))]
    names = max(width_of(each.person.name) for each in found.lines)
    waiting_first = sorted(found.lines, key=lambda each: each.state is PaperState.HANDED_IN)
    return [*told, blank(), *(_row(each, names, glyphs, go) for each in waiting_first)]


def headline(lines: Sequence[PaperLine]) -> str:
    """How many sets are handed in."""
    done = sum(each.state is PaperState.HANDED_IN for each in lines)
    return _("已交 {done}/{asked} 类").format(done=done, asked=len(lines))


def _row(each: PaperLine, names: int, glyphs: Glyphs, go: Callable[[PaperLine], object]) -> Row:
    sign = {
        PaperState.OPEN: glyphs.not_begun,
        PaperState.TYPING: glyphs.begun,
        PaperState.BEGUN: glyphs.begun,
        PaperState.HANDED_IN: glyphs.done,
    }[each.state]
    what = max(width_of(_(word)) for word in terms.PURPOSES.values()) + 2
    state = max(width_of(_(word)) for word in STATES.values())
    done = f"{each.done}/{each.asked}"

    def draw(width: int, here: bool) -> Line:
        style = "next" if here else ""
        room = max(min(width, WIDEST) - 4 - names - 2 - what - 8 - state, 4)
        return line(
            Part(glyphs.cursor if here else " ", "next"),
            Part(f" {sign} {fit(each.person.name, names)}  ", style),
            Part(fit(f"{each.unit} {each.person.duty}".strip(), room, ellipsis=glyphs.ellipsis), "quiet"),
            Part(fit(terms.purpose(each.purpose), what), style),
            Part(fit(done, 6, "right") + "  " + _(STATES[each.state])),
        )

    return Row(draw, partial(go, each), f"{each.person.id} {each.purpose}")

"""Appeals as lines: a list of them, and one with all that was said. Pure."""

from collections.abc import Callable
from functools import partial
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.oversight.voices import AppealLine, AppealPage
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.lines_page import LinesPage
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words.oversight.appeals import AppealStage, about, moment, stage_of, told

NAME: Final = 10
WIDEST: Final = 100


def sign(stage: AppealStage, glyphs: Glyphs) -> str:
    """What stands before the word."""
    return {AppealStage.WAITING: glyphs.not_begun, AppealStage.TAKEN: glyphs.begun}.get(stage, glyphs.done)


def state_width() -> int:
    """The cells of the longest state in the language in use."""
    return max(width_of(each.word) for each in AppealStage)


def rows(page: AppealPage, glyphs: Glyphs, go: Callable[[AppealLine], object], *, own: bool) -> list[Row]:
    """A line an appeal, under the days that there are for it."""
    found = [words(line(Part(days(page), "quiet"))), blank()]
    if not page.lines:
        return [*found, words(line(_("没有异议。")))]
    return [
        *found,
        *(Row(partial(_row, each, glyphs, own), partial(go, each), each.appeal.receipt) for each in page.lines),
    ]


def days(page: AppealPage) -> str:
    """Until when one may object."""
    if page.until is None:
        return _("这一轮没有安排异议。")
    until = moment(page.until)
    if page.open:
        return _("{until} 以前可以提出异议。").format(until=until)
    return _("提出异议的时间到 {until} 为止，已经过了。").format(until=until)


def _row(each: AppealLine, glyphs: Glyphs, own: bool, width: int, here: bool) -> Line:
    stage, style = stage_of(each.appeal), "next" if here else ""
    when = moment(each.appeal.at)[5:10]
    name = "" if own else fit(each.name, NAME, ellipsis=glyphs.ellipsis) + " "
    state = fit(stage.word, state_width())
    left = f" {sign(stage, glyphs)} {state}  {name}"
    room = min(width, WIDEST) - 1 - width_of(left) - width_of(when) - 2
    what = f"{about(each.about)}　{each.appeal.text}".replace("\n", " ")
    told_what = fit(what, max(room, 8), ellipsis=glyphs.ellipsis)
    return line(Part(glyphs.cursor if here else " ", "next"), Part(left + told_what, style), f"  {when}")


def one(each: AppealLine, glyphs: Glyphs, width: int) -> LinesPage:
    """All that was said, a paragraph each."""
    stage = stage_of(each.appeal)
    lines = [line(Part(f"{sign(stage, glyphs)} {stage.word}", "strong")), line("")]
    pairs = told(each)
    column = max(width_of(what) for what, _said in pairs) + 2
    for what, said in pairs:
        for number, text in enumerate(wrap(said, max(min(width, WIDEST) - column, 20))):
            lines.append(line(Part(fit("" if number else what, column), "quiet"), text))
    return LinesPage(lines)

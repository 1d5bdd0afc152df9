"""The remedy list as lines, and one item with all that was said of it. Pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from cadre_tui.locale import _
from cadre_tui.model.oversight.remedy import OVER, RemedyLine, RemedyPage, RemedyState
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.county.remedies import STATES, state, told, whose
from cadre_tui.words.rounds.title import round_title

WIDEST = 110
OWNER, UNIT = 10, 16


def sign(each: RemedyLine, today: date, glyphs: Glyphs) -> str:
    """What stands before the word."""
    if each.remedy.late(today):
        return glyphs.wrong
    if each.remedy.state in OVER:
        return glyphs.done
    return glyphs.not_begun if each.remedy.state is RemedyState.OPEN else glyphs.begun


def state_width() -> int:
    """The cells of the longest state in the language in use."""
    return max(width_of(_("{state}，逾期").format(state=_(word))) for word in STATES.values())


def rows(page: RemedyPage, glyphs: Glyphs, go: Callable[[RemedyLine], object]) -> list[Row]:
    """This round's items, then those of former rounds."""
    found = [
        rule(_("整改清单"), round_title(page.title, page.mock), glyphs),
        *items(page.lines, page.today, glyphs, go),
    ]
    if not page.lines:
        empty = (
            _("还没有整改事项：按 n 列一项，或在“全县”的考评项上按 m。") if page.units else _("没有你的整改事项。")
        )
        found.append(words(line("  ", empty)))
    if page.former:
        found += [blank(), rule(_("以前各轮的整改事项"), "", glyphs), *items(page.former, page.today, glyphs, go)]
    return found


def items(lines: Iterable[RemedyLine], today: date, glyphs: Glyphs, go: Callable[[RemedyLine], object]) -> list[Row]:
    """A line an item. Of what is one's own, as on home, neither the owner nor the unit is said."""
    return [
        Row(partial(_row, each, today, glyphs), partial(go, each), f"remedy {each.remedy.round} {each.remedy.id}")
        for each in lines
    ]


def _row(each: RemedyLine, today: date, glyphs: Glyphs, width: int, here: bool) -> Line:
    width = min(width, WIDEST)
    left = f" {sign(each, today, glyphs)} {fit(state(each, today), state_width())}  "
    due = each.remedy.due.isoformat()
    owner = "" if each.mine else fit(each.owner, OWNER, ellipsis=glyphs.ellipsis) + " "
    right = f"  {owner}{due}"
    unit = fit(whose(each), UNIT, ellipsis=glyphs.ellipsis) + " " if width >= 100 else whose(each) + "  "
    unit = "" if each.mine else unit
    room = max(width - 1 - width_of(left) - width_of(right), 8)
    text = fit(unit + each.remedy.text.replace("\n", " "), room, ellipsis=glyphs.ellipsis)
    style = "next" if here else "wrong" if each.remedy.late(today) else ""
    return line(
        Part(glyphs.cursor if here else " ", "next"),
        Part(left, style),
        Part(text + right, "next" if here else ""),
    )


def one(each: RemedyLine, today: date, glyphs: Glyphs, width: int) -> Sequence[Row]:
    """All that was said, a paragraph each."""
    found = [words(line(Part(f"{sign(each, today, glyphs)} {state(each, today)}", "strong"))), blank()]
    pairs = list(told(each, today))
    column = max(width_of(what) for what, _said in pairs) + 2
    for what, said in pairs:
        for number, text in enumerate(wrap(said, max(min(width, WIDEST) - column, 20))):
            found.append(words(line(Part(fit("" if number else what, column), "quiet"), text)))
    return found

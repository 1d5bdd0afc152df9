"""监票 on home: the rounds of which one is a teller. Pure."""

from collections.abc import Callable, Sequence
from functools import partial

from cadre_tui.locale import _
from cadre_tui.model.filling.home import TellerLine
from cadre_tui.tui.drawing.columns import fit
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.rounds.title import round_title


def rows(telling: Sequence[TellerLine], glyphs: Glyphs, go: Callable[[str], object]) -> list[Row]:
    """A line a round, nothing where there is none."""
    if not telling:
        return []
    return [rule(_("监票"), "", glyphs), *(_row(each, glyphs, go) for each in telling), blank()]


def _row(told: TellerLine, glyphs: Glyphs, go: Callable[[str], object]) -> Row:
    def draw(width: int, here: bool) -> Line:
        sign = glyphs.cursor if here else " "
        text = f"{sign} {_('测评票')}  {round_title(told.title, told.mock)}"
        return line(Part(fit(text, width, ellipsis=glyphs.ellipsis), "next" if here else ""))

    return Row(draw, go=partial(go, told.round), name=f"telling {told.round}")

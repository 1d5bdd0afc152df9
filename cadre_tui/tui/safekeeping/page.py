"""What a look through the data has found, as lines. Pure."""

from cadre_tui.locale import _
from cadre_tui.model.safekeeping import Checkup
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.words import safekeeping


def menu(found: Checkup, glyphs: Glyphs, width: int) -> Menu:
    """The verdict, each flaw with what to do, and who can mend it."""
    rows: list[Row] = _said(safekeeping.verdict(found), width)
    for each in found.flaws:
        first, *rest = wrap(safekeeping.sentence(each), max(width - 4, 20))
        rows += [blank(), words(line(Part(f"  {glyphs.dot} ", "quiet"), first))]
        rows += [words(line("    ", more)) for more in rest]
    if found.mendable:
        told = _("其中 {count} 处可以补救：请管理机器的人运行 cadre doctor --mend，先问再改。")
        rows += [blank(), *_said(told.format(count=len(found.mendable)), width)]
    return Menu(rows)


def _said(text: str, width: int) -> list[Row]:
    return [words(line(each)) for each in wrap(text, max(width, 20))]

"""Plugins that went wrong, on the home of those who can see to it. Pure."""

from collections.abc import Sequence

from cadre_tui.locale import _, ngettext
from cadre_tui.model.fault import CadreError
from cadre_tui.tui.drawing.columns import cut
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.refusals import sentence

MOST = 3
"""Of so many the reason is told; the page of plugins tells all."""


def rows(troubles: Sequence[CadreError], glyphs: Glyphs) -> list[Row]:
    """Above all else: that something is left out, why, and where more is told. Nothing where all is well."""
    if not troubles:
        return []
    count = ngettext("{count} 个没有采用，按 k 查看", "{count} 个没有采用，按 k 查看", len(troubles)).format(
        count=len(troubles)
    )
    return [rule(_("插件"), count, glyphs), *(_row(each, glyphs) for each in troubles[:MOST]), blank()]


def _row(trouble: CadreError, glyphs: Glyphs) -> Row:
    def draw(width: int, here: bool) -> Line:
        del here
        return line(Part(f"  {glyphs.wrong} {cut(sentence(trouble), max(width - 5, 8), glyphs.ellipsis)}", "wrong"))

    return Row(draw)

"""Counts as bars and numbers. Pure."""

from cadre_tui.locale import _
from cadre_tui.model.oversight.progress import Counts
from cadre_tui.tui.drawing.columns import fit
from cadre_tui.tui.drawing.glyphs import Glyphs


def stacked(counts: Counts, width: int, glyphs: Glyphs) -> str:
    """A bar of exactly ``width`` cells: handed in, begun, untouched. Full only where all is handed in."""
    if not counts.given:
        return " " * width
    done = width * counts.handed_in // counts.given
    begun = width * (counts.handed_in + counts.begun) // counts.given - done
    return glyphs.blocks[-1] * done + glyphs.part * begun + glyphs.track * (width - done - begun)


def told(counts: Counts, glyphs: Glyphs) -> str:
    """``41/52``, with the sign of what is done where it is."""
    if not counts.given:
        return ""
    return f"{counts.handed_in}/{counts.given}" + (f" {glyphs.done}" if not counts.open else "")


def cell(counts: Counts, width: int, glyphs: Glyphs, most: int = 24) -> str:
    """A bar and its numbers in a column of ``width`` cells; the numbers go before the bar where both do not fit."""
    said = told(counts, glyphs)
    bar = min(max(width - 13, 0), most)
    return fit(f"{stacked(counts, bar, glyphs)} {said}" if bar > 2 else said, width)


def further(counts: Counts) -> str:
    """What else there is to know, in words: nothing of what is nought."""
    known = (
        (_("填写中 {count}"), counts.begun),
        (_("逾期未交 {count}"), counts.overdue),
        (_("逾期提交 {count}"), counts.late),
        (_("延期 {count}"), counts.extended),
        (_("退回 {count}"), counts.reopened),
    )
    return "  ".join(words.format(count=count) for words, count in known if count)

"""The line at the foot of a form: a rule that ends with what checklist it is. Pure."""

from cadre_tui.tui.drawing.columns import cut, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.words.checklists.imprint import Imprint

LEAST = 8
"""Cells of a publisher or a document number below which nothing of it is told."""


def fitting(of: Imprint, room: int, ellipsis: str) -> str:
    """The four in ``room`` cells; where that is too little the publisher is cut first, then the document's number."""
    parts = list(of)
    for at in (0, 1):
        over = width_of(_joined(parts)) - room
        if over > 0:
            left = width_of(parts[at]) - over
            parts[at] = cut(parts[at], left, ellipsis) if left >= LEAST else ""
    return _joined(parts) if width_of(_joined(parts)) <= room else ""


def end_of_rule(of: Imprint, room: int, glyphs: Glyphs) -> str:
    """``──── 清河县委组织部 清组发〔2026〕3号 2026.2 4e1c1ea4 ─`` in exactly ``room`` cells."""
    told = fitting(of, room - 5, glyphs.ellipsis)
    if not told:
        return glyphs.rule * max(room, 0)
    return f"{glyphs.rule * (room - width_of(told) - 3)} {told} {glyphs.rule}"


def _joined(parts: list[str]) -> str:
    return " ".join(each for each in parts if each)

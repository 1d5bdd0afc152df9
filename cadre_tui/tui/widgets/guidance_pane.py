"""What is said about the criterion under the cursor: under the rows, or beside them where there is room."""

from collections.abc import Sequence

from cadre_tui.locale import _
from cadre_tui.tui.drawing.columns import width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.imprint import end_of_rule
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.widgets.drawn import DrawnLines
from cadre_tui.words.checklists.imprint import Imprint

Paragraph = tuple[str, str]
"""A style and a text."""

NARROW_LINES = 2


def ruled(title: str, width: int, glyphs: Glyphs, end: Imprint | None = None) -> Line:
    """``─ 说明 ───────``; with ``end`` the rule ends with what checklist it is."""
    rest = max(width - width_of(title) - 3, 0)
    rule = end_of_rule(end, rest, glyphs) if end else glyphs.rule * rest
    return line(Part(f"{glyphs.rule} ", "line"), Part(title, "strong"), Part(f" {rule}", "line"))


class GuidancePane(DrawnLines):
    """Under the rows it has two lines, and F1 the rest; beside them all there is."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._whole = False
        self._imprint: Imprint | None = None

    def show(self, paragraphs: Sequence[Paragraph], imprint: Imprint, *, whole: bool) -> None:
        """Show other guidance, and of which checklist it is."""
        now = tuple(each for each in paragraphs if each[1])
        if (now, whole, imprint) != (self._paragraphs, self._whole, self._imprint):
            self._paragraphs, self._whole, self._imprint = now, whole, imprint
            self.drawn_anew()

    def lines(self, width: int) -> Sequence[Line]:
        """The title and the text."""
        title = ruled(_("说明"), width, self._glyphs, None if self._whole else self._imprint)
        text = [Part(part, style) for style, told in self._paragraphs for part in wrap(told, width)]
        if self._whole:
            foot = [Part(each, "quiet") for each in wrap(str(self._imprint or ""), width)]
            return [title, *(line(each) for each in text), (), *(line(each) for each in foot)]
        shown = text[:NARROW_LINES]
        if len(text) > NARROW_LINES:
            more = f"{self._glyphs.ellipsis} F1"
            last = shown[-1]
            kept = wrap(last.text, max(width - width_of(more) - 1, 4))[0]
            shown[-1] = Part(f"{kept}{more}", last.style)
        lines = [line(each) for each in shown]
        return [title, *lines, *([()] * (NARROW_LINES - len(lines)))]

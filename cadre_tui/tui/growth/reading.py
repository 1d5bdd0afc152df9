"""A page of sections that is only read, and what its lines consist of. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from cadre_tui.tui.drawing.columns import width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.lines_page import LinesPage
from cadre_tui.tui.drawing.parts import Line, Part, clipped, line


@dataclass(frozen=True)
class Section:
    """A heading, what stands beside it, and the lines below it."""

    title: str
    more: str
    lines: tuple[Line, ...]


class SectionsPage(LinesPage):
    """Drawn by ``widgets.reading_list``. ``starts`` are the lines at which the sections begin."""

    def __init__(self, before: Sequence[Line], sections: Sequence[Section], glyphs: Glyphs, width: int) -> None:
        lines: list[Line] = list(before)
        self.starts: list[int] = []
        for each in sections:
            if lines:
                lines.append(())
            self.starts.append(len(lines))
            lines += [heading(each.title, each.more, glyphs, width), *each.lines]
        super().__init__(lines)


def heading(title: str, more: str, glyphs: Glyphs, width: int) -> Line:
    """A rule across the width with the title in it."""
    told = f" {glyphs.dot} {more} " if more else " "
    rest = max(width - width_of(f"{glyphs.rule} {title}{told}"), 0)
    whole = line(Part(f"{glyphs.rule} ", "quiet"), Part(title, "strong"), told, Part(glyphs.rule * rest, "quiet"))
    return clipped(whole, width, glyphs.ellipsis)


def paragraph(text: str, width: int, style: str = "", indent: int = 0, first: str = "") -> list[Line]:
    """A text wrapped; ``first`` stands before its first line, within the indent."""
    lead = [first.ljust(indent) if width_of(first) == len(first) else first + " " * (indent - width_of(first))]
    told = wrap(text, max(width - indent, 8))
    return [line(Part((lead[0] if at == 0 else " " * indent) + each, style)) for at, each in enumerate(told)]

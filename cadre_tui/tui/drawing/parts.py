"""Lines as data: pieces of text, each with the name of its style. What a self-drawn widget paints. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from cadre_tui.tui.drawing.columns import cut, width_of


@dataclass(frozen=True)
class Part:
    """A piece of a line. ``style`` names a component class; ``target`` says what a click on it means."""

    text: str
    style: str = ""
    target: str = ""

    @property
    def width(self) -> int:
        """The cells that it takes."""
        return width_of(self.text)


Line = tuple[Part, ...]


def line(*parts: Part | str) -> Line:
    """A line of parts; plain text has no style."""
    return tuple(Part(part) if isinstance(part, str) else part for part in parts)


def line_width(parts: Iterable[Part]) -> int:
    """The cells that a line takes."""
    return sum(part.width for part in parts)


def sides(left: Line, right: Line, width: int) -> Line:
    """``left`` and ``right`` at the two ends of a line of ``width`` cells, if there is room for both."""
    room = width - line_width(left) - line_width(right)
    return (*left, Part(" " * max(room, 1)), *right) if right else left


def clipped(parts: Line, width: int, ellipsis: str = "…") -> Line:
    """The line cut at ``width`` cells, so that nothing stands outside of its widget."""
    kept: list[Part] = []
    room = width
    for part in parts:
        if part.width > room:
            if room > 0:
                kept.append(Part(cut(part.text, room, ellipsis), part.style, part.target))
            break
        kept.append(part)
        room -= part.width
    return tuple(kept)


def plain(parts: Line) -> str:
    """What a person reads."""
    return "".join(part.text for part in parts)

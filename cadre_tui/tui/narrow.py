"""Signs that some terminals draw two cells wide, replaced by ones that all draw in one."""

from typing import Final

from cadre_tui.tui.glyphs import ASCII, Glyphs
from cadre_tui.tui.parts import Line, Part

NARROW: Final = str.maketrans("“”‘’·•—–…×÷−±≈≥≤→←↑↓●○◐■□▲▼│─", "\"\"''.*--.x/-~~><><^v*-~##^v|-")


def narrow(text: str, glyphs: Glyphs) -> str:
    """``text`` as this terminal can draw it: the same number of letters."""
    return text.translate(NARROW) if glyphs is ASCII else text


def narrow_line(parts: Line, glyphs: Glyphs) -> Line:
    """A line as this terminal can draw it."""
    if glyphs is not ASCII:
        return parts
    return tuple(Part(narrow(part.text, glyphs), part.style, part.target) for part in parts)

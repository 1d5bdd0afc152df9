"""The signs that the screens draw with, in two sets.

Many Chinese terminals draw characters of ambiguous width (``●``, ``│``, ``█``, ``…``) two cells wide, which tears
every line that holds one. The ``ascii`` set has no such character. A state is always a sign *and* a word.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Glyphs:
    """One set. Every sign is one cell wide; ``blocks`` fill a cell by eighths, ``sparks`` rise from low to high.

    ``halves`` fill the upper half of a cell, the lower, and both; ``track`` is what a bar has not reached, ``part``
    what it has reached half.
    ``arrows`` stands for the keys ↑ and ↓.
    """

    name: str
    not_begun: str
    begun: str
    done: str
    wrong: str
    up: str
    down: str
    not_applicable: str
    cursor: str
    rail: str
    rule: str
    blocks: str
    sparks: str
    track: str
    part: str
    halves: tuple[str, str, str]
    chosen: tuple[str, str]
    dot: str
    ellipsis: str
    arrows: str

    def bar(self, share: float, width: int, *, track: bool = False) -> str:
        """A bar of exactly ``width`` cells, filled to ``share`` (0 to 1), by eighths where the set has them.

        With ``track`` the rest of the way is drawn, too: for what goes towards a whole.
        """
        steps = len(self.blocks) - 1
        filled = round(min(max(share, 0.0), 1.0) * width * steps)
        whole, part = divmod(filled, steps)
        return (self.blocks[-1] * whole + (self.blocks[part] if part else "")).ljust(
            width, self.track if track else self.blocks[0]
        )


UNICODE: Final = Glyphs(
    name="unicode",
    not_begun="○",
    begun="◐",
    done="●",
    wrong="!",
    up="▲",
    down="▼",
    not_applicable="·",
    cursor="▸",
    rail="│",
    rule="─",
    blocks=" ▏▎▍▌▋▊▉█",
    sparks="▁▂▃▄▅▆▇█",
    track="░",
    part="▒",
    halves=("▀", "▄", "█"),
    chosen=("[", "]"),
    dot="·",
    ellipsis="…",
    arrows="↑↓",
)

ASCII: Final = Glyphs(
    name="ascii",
    not_begun="-",
    begun="~",
    done="*",
    wrong="!",
    up="^",
    down="v",
    not_applicable=".",
    cursor=">",
    rail="|",
    rule="-",
    blocks=" #",
    sparks="_.:-=+*#",
    track=".",
    part="+",
    halves=('"', "_", "#"),
    chosen=("[", "]"),
    dot="-",
    ellipsis="..",
    arrows="Up/Down",
)

SETS: Final = {each.name: each for each in (UNICODE, ASCII)}
"""By the name that ``--glyphs`` takes."""

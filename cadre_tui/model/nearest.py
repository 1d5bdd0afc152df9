"""What somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

MOST_GUESSES: Final = 50
"""What was probably meant is looked for so many times: where everything is wrong, guesses help nobody."""

LONGEST_NAME: Final = 200
"""Characters; what is longer is no slip of the pen."""


def nearest(written: object, known: Iterable[str], *, alike: float = 0.6) -> str | None:
    """The known name that looks most like what was written, if any does: ``alike`` runs from 0 to 1, the same.

    Half is enough for hanzi: most words are two of them, and one is easily mistaken for another.
    """
    name = str(written)
    if len(name) > LONGEST_NAME:
        return None
    alike = alike if name.isascii() else min(alike, 0.5)
    close = get_close_matches(name.lower(), sorted(known), n=1, cutoff=alike)
    return close[0] if close else None


class Guesses:
    """What somebody may have meant, looked for so long as it may help."""

    def __init__(self) -> None:
        self._left = MOST_GUESSES

    def nearest(self, written: object, known: Iterable[str], *, alike: float = 0.6) -> str | None:
        """As ``nearest``; nothing any more after so many."""
        self._left -= 1
        return nearest(written, known, alike=alike) if self._left >= 0 else None

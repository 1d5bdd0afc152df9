"""What somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(written: object, known: Iterable[str], *, alike: float = 0.6) -> str | None:
    """The known name that looks most like what was written, if any does: ``alike`` runs from 0 to 1, the same.

    Half is enough for hanzi: most words are two of them, and one is easily mistaken for another.
    """
    alike = alike if str(written).isascii() else min(alike, 0.5)
    close = get_close_matches(str(written).lower(), sorted(known), n=1, cutoff=alike)
    return close[0] if close else None

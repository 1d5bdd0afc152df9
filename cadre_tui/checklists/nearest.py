"""What somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(written: object, known: Iterable[str]) -> str | None:
    """The known name that looks most like what was written, if any does."""
    close = get_close_matches(str(written).lower(), sorted(known), n=1, cutoff=0.6)
    return close[0] if close else None

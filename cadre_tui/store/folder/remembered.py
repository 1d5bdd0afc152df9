"""The files that this process read or wrote last: as long as one is the same file, nothing of it is read again."""

from pathlib import Path
from threading import Lock
from typing import Any, Final, NamedTuple

MOST: Final = 4
"""Files; whoever answers has two or three drawers in hand, and whoever reads ten thousand comes back to none."""


class Generation(NamedTuple):
    """A file as it was found or written: its stamp, its bytes, and what they say, which nobody may change."""

    stamp: str
    content: bytes
    envelope: dict[str, Any]


class Remembered:
    """The last few generations, by path."""

    def __init__(self) -> None:
        self._last: dict[str, Generation] = {}
        self._lock = Lock()

    def same(self, path: Path | str, stamp: str) -> Generation | None:
        """What the file holds, if it is still the one of that stamp."""
        found = self._last.get(str(path))
        return found if found is not None and found.stamp == stamp else None

    def keep(self, path: Path | str, generation: Generation) -> None:
        """Remember it; what was kept longest ago is forgotten."""
        with self._lock:
            self._last.pop(str(path), None)
            self._last[str(path)] = generation
            if len(self._last) > MOST:
                del self._last[next(iter(self._last))]

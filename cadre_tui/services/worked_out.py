"""What was worked out of an object, kept for whoever comes with the very same object again."""

from typing import Final, Generic, TypeVar

MOST: Final = 2_000
"""Objects; then all is forgotten, and whoever is still at work has it again at their next look."""

Found = TypeVar("Found")


class WorkedOut(Generic[Found]):
    """By the object itself, not by what it holds: to look that up would cost as much as the work."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[object, tuple[object, ...], Found]] = {}

    def known(self, thing: object, *beside: object) -> Found | None:
        """What was found of the same ``thing``, where all that was ``beside`` it is equal; None where nothing was."""
        found = self._found.get(id(thing))
        return found[2] if found is not None and found[0] is thing and found[1] == beside else None

    def keep(self, found: Found, thing: object, *beside: object) -> None:
        """Know what was found of ``thing`` with what is ``beside`` it."""
        if len(self._found) >= MOST:
            self._found.clear()
        self._found[id(thing)] = thing, beside, found

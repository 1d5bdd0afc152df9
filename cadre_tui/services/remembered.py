"""What a process has worked out of what is stored, and need not work out again as long as that is the same."""

from collections.abc import Callable, Mapping
from typing import Final, Generic, TypeVar

from cadre_tui.model.answers.response import Response
from cadre_tui.model.filling.asked import Asked, Left

FEW: Final = 4
"""Whoever answers has two or three drawers in hand."""

Found = TypeVar("Found")


class WorkedOut(Generic[Found]):
    """By the object itself, not by what it holds: to look that up would cost as much as the work.

    ``most`` objects are known; then all are forgotten, and whoever is still at work knows them again soon.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[int, tuple[object, tuple[object, ...], Found]] = {}

    def known(self, thing: object, *beside: object) -> Found | None:
        """What was found of the same ``thing``, where all that was ``beside`` it is equal; None where nothing was."""
        found = self._found.get(id(thing))
        return found[2] if found is not None and found[0] is thing and found[1] == beside else None

    def keep(self, found: Found, thing: object, *beside: object) -> Found:
        """Know what was found of ``thing`` with what is ``beside`` it."""
        if len(self._found) >= self._most:
            self._found.clear()
        self._found[id(thing)] = thing, beside, found
        return found


class Remembered:
    """``drawers`` by what is stored of their responses; each is read when somebody asks for it.

    ``asked`` is what a rater is asked for, by the round; ``left`` what is not handed in, by the drawer.
    """

    def __init__(self) -> None:
        self.drawers: WorkedOut[Callable[[], Mapping[str, Response]]] = WorkedOut(FEW)
        self.asked: WorkedOut[tuple[Asked, ...]] = WorkedOut(FEW)
        self.left: WorkedOut[Left] = WorkedOut(FEW)

"""What a process has worked out of what is stored, and need not work out again as long as that is the same."""

from collections import deque
from collections.abc import Callable, Mapping
from typing import Final, Generic, TypeVar

from cadre_tui.model.answers.response import Response
from cadre_tui.model.filling.asked import Asked, Left

FEW: Final = 4
"""Whoever answers has two or three drawers in hand."""

Found = TypeVar("Found")


class WorkedOut(Generic[Found]):
    """What was found of the last ``most`` things; of them, what was kept longest ago is forgotten first.

    A thing is known by itself (``is``), not by what it holds: to compare that would cost as much as the work.
    """

    def __init__(self, most: int) -> None:
        self._found: deque[tuple[object, tuple[object, ...], Found]] = deque(maxlen=most)

    def find(self, work: Callable[[], Found], thing: object, *beside: object) -> Found:
        """What was found of the same ``thing`` where all ``beside`` it is equal; else what ``work`` finds."""
        for of, with_it, found in tuple(self._found):  # as it is now: another thread may keep something meanwhile
            if of is thing and with_it == beside:
                return found
        return self.keep(work(), thing, *beside)

    def keep(self, found: Found, thing: object, *beside: object) -> Found:
        """Know from now on what was ``found`` of ``thing`` with what is ``beside`` it."""
        self._found.append((thing, beside, found))
        return found


class Remembered:
    """``drawers``: what is in a drawer, by what is stored of it; a call, so that it is read when somebody looks.

    ``asked``: what a rater is asked for, by the round. ``left``: what of it is not handed in, by the drawer.
    """

    def __init__(self) -> None:
        self.drawers: WorkedOut[Callable[[], Mapping[str, Response]]] = WorkedOut(FEW)
        self.asked: WorkedOut[tuple[Asked, ...]] = WorkedOut(FEW)
        self.left: WorkedOut[Left] = WorkedOut(FEW)

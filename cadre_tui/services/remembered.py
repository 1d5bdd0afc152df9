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
    """By the object itself, not by what it holds: to look that up would cost as much as the work.

    ``most`` are known: what was kept longest ago is forgotten.
    """

    def __init__(self, most: int) -> None:
        self._found: deque[tuple[object, tuple[object, ...], Found]] = deque(maxlen=most)

    def known(self, thing: object, *beside: object) -> Found | None:
        """What was found of the same ``thing``, where all that was ``beside`` it is equal; None where nothing was."""
        for of, with_it, found in tuple(self._found):  # as it is now: another thread may keep something meanwhile
            if of is thing and with_it == beside:
                return found
        return None

    def keep(self, found: Found, thing: object, *beside: object) -> Found:
        """Know what was found of ``thing`` with what is ``beside`` it."""
        self._found.append((thing, beside, found))
        return found


class Remembered:
    """``drawers`` by what is stored of their responses; each is read when somebody asks for it.

    ``asked`` is what a rater is asked for, by the round; ``left`` what is not handed in, by the drawer.
    """

    def __init__(self) -> None:
        self.drawers: WorkedOut[Callable[[], Mapping[str, Response]]] = WorkedOut(FEW)
        self.asked: WorkedOut[tuple[Asked, ...]] = WorkedOut(FEW)
        self.left: WorkedOut[Left] = WorkedOut(FEW)

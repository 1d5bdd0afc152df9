"""Where what plugins bring comes from, told at the start and looked at when something of a plugin's is wanted.

So a command that needs no plugin pays nothing for them. Light, since whatever starts says it.
"""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

Thing = TypeVar("Thing")

_waiting: Final[list[Callable[[], None]]] = []


def when_wanted(begin: Callable[[], None]) -> None:
    """Have ``begin`` called once, before the first thing of a plugin's is looked for."""
    _waiting[:] = [begin]


def wanted() -> None:
    """Something of a plugin's is looked for."""
    while _waiting:
        _waiting.pop()()


class Outside(Generic[Thing]):
    """Things of one sort that plugins bring, by name; there are none until somebody says where to look."""

    def __init__(self) -> None:
        self._look: Callable[[str], Thing | None] | None = None

    def look_in(self, look: Callable[[str], Thing | None]) -> None:
        """Have names looked for there: one place, set by whoever runs the plugins."""
        self._look = look

    def find(self, name: str) -> Thing | None:
        """The thing of that name; None where no plugin that is enabled brings it.

        Raises:
            CadreError: the plugin that brings it cannot be used, or two bring it.
        """
        wanted()
        return self._look(name) if self._look else None

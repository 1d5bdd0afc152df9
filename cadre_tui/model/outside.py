"""Where what plugins bring comes from, told at the start and looked at when something of a plugin's is wanted.

So a command that needs no plugin pays nothing for them. Light, since whatever starts says it.
"""

from collections.abc import Callable
from typing import Final

_waiting: Final[list[Callable[[], None]]] = []


def when_wanted(begin: Callable[[], None]) -> None:
    """Have ``begin`` called once, before the first thing of a plugin's is looked for."""
    _waiting[:] = [begin]


def wanted() -> None:
    """Something of a plugin's is looked for."""
    while _waiting:
        _waiting.pop()()

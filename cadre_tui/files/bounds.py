"""How deep and how large what a file says may be, so that whatever walks through it comes to an end soon."""

from typing import Any, Final

DEEPEST: Final = 32
"""Tables and lists within one another. A checklist needs eight."""

MOST_VALUES: Final = 60_000
"""Keys and values together. A checklist of a thousand criteria has about fifteen thousand."""

INTEGERS: Final = range(-(2**63), 2**63)
"""What TOML asks every program to take; whatever is beyond must be refused."""


class OutOfBounds(ValueError):
    """It is too deep, too much, or holds too large a whole number: ``bound`` says which."""

    def __init__(self, bound: str) -> None:
        super().__init__(bound)
        self.bound = bound


def within_bounds(said: Any) -> None:
    """Let go on what is neither too deep, nor too much, nor a number that nobody can write out.

    Raises:
        OutOfBounds: ``depth``, ``amount`` or ``integer``.
    """
    count = 0
    level: list[Any] = [said]
    for _depth in range(DEEPEST + 1):
        count += len(level)
        if count > MOST_VALUES:
            raise OutOfBounds("amount")
        inner: list[Any] = []
        for each in level:
            if type(each) is str:  # as most are
                continue
            if isinstance(each, dict):
                inner += each.values()
            elif isinstance(each, list):
                inner += each
            elif isinstance(each, int) and each not in INTEGERS:
                raise OutOfBounds("integer")
        if not inner:
            return
        level = inner
    raise OutOfBounds("depth")

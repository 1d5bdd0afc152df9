"""Line and column of a field in a TOML text. The text is parsed for them only when a fault is told."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from cadre_tui.checklists.toml_tree import Spot, toml_tree
from cadre_tui.model.fault import Fault, Place

Position = tuple[int, int]
"""Line and column, both from 1; the column counts characters, a hanzi as one."""


class InText:
    """Places in a text file, for whatever tells the position of a path. By itself it knows of none."""

    def at(self, path: str, *, key: bool = False) -> Position | None:
        """Where the nearest known field at or above ``path`` stands: its value, or its ``key``."""
        del path, key
        return None

    def of(self, path: str) -> int | None:
        """The line of that field."""
        position = self.at(path)
        return position and position[0]

    def place(self, path: str, file: str | None, *, key: bool = False) -> Place:
        """The place of that field."""
        line, column = self.at(path, key=key) or (None, None)
        return Place(file=file, line=line, column=column)

    def words(self, path: str) -> tuple[str, ...]:
        """In a text file only the codes of the format are written."""
        del path
        return ()

    def expected(self, name: str) -> str:
        """As the format says it."""
        return name

    def order(self, fault: Fault) -> Position:
        """From top to bottom."""
        return in_order(fault)


class Positions(InText):
    """The positions of everything in a text that tomllib accepts.

    What is not there stands where that begins which should hold it: an inline table at its brace, a table at its
    header, the file as a whole at its first character.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, path: str, *, key: bool = False) -> Position:
        """The position of the nearest field at or above ``path``."""
        spot, itself = _found(self._root, path)
        begins = spot.key if key and itself else spot.value
        line = bisect_right(self._lines, begins)
        return line, len(self._bytes[self._lines[line - 1] : begins].decode()) + 1

    @cached_property
    def _bytes(self) -> bytes:
        return self._text.encode(errors="replace")

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins, in bytes."""
        return list(accumulate((len(line) + 1 for line in self._bytes.split(b"\n")), initial=0))

    @cached_property
    def _root(self) -> Spot:
        return toml_tree(self._bytes)


def in_order(fault: Fault) -> Position:
    """By what the faults of a text file are sorted, from top to bottom."""
    return fault.place.line or 0, fault.place.column or 0


def _found(root: Spot, path: str) -> tuple[Spot, bool]:
    """The spot of a path, or of what is nearest above it, and whether it is the very one."""
    spot = root
    steps = path.split(".")
    while steps:
        # A quoted key may hold dots, and then it is several steps of the path.
        lengths = (length for length in range(1, len(steps) + 1) if ".".join(steps[:length]) in spot.inner)
        length = next(lengths, 0)
        if not length:
            return spot, False
        spot = spot.inner[".".join(steps[:length])]
        steps = steps[length:]
    return spot, True

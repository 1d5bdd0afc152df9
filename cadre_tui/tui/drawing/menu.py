"""A list in which one line is chosen: headings between entries, and where the cursor stands. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cadre_tui.tui.drawing.parts import Line, line

Draw = Callable[[int, bool], Line]
"""A line in so many cells; True where the cursor stands on it."""


@dataclass(frozen=True)
class Row:
    """A line of the list. ``go`` is what choosing it does; without one the cursor passes over it.

    ``name`` finds the same entry again after the list was read anew.
    """

    draw: Draw
    go: Callable[[], object] | None = None
    name: str = ""


def words(*parts: Line) -> Row:
    """A line that is only read."""
    whole = tuple(part for each in parts for part in each)
    return Row(lambda _width, _here: whole)


def blank() -> Row:
    """An empty line."""
    return words(line(""))


class Menu:
    """Rows and a cursor, drawn by ``widgets.line_list``."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.cursor = next((index for index, row in enumerate(self.rows) if row.go), 0)

    def __len__(self) -> int:
        return len(self.rows)

    def head(self, width: int) -> Sequence[Line]:
        """No line stays above the list."""
        del width
        return ()

    def line(self, index: int, width: int) -> Line:
        """One row."""
        row = self.rows[index]
        return row.draw(width, index == self.cursor and row.go is not None)

    @property
    def here(self) -> Row | None:
        """The entry on which the cursor stands."""
        row = self.rows[self.cursor] if self.rows else None
        return row if row and row.go else None

    def move(self, steps: int) -> bool:
        """Go that many entries down (up where negative), not beyond the ends; whether the cursor moved."""
        entries = [index for index, row in enumerate(self.rows) if row.go]
        if not entries:
            return False
        place = min(max(entries.index(self.cursor) + steps, 0), len(entries) - 1)
        moved, self.cursor = entries[place] != self.cursor, entries[place]
        return moved

    def find(self, name: str) -> None:
        """Go to the entry of that name, if it is there."""
        self.cursor = next((i for i, row in enumerate(self.rows) if row.go and row.name == name), self.cursor)

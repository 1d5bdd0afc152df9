"""Which of the colleagues' figures would tell who gave what, and which others must be withheld with them. Pure.

What colleagues gave one person by one checklist is a table: a row a criterion, a column a rater group, with a column
of what all groups gave together and a row of totals. Whoever knows all of a line but one can work that one out. So
each cell is the edge between its row and its column: a withheld cell is safe exactly if it lies on a circle of
withheld cells, and where it does not, the fewest further cells that close a circle are withheld.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from heapq import heappop, heappush
from typing import Final, NamedTuple


class Why(StrEnum):
    """Why a figure is withheld."""

    FEW = "too-few"
    SUB_GROUP = "sub-group"
    """Too few in a rater group."""
    ALIKE = "unanimity"
    """All answered alike: the mean is what each of them gave."""
    DIFFERENCE = "difference"
    """What is withheld could be worked out from this one and the rest of its line."""


class Cell(NamedTuple):
    """A figure: ``row`` the criterion (None: the total), ``column`` the rater group's place (None: all together)."""

    row: str | None
    column: int | None = None


class Told(NamedTuple):
    """How many gave what the figure is the mean of, and whether all gave the same.

    ``telling``: too few of those whom the line's total counts left something out. What they gave to the rest makes
    up the difference between the total and its criteria, unless this figure is withheld. ``end``: all gave the most
    that can be given (1), or the least (-1): where all that is withheld of a line is at one end, its sum tells it.
    """

    raters: int
    alike: bool = False
    telling: bool = False
    end: int = 0


TOTAL: Final = Cell(None, None)
"""What all colleagues gave altogether. Never withheld for unanimity, nor to protect another figure."""

Lot = Callable[[Cell], int]
"""A number for a cell that nobody can foresee, and that is the same whenever it is asked for."""

Node = tuple[str, str | int | None]
FREE: Final[Node] = ("free", None)
"""Where a line adds up to nothing that is shown: its cells are bound by their other line alone."""


def withheld(
    cells: Mapping[Cell, Told], least: int, *, confidential: bool, alike: bool, lot: Lot | None = None
) -> dict[Cell, Why]:
    """The cells that may not be shown and why; nothing is shown from fewer than ``least`` raters.

    ``alike``: figures of criteria that all answered alike are withheld. Where the round is not ``confidential``
    neither these nor differences tell more than the round shows anyhow. By ``lot`` it is decided which criterion is
    withheld beside another; without one, that with fewest raters, the first of them: then whoever knows the rule
    works out which of the two was withheld for its own sake.
    """
    found = dict(_first(cells, least, confidential=confidential, alike=alike))
    return _safe(found, cells, least, lot) if confidential else found


def _first(cells: Mapping[Cell, Told], least: int, *, confidential: bool, alike: bool) -> Iterator[tuple[Cell, Why]]:
    for cell, told in cells.items():
        if told.raters < least:
            yield cell, Why.FEW if cell.column is None else Why.SUB_GROUP
        elif confidential and alike and told.alike and cell.row is not None:
            yield cell, Why.ALIKE
        elif confidential and told.telling:
            yield cell, Why.DIFFERENCE


def _safe(found: dict[Cell, Why], cells: Mapping[Cell, Told], least: int, lot: Lot | None) -> dict[Cell, Why]:
    """With the further cells that keep the withheld ones from being worked out; as far as there are any."""
    if not found:
        return found
    grouped = any(cell.column is not None for cell in cells)
    helpless: set[Cell] = set()
    while True:
        small = next(_too_few_together(found, cells, least), None)
        if small is not None:
            found[small] = Why.DIFFERENCE
            continue
        other = next(_beside_an_end(found, cells, lot), None) if lot else None
        if other is not None:
            found[other] = Why.DIFFERENCE
            continue
        bare = next((each for each in found if each not in helpless and not _on_circle(each, found, grouped)), None)
        if bare is None:
            return found
        way = _cheapest_way(bare, found, cells, grouped, lot)
        if way is None:
            helpless.add(bare)
        found |= {each: Why.DIFFERENCE for each in way or () if each not in found}


def _too_few_together(found: Mapping[Cell, Why], cells: Mapping[Cell, Told], least: int) -> Iterator[Cell]:
    """The next group of a line whose withheld groups are together still too few, though all together are shown."""
    rows: dict[str | None, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.column is not None:
            rows[cell.row].append(cell)
    for row, groups in rows.items():
        hidden = [each for each in groups if each in found]
        shown = [each for each in groups if each not in found]
        if hidden and shown and Cell(row) not in found and sum(cells[each].raters for each in hidden) < least:
            yield min(shown, key=lambda each: cells[each].raters)


def _beside_an_end(found: Mapping[Cell, Why], cells: Mapping[Cell, Told], lot: Lot) -> Iterator[Cell]:
    """The next figure of a line to be withheld where all that is withheld of it is the most, or least, there is.

    The line's sum, less what is shown, then says so of each. Where the whole line is at that end, so is its total,
    which is shown.
    """
    if not any(cells[each].end for each in found):
        return
    lines: dict[Node, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.row is not None:
            lines["column", cell.column].append(cell)
            if cell.column is not None:
                lines["row", cell.row].append(cell)
    for line in lines.values():
        ends = {cells[each].end for each in line if each in found}
        if len(ends) == 1 and ends != {0}:
            others = [each for each in line if each not in found and cells[each].end not in ends]
            if others:
                yield min(others, key=lot)


def _ends(cell: Cell, grouped: bool) -> tuple[Node, Node]:
    """The two lines that a cell belongs to. Without groups a criterion's row holds nothing to add up."""
    return ("row", cell.row) if grouped else FREE, ("column", cell.column)


def _on_circle(cell: Cell, found: Mapping[Cell, Why], grouped: bool) -> bool:
    """Whether the ends of a withheld cell are joined by other withheld ones."""
    beside: dict[Node, list[Node]] = defaultdict(list)
    for each in found:
        if each != cell:
            one, other = _ends(each, grouped)
            beside[one].append(other)
            beside[other].append(one)
    start, end = _ends(cell, grouped)
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        waiting += [each for each in beside[here] if each not in seen]
        seen.update(beside[here])
    return False


def _cheapest_way(
    cell: Cell, found: Mapping[Cell, Why], cells: Mapping[Cell, Told], grouped: bool, lot: Lot | None
) -> tuple[Cell, ...] | None:
    """Other cells that join the two ends of one: as few shown ones as can be, of these by lot, or by raters."""
    beside: dict[Node, list[tuple[Node, Cell]]] = defaultdict(list)
    for each in cells:
        if each not in (cell, TOTAL):
            one, other = _ends(each, grouped)
            beside[one].append((other, each))
            beside[other].append((one, each))
    start, end = _ends(cell, grouped)
    order = 0  # among equals the first in the checklist's order
    ways: list[tuple[int, int, int, Node, tuple[Cell, ...]]] = [(0, 0, order, start, ())]
    settled: set[Node] = set()
    while ways:
        cost, raters, _order, here, way = heappop(ways)
        if here == end:
            return way
        if here in settled:
            continue
        settled.add(here)
        for there, each in beside[here]:
            order += 1
            dearer = each not in found
            price = 0
            if dearer:
                price = lot(each) if lot is not None and each.row is not None else cells[each].raters
            heappush(ways, (cost + dearer, raters + price, order, there, (*way, each)))
    return None

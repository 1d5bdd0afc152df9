"""A roster while it is read: one person's cells, what is wrong with them, and how lists in a cell are split."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final

from cadre_tui.model.fault import Fault, Place
from cadre_tui.services.tables.roster.columns import HEADINGS, Headings
from cadre_tui.tables.accidents import Merged
from cadre_tui.tables.sheets import Sheet

BETWEEN_IDS: Final = re.compile(r"[\s、,;/|]+")
BETWEEN_UNITS: Final = re.compile(r"[、，,；;|]")
"""A unit's own name may hold a space or a stroke."""

HANZI: Final = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U000323af·]+")
HALF_WIDTH: Final = ("id", "level", "colleagues", "superior", "standing", "rated")


@dataclass
class Row:
    """One person's cells as they are read.

    ``superior`` is one of ``values``; ``also_in`` and ``serves`` are texts in ``values`` until all units are known.
    """

    number: int
    values: dict[str, Any]
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass
class Reading:
    """One sheet while it is read."""

    sheet: Sheet
    headings: Headings
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    merged: tuple[Merged, ...] = ()
    unsolved: Collection[tuple[int, int]] = frozenset()
    """Row and column of each cell whose formula nobody has worked out, from 1."""

    def covered(self, row: int, column: str) -> bool:
        """Whether a cell lies in a merged range and is not its first: it is empty, whatever a reader sees there."""
        at = self.headings.columns[column] + 1
        return any(
            top <= row <= bottom and left <= at <= right and (row, at) != (top, left)
            for top, bottom, left, right, _name in self.merged
        )

    def waits(self, row: int, column: str) -> bool:
        """Whether a cell holds a formula that nobody has worked out: it is empty only to a reader."""
        return (row, self.headings.columns[column] + 1) in self.unsolved

    def note(self, code: str, row: Row, column: str, /, *, warning: bool = False, **values: Any) -> None:
        """Note a faulty cell; ``where`` is what its column is called in the file."""
        values["where"] = self._heading(column)
        fault = Fault(code=code, path=column, place=self.place(row, column), values=values, warning=warning)
        self.faults.append(fault)

    def place(self, row: Row, column: str) -> Place:
        """Where a person's cell stands."""
        return self.sheet.place(row.number, self.headings.columns[column])

    @property
    def refused(self) -> bool:
        """Whether there is a fault for which nothing of the file is taken."""
        return any(not fault.warning for fault in self.faults)

    def _heading(self, column: str) -> str:
        cells = self.sheet.rows[self.headings.at][1]
        written = cells[self.headings.columns[column]]
        return " ".join(written.split()) if isinstance(written, str) else HEADINGS[column][0]


def tidy(name: str, cell: str) -> str:
    """Without what nobody sees; ids and levels in half-width signs; a hanzi name without the space that pads it."""
    shown = cell if cell.isprintable() else "".join(each for each in cell if unicodedata.category(each) != "Cf")
    text = " ".join(shown.split())
    if name in HALF_WIDTH:
        return unicodedata.normalize("NFKC", text).strip()
    return closed(text) if name in ("name", "unit") else text


def closed(text: str) -> str:
    """A hanzi name without spaces; any other name as it is."""
    joined = text.replace(" ", "")
    return joined if HANZI.fullmatch(joined) else text


def ids_in(text: str) -> tuple[str, ...]:
    """The ids that a cell lists, each once."""
    return tuple(dict.fromkeys(each for each in BETWEEN_IDS.split(text) if each))


def units_in(text: str, known: frozenset[str] | set[str]) -> tuple[str, ...]:
    """The names of units that a cell lists, each once: of what stands between the marks, spaces part known names."""
    found: list[str] = []
    for piece in (text.strip(),) if closed(text) in known else BETWEEN_UNITS.split(text):
        name, words = closed(piece.strip()), piece.split()
        if name in known or not all(each in known for each in words):
            found.append(name)
        else:
            found += words
    return tuple(dict.fromkeys(each for each in found if each))

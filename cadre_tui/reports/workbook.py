"""A workbook as data: sheets of texts, numbers and formulas that the reader's program works out again."""

from dataclasses import dataclass
from fractions import Fraction

from cadre_tui.reports.document import Side


@dataclass(frozen=True)
class Formula:
    """``text`` as Excel writes it, with ``=``; ``value`` is what the program found, shown until it is worked out."""

    text: str
    value: Fraction | str


Cell = str | int | Fraction | Formula | None
"""A fraction that no decimal number is whole is written as a division, so that nothing is lost."""


@dataclass(frozen=True)
class SheetColumn:
    """What it is headed with; how wide, in characters; how many places its numbers show (None: as they are)."""

    heading: str
    width: int = 10
    places: int | None = None
    side: Side = "center"


@dataclass(frozen=True)
class Chart:
    """Columns over the rows of one sheet: their labels and their values by column, counted from 0."""

    title: str
    labels: int
    values: int
    first: int
    last: int
    """Rows, counted from 0."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: a title, notes beneath it, then columns and rows. ``frozen`` columns stay in sight."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    frozen: int = 0
    chart: Chart | None = None

    @property
    def head(self) -> int:
        """The row of the headings, counted from 0."""
        return 1 + len(self.notes)

    def row(self, at: int) -> int:
        """The number that Excel gives the row in place ``at``: as it stands in formulas."""
        return self.head + at + 2


@dataclass(frozen=True)
class Workbook:
    """All sheets. ``mark`` and ``pages`` are printed on every page, as a document's are."""

    title: str
    sheets: tuple[Sheet, ...]
    pages: str
    mark: str = ""


def letter(column: int) -> str:
    """The letters of a column, counted from 0: ``A``, ``Z``, ``AA``."""
    letters = ""
    column += 1
    while column:
        column, at = divmod(column - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters

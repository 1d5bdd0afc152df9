"""What an office hands round, as data: blocks of texts that are already worded.

A document is built once, in ``words``, and every renderer draws all of it. So a sheet says the same on every paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Side = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Heading:
    """A heading of the first order within a document."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text: the ``body`` of an official paper, a smaller ``note``, to the ``right`` (who issued it), or a
    ``strong`` line of its own."""

    text: str
    kind: Literal["body", "note", "right", "strong"] = "body"


@dataclass(frozen=True)
class Fields:
    """Labels with what stands behind them, ``across`` pairs a line."""

    pairs: tuple[tuple[str, str], ...]
    across: Literal[1, 2] = 2


@dataclass(frozen=True)
class Column:
    """A column: what it is headed with, its share of the width, on which side its cells stand."""

    heading: str
    width: int = 10
    side: Side = "center"


@dataclass(frozen=True)
class Table:
    """Rows under columns; on paper the headings stand again on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Bar:
    """One line of a chart: a value of each series (None: there is none), with the figure that stands beside it."""

    label: str
    values: tuple[Fraction | None, ...]
    figures: tuple[str, ...]
    full: Fraction
    """What the whole width stands for; above 0."""

    def share(self, value: Fraction) -> Fraction:
        """How much of the width a value takes, from 0 to 1."""
        return min(max(value / self.full, Fraction(0)), Fraction(1))


@dataclass(frozen=True)
class Bars:
    """Bars with their numbers; ``legend`` names the series, empty where there is one only."""

    title: str
    bars: tuple[Bar, ...]
    legend: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One criterion of a form on paper: options to tick, lines to write on, what is written there already.

    ``options`` are (text, chosen); ``lines`` are (label, what is written), empty where somebody writes by hand.
    """

    number: str
    text: str
    points: str = ""
    notes: tuple[str, ...] = ()
    options: tuple[tuple[str, bool], ...] = ()
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on, each behind its label, all beside one another."""

    labels: tuple[str, ...]


Block = Heading | Paragraph | Fields | Table | Bars | Question | Signatures


@dataclass(frozen=True)
class Document:
    """A whole paper. ``mark`` and ``running`` stand on every page: what a rehearsal is marked with, and whose it is.

    ``pages`` is how a page is numbered, with ``{page}`` and ``{pages}`` in it; ``seal`` are the hashes at the end;
    ``language`` is the BCP 47 tag of its texts.
    """

    title: str
    blocks: tuple[Block, ...]
    pages: str
    subtitle: str = ""
    mark: str = ""
    running: str = ""
    seal: tuple[str, ...] = ()
    language: str = "zh-CN"

    def tables(self) -> Sequence[Table]:
        """Its tables, in order."""
        return [each for each in self.blocks if isinstance(each, Table)]

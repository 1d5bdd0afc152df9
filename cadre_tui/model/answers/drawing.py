"""How a criterion is drawn, as data. A kind says it, a screen draws it: a kind never makes a widget."""

from decimal import Decimal
from typing import Literal

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.base import Frozen
from cadre_tui.model.text import Text


class DrawnOption(Frozen):
    """One choice: its text and the answer that choosing it gives. ``earns`` is points, None where it has none."""

    text: Text
    answer: Answer
    earns: Decimal | None = None


class Choices(Frozen):
    """A list of options, of which one is chosen; the digit n chooses the n-th (from 1)."""

    shape: Literal["choices"] = "choices"
    options: tuple[DrawnOption, ...]


class NumberField(Frozen):
    """A single number. ``rule`` are the tiers (at_least, points) or rates that the form shows beside it."""

    shape: Literal["number"] = "number"
    unit: Text | None = None
    minimum: Decimal | None = Decimal(0)
    per: Decimal | None = None
    cap: Decimal | None = None
    tiers: tuple[tuple[Decimal, Decimal], ...] = ()


class RatioField(Frozen):
    """Done of planned; the share is shown as it is typed."""

    shape: Literal["ratio"] = "ratio"
    unit: Text | None = None


class DrawnLine(Frozen):
    """One numbered line of a deduct or count criterion: points ``per`` piece, or an amount ``between`` two."""

    id: str
    text: Text
    per: Decimal | None = None
    between: tuple[Decimal, Decimal] | None = None
    cap: Decimal | None = None


class NumberLines(Frozen):
    """A number for each line. ``deducts`` tells whether the numbers take points away."""

    shape: Literal["lines"] = "lines"
    lines: tuple[DrawnLine, ...]
    deducts: bool


class TextField(Frozen):
    """A text of several lines."""

    shape: Literal["text"] = "text"


class DateField(Frozen):
    """A day, typed as 2026-11-01."""

    shape: Literal["date"] = "date"


class AbsentField(Frozen):
    """Nothing to fill in: the plugin that brings the ``kind`` is not at hand."""

    shape: Literal["absent"] = "absent"
    kind: str


Drawing = Choices | NumberField | RatioField | NumberLines | TextField | DateField | AbsentField

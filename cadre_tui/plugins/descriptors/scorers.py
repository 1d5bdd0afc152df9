"""Another way from what the criteria earned to a checklist's total."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.plugins.descriptors.saying import Exact, Words


@dataclass(frozen=True)
class Row:
    """What one criterion earned, of how many points, both exact; ``score`` is None where it is out.

    ``section`` is the id of its section, ``kind`` whether that is base, bonus or penalty.
    """

    id: str
    section: str
    kind: Literal["base", "bonus", "penalty"]
    points: Fraction
    score: Fraction | None


@dataclass(frozen=True)
class Scored:
    """The frozen checklist, and a row for each of its criteria, in order. No answer is among it."""

    checklist: Checklist
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Total:
    """A total in points, not rounded (None: there is none), and every step that leads to it."""

    points: Exact | None
    why: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Scorer:
    """A way to a checklist's total, chosen by the name that the checklist gives as ``scorer``.

    ``total`` is pure. The program does not let the total fall below 0, rounds it, and gives the grade by the
    checklist's own bands.
    """

    name: str
    title: Words
    total: Callable[[Scored], Total]

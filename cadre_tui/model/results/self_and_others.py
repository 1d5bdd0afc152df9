"""Oneself against others, criterion by criterion: the four quadrants, and how it went over the rounds."""

from decimal import Decimal
from enum import StrEnum

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.comparable import Unlike
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.result import Beside, CriterionResult
from cadre_tui.model.text import Text


class Quadrant(StrEnum):
    """What oneself and others see in a criterion."""

    OPEN = "open"
    """A strength that both see."""
    HIDDEN = "hidden-strength"
    """A strength that others see and oneself does not."""
    BLIND = "blind-spot"
    """A weakness that others see and oneself does not."""
    SHARED = "shared-weakness"
    """A weakness that both see."""


class Lean(StrEnum):
    """Oneself put above others, or below them, by at least the least gap."""

    OVER = "over"
    UNDER = "under"


class PastFigures(Frozen):
    """What a former round showed of a criterion that means the same, in points; None where it showed nothing."""

    round: str
    title: Text
    own: Decimal | None
    peers: Decimal | None


class PastApart(Frozen):
    """A former round that a criterion cannot be held against, and why."""

    round: str
    title: Text
    unlike: Unlike


class Compared(Frozen):
    """One criterion. ``quadrant`` and ``lean`` are None where there is nothing to compare with.

    ``before`` are the former rounds that showed something of it, the oldest first; ``apart`` those that asked it with
    another meaning.
    """

    row: CriterionResult
    quadrant: Quadrant | None = None
    lean: Lean | None = None
    before: tuple[PastFigures, ...] = ()
    apart: tuple[PastApart, ...] = ()


class SelfAndOthers(Frozen):
    """Everything that a result says of a person, without total, grade and rank.

    ``beside`` is the former round that the result is compared with, and what of it is not asked any more.
    """

    round: str
    title: Text
    mock: bool = False
    subject: Person
    unit: str = ""
    criteria: tuple[Compared, ...]
    beside: Beside | None = None

    def within(self, quadrant: Quadrant) -> tuple[Compared, ...]:
        """The criteria of a quadrant: of strengths the highest first, of weaknesses the lowest, by colleagues."""
        found = [each for each in self.criteria if each.quadrant is quadrant]
        strong = quadrant in (Quadrant.OPEN, Quadrant.HIDDEN)
        return tuple(sorted(found, key=lambda each: _share(each.row.peers, each.row.points), reverse=strong))


def _share(figure: Decimal | None, points: Decimal) -> Decimal:
    return (figure or Decimal(0)) / points

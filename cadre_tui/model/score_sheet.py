"""The score of one response, with the reason for every number, in codes and numbers only."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from pydantic import ConfigDict

from cadre_tui.model.base import Frozen


class Step(Frozen):
    """One step of the arithmetic: a reason code and its numbers. ``words.steps`` puts a sentence to it."""

    code: str
    values: Mapping[str, Any] = {}


class Missing(Frozen):
    """Something that must be there before handing in."""

    criterion: str
    what: Literal["answer", "evidence", "reason"]


class CriterionScore(Frozen):
    """What a criterion earned, unrounded; ``score`` is None where it is out or has none."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    id: str
    section: str
    score: Fraction | None
    points: Fraction
    why: tuple[Step, ...]


class SectionScore(Frozen):
    """A section's sum before rescaling, up to its cap; None where nothing in it has a score.

    ``points`` are those of its criteria, ``points_in`` those of the criteria that are in.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    id: str
    score: Fraction | None
    points: Fraction
    points_in: Fraction


class ScoreSheet(Frozen):
    """One response, scored by one checklist. ``total`` is rounded once, half up; None where no base points are in.

    ``exact`` is the total before it was rounded: what a round goes on to reckon with.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    checklist: str
    digest: str
    total: Decimal | None
    grade: str | None
    veto: str | None
    missing: tuple[Missing, ...]
    sections: tuple[SectionScore, ...]
    criteria: tuple[CriterionScore, ...]
    why: tuple[Step, ...] = ()
    exact: Fraction | None = None

    def row(self, criterion_id: str) -> CriterionScore | None:
        """What the criterion of that id earned."""
        return self._rows.get(criterion_id)

    @cached_property
    def _rows(self) -> Mapping[str, CriterionScore]:
        return {each.id: each for each in self.criteria}

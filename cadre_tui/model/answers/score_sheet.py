"""The score of one response, with the reason for every number, in codes and numbers only.

They are made by the hundred thousand, by this program alone and never read from a file: plain dataclasses, which
check nothing again.
"""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from cadre_tui.model.base import Frozen
from cadre_tui.model.value import value


@value
class Step:
    """One step of the arithmetic: a reason code and its numbers. ``words.steps`` puts a sentence to it."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


class Missing(Frozen):
    """Something that must be there before handing in."""

    criterion: str
    what: Literal["answer", "evidence", "reason"]


@value
class CriterionScore:
    """What a criterion earned, unrounded; ``score`` is None where it is out or has none.

    ``unscored``: it has none because it could not be worked out, as ``why`` says.
    """

    id: str
    section: str
    score: Fraction | None
    points: Fraction
    why: tuple[Step, ...]
    unscored: bool = False


@value
class SectionScore:
    """A section's sum before rescaling, up to its cap; None where nothing in it has a score.

    ``points`` are those of its criteria, ``points_in`` those of the criteria that are in.
    """

    id: str
    score: Fraction | None
    points: Fraction
    points_in: Fraction


@value
class Reckoned:
    """One response as a round goes on to reckon with it: nothing rounded, no grade, no words.

    ``criteria`` are all of the checklist's, in its order. ``exact`` is the total; None where no base points are in.
    ``unscored`` says why there is none though there should be: a plugin's part of the arithmetic is not at hand, or
    failed. ``by_scorer`` is how a plugin's scorer came to the total.
    """

    sections: tuple[SectionScore, ...]
    criteria: tuple[CriterionScore, ...]
    exact: Fraction | None
    unscored: tuple[Step, ...] = field(default=(), kw_only=True)
    by_scorer: tuple[Step, ...] = field(default=(), kw_only=True)

    def row(self, criterion_id: str) -> CriterionScore | None:
        """What the criterion of that id earned."""
        return self._rows.get(criterion_id)

    @cached_property
    def _rows(self) -> Mapping[str, CriterionScore]:
        return {each.id: each for each in self.criteria}


@value
class ScoreSheet(Reckoned):
    """One response, scored by one checklist. ``total`` is ``exact`` rounded once, half up."""

    checklist: str
    digest: str
    total: Decimal | None
    grade: str | None
    veto: str | None
    missing: tuple[Missing, ...]
    why: tuple[Step, ...]

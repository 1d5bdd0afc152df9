"""What a round found about one person: self beside colleagues, criterion by criterion."""

from decimal import Decimal
from typing import Literal

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklist import Checklist, Focus, Purpose
from cadre_tui.model.people import Person
from cadre_tui.model.score_sheet import Step
from cadre_tui.model.text import Text


class Part(Frozen):
    """One use of a checklist: its score for this person (mean of raters' totals), raters counted, weight.

    ``score`` is None with a ``withheld`` code: ``not-handed-in``, ``too-few-raters``, ``no-score``.
    """

    checklist: str
    title: Text
    by: Purpose
    weight: Decimal
    score: Decimal | None
    raters: int | None
    withheld: str | None = None


class CriterionResult(Frozen):
    """One criterion: scores in points of ``points``, rounded to two places, half up.

    ``peers`` is the mean of the colleagues who scored it, ``raters`` how many; both None below the minimum.
    ``gap`` is self minus peers (positive: sees more in oneself than others do), in points; None unless both answered
    the same criterion. ``change`` is this round's mean of peers (else self) minus the former round's, where the
    meaning of the criterion has not changed. ``own_why`` is the arithmetic of the own score, step by step; there also
    where the answer has no score, empty where oneself handed nothing in.
    """

    criterion: str
    checklist: str
    section: Text
    text: Text
    focus: Focus | None
    points: Decimal
    own: Decimal | None
    peers: Decimal | None
    inspection: Decimal | None
    raters: int | None
    gap: Decimal | None
    change: Decimal | None
    guidance: Text | None = None
    own_why: tuple[Step, ...] = ()


class Former(Frozen):
    """A former published round's total for the same person, oldest first in a list."""

    round: str
    title: Text
    total: Decimal | None


class Result(Frozen):
    """All that is shown of one person's result. ``why`` is the arithmetic of the total, step by step.

    ``unit`` is the name of the person's unit as it was in the round. ``checklists`` are the round's frozen ones, in
    which the texts stand that the steps name. ``mock``: the round was a rehearsal.
    """

    round: str
    title: Text
    subject: Person
    unit: str = ""
    total: Decimal | None
    grade: Text | None
    withheld: Literal["incomplete"] | None
    parts: tuple[Part, ...]
    criteria: tuple[CriterionResult, ...]
    former: tuple[Former, ...]
    min_raters: int
    why: tuple[Step, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    mock: bool = False

    def checklist(self, name: str) -> Checklist | None:
        """The checklist of that ``id|version``, if it was used."""
        return next((each for each in self.checklists if each.name == name), None)

"""What a round found about one person: self beside colleagues, criterion by criterion."""

from decimal import Decimal
from typing import Literal

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklist import Checklist, Focus, Purpose
from cadre_tui.model.people import Person
from cadre_tui.model.round_rules import Secrecy
from cadre_tui.model.score_sheet import Step
from cadre_tui.model.text import Text


class GroupPart(Frozen):
    """Rater groups that are counted as one: the mean of their raters' totals, how many they are, their weight.

    ``titles`` are of all groups in it, in the rules' order. ``score`` and ``raters`` are None with the ``withheld``
    code ``kept-back``, which is the same whatever the reason.
    """

    ids: tuple[str, ...]
    titles: tuple[Text, ...]
    weight: Decimal
    score: Decimal | None
    raters: int | None
    withheld: str | None = None


class Part(Frozen):
    """One use of a checklist: its score for this person (mean of raters' totals), raters counted, weight.

    Where the round has rater ``groups`` the colleagues' score is Σ weight × group's mean ÷ Σ weight.
    ``score`` is None with a ``withheld`` code: ``not-handed-in``, ``too-few-raters``, ``no-score``.
    """

    checklist: str
    title: Text
    by: Purpose
    weight: Decimal
    score: Decimal | None
    raters: int | None
    withheld: str | None = None
    groups: tuple[GroupPart, ...] = ()


class CriterionResult(Frozen):
    """One criterion: scores in points of ``points``, rounded to two places, half up.

    ``peers`` is the mean of the colleagues who scored it (of the groups, weighted, where there are any), ``raters``
    how many; both None, with ``withheld`` ``kept-back``, where they would tell too much. ``groups`` are the means by
    group, in the order of the part's groups; None where kept back.
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
    withheld: str | None = None
    groups: tuple[Decimal | None, ...] = ()


class Comment(Frozen):
    """What a colleague wrote to a criterion, whoever it was."""

    checklist: str
    criterion: str
    text: str


class Vote(Frozen):
    """Who gave what to one criterion. ``score`` in points, None where it has none; ``group`` the rater group's title.

    ``code`` is the rater's code in the round: what stands for the name elsewhere.
    """

    rater: Person
    code: str
    checklist: str
    criterion: str
    text: Text
    points: Decimal
    score: Decimal | None
    reason: str
    group: Text | None = None


class Former(Frozen):
    """A former published round's total for the same person, oldest first in a list."""

    round: str
    title: Text
    total: Decimal | None


class Result(Frozen):
    """All that is shown of one person's result. ``why`` is the arithmetic of the total, step by step.

    ``unit`` is the name of the person's unit as it was in the round. ``checklists`` are the round's frozen ones, in
    which the texts stand that the steps name. ``mock``: the round was a rehearsal. ``comments`` are the colleagues',
    sorted by their text; None where all are kept back, as where fewer than ``min_comments`` rated.
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
    secrecy: Secrecy = Secrecy.CONFIDENTIAL
    comments: tuple[Comment, ...] | None = ()
    min_comments: int = 1

    def checklist(self, name: str) -> Checklist | None:
        """The checklist of that ``id|version``, if it was used."""
        return next((each for each in self.checklists if each.name == name), None)

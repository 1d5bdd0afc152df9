"""What a round found about one person: self beside colleagues, criterion by criterion.

What a result is made of, dozens a person, are plain dataclasses: this program makes them of what it has checked.
"""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Known
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Checklist, Focus, Grade, Purpose
from cadre_tui.model.checklists.comparable import ApartCriterion, Unlike
from cadre_tui.model.checklists.erratum import Errata
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.worked import Worked
from cadre_tui.model.rounds.counting_rules import PinnedRule, Rule
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.model.text import Text
from cadre_tui.model.value import value

Steady = Literal["same", "may-change", "kept-back"]
"""Whether the grade would be another without any one colleague's answers; or that it would tell too much."""


@value
class Counts:
    """Given out, returned, valid and void, in responses. ``valid`` and ``void`` are None where they are too few."""

    asked: int
    returned: int
    valid: int | None
    void: int | None


@value
class Given:
    """What oneself, or an inspection, gave a criterion: exact points of its ``points``, and how they came about.

    ``evidence`` are references in words; ``known`` is what a source said of it, beside what counts. ``objection`` is
    the answer where it is another number, with the reason; ``confirmed``: it is the very number.
    """

    by: Purpose
    score: Fraction | None
    points: Fraction
    why: tuple[Step, ...] = ()
    reason: str = ""
    evidence: tuple[str, ...] = ()
    known: Known | None = None
    objection: Answer | None = None
    confirmed: bool = False

    @property
    def taken(self) -> Fraction | None:
        """The points taken off, of the criterion's full ones (of a penalty: all of it); None where there are none."""
        if self.score is None:
            return None
        taken = self.points - self.score if self.points else -self.score
        return taken if taken > 0 else None


@value
class GroupPart:
    """Rater groups that are counted as one: their figure by the round's rule, how many they are, their weight.

    ``titles`` are of all groups in it, in the rules' order. ``score`` and ``raters`` are None with the ``withheld``
    code ``kept-back``, which is the same whatever the reason. ``exact`` is the score before rounding, ``worked`` what
    it is worked out from; by votes the criteria are.
    """

    ids: tuple[str, ...]
    titles: tuple[Text, ...]
    weight: Decimal
    score: Decimal | None
    raters: int | None
    withheld: str | None = None
    exact: Fraction | None = None
    worked: Worked | None = None


@value
class Part:
    """One use of a checklist: its score for this person, raters counted, weight. Colleagues' by the round's rule.

    Where the round has rater ``groups`` the colleagues' score is Σ weight × group's mean ÷ Σ weight.
    ``score`` is None with a ``withheld`` code: ``not-handed-in``, ``too-few-raters``, ``no-score``,
    ``unscored`` (``unscored`` then says why: a plugin's part of the arithmetic is not at hand, or failed).
    ``exact`` is the score before rounding. ``worked`` is what it is worked out from: of colleagues where there are no
    groups and it is not added up from the criteria, of inspections the mean. ``counts``: how many were asked and
    answered. ``shift``: the points by which the raters' severity moved it, where the rules adopt that.
    ``sheets`` are the steps to the total of each response: one's own, and each inspection's.
    """

    checklist: str
    title: Text
    by: Purpose
    weight: Decimal
    score: Decimal | None
    raters: int | None
    withheld: str | None = None
    groups: tuple[GroupPart, ...] = ()
    exact: Fraction | None = None
    worked: Worked | None = None
    counts: Counts | None = None
    shift: Fraction | None = None
    sheets: tuple[tuple[Step, ...], ...] = ()
    unscored: tuple[Step, ...] = ()


@value
class SectionResult:
    """A section's sums in points, rounded to two places; ``points`` are those of its criteria.

    ``peers`` by the round's rule, ``groups`` by group; None where a figure of its criteria is kept back.
    """

    section: str
    checklist: str
    title: Text
    points: Decimal
    own: Decimal | None
    peers: Decimal | None
    inspection: Decimal | None
    groups: tuple[Decimal | None, ...] = ()


@value
class CriterionResult:
    """One criterion: scores in points of ``points``, rounded to two places, half up.

    ``peers`` is what the colleagues gave who scored it, by the round's rule (of the groups, weighted, where there are
    any), ``raters`` how many, ``unknown`` how many answered without a score (不了解); all None, with ``withheld``
    ``kept-back``, where they would tell too much. ``exact`` is ``peers`` before rounding, ``worked`` what it is
    worked out from where there are no groups; ``groups`` and ``group_worked`` are the same by group, in the order of
    the part's groups; None where kept back. ``given`` is what oneself and each inspection gave it.
    ``gap`` is self minus peers (positive: sees more in oneself than others do), in points; None unless both answered
    the same criterion. ``change`` is this round's mean of peers (else self) minus the former round's, where the
    meaning of the criterion has not changed. ``unlike`` is why the criterion cannot be held against
    that round. ``own_why`` is the arithmetic of the own score, step by step; there also
    where the answer has no score, empty where oneself handed nothing in. ``unlike`` is why it cannot be held against
    the former round, where the person took part in one and it cannot.
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
    section_id: str = ""
    exact: Fraction | None = None
    unknown: int | None = None
    worked: Worked | None = None
    group_worked: tuple[Worked | None, ...] = ()
    given: tuple[Given, ...] = ()
    unlike: Unlike | None = None


@value
class Comment:
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


class Beside(Frozen):
    """The former round that a result is compared with, and the criteria of it that are not asked any more."""

    round: str
    title: Text
    gone: tuple[ApartCriterion, ...] = ()


@value
class Former:
    """A former published round's total for the same person, oldest first in a list."""

    round: str
    title: Text
    total: Decimal | None


@value
class Result:
    """All that is shown of one person's result. ``why`` is the arithmetic of the total, step by step.

    ``unit`` is the name of the person's unit as it was in the round. ``checklists`` are the round's frozen ones, in
    which the texts stand that the steps name. ``mock``: the round was a rehearsal. ``comments`` are the colleagues',
    sorted by their text; None where all are kept back, as where fewer than ``min_comments`` rated.
    ``exact`` is the total before rounding, ``rule`` how colleagues' figures are worked out, ``grades`` the bands.
    ``rules_hash`` is the hash of what the round froze, ``places`` the decimal places of totals. ``error`` is that of
    the total: points either way, with 95 %, by the differences of all votes of the round; None where none is told.
    ``errata`` are told beside the texts of the checklists, by their names. ``beside`` is the former round that it
    is compared with.
    """

    round: str
    title: Text
    subject: Person
    total: Decimal | None
    grade: Text | None
    withheld: Literal["incomplete"] | None
    parts: tuple[Part, ...]
    criteria: tuple[CriterionResult, ...]
    former: tuple[Former, ...]
    min_raters: int
    unit: str = ""
    why: tuple[Step, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    mock: bool = False
    secrecy: Secrecy = Secrecy.CONFIDENTIAL
    comments: tuple[Comment, ...] | None = ()
    min_comments: int = 1
    exact: Fraction | None = None
    rule: Rule | PinnedRule = Rule.MEAN
    steady: Steady | None = None
    places: int = 1
    grades: tuple[Grade, ...] = ()
    sections: tuple[SectionResult, ...] = ()
    rules_hash: str = ""
    error: Decimal | None = None
    errata: Mapping[str, Errata] = field(default_factory=dict)
    beside: Beside | None = None

    def checklist(self, name: str) -> Checklist | None:
        """The checklist of that ``id|version``, if it was used."""
        return next((each for each in self.checklists if each.name == name), None)

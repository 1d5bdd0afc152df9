"""What a round's file says: whom it asks for what, by when, how it counts and how it keeps silent."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Grade, Purpose, Rounding
from cadre_tui.model.rounds.counting_rules import Quota, Referral, Rule, RuleName
from cadre_tui.model.text import Text
from cadre_tui.model.written import Day, Flag, Number, Whole

Positive = Annotated[Whole, Field(ge=1)]
Count = Annotated[Whole, Field(ge=0)]
Share = Annotated[Number, Field(ge=0, le=1)]


BEST_ON_BALLOT: Final = Decimal("0.4")
"""The share of the people on a ballot who may be given the best grade, where the rules say nothing."""

PURPOSES: Final = tuple(Purpose)

PAIRED: Final = frozenset({"list", "balanced"})
"""The ways of finding colleagues that need stored pairs."""


class Relation(StrEnum):
    """How a rater stands to the person rated."""

    SUPERIORS = "superiors"
    EQUALS = "equals"
    SUBORDINATES = "subordinates"
    SERVED = "served"
    UNIT = "unit"


class Secrecy(StrEnum):
    """Who may learn who gave which score.

    ``named``: the organiser and the person rated may see who. ``confidential``: the program knows who, so that it can
    remind, and shows it to nobody. ``anonymous``: colleagues vote by ballot, and the program does not know who.
    """

    NAMED = "named"
    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"


class Use(Frozen):
    """One checklist in a round: who fills it, and its weight in the total (0: shown, not counted).

    ``checklist`` is an id, or ``id|version``; the round pins the version when it is opened.
    """

    checklist: str
    by: Purpose
    weight: Number = Decimal(0)


class RaterGroup(Frozen):
    """评价主体: raters by how they stand to the person rated (``who``), at one of ``levels`` where some are named.

    A rater belongs to the first group that fits. ``weight`` counts among the groups; a group with fewer than
    ``minimum`` valid answers (left out: the round's ``min_raters``) is counted with the group ``merge``; where none
    is named, with the next in the rules, the last with the one before it. In an anonymous round ``who`` is not said:
    whoever draws one of the group's slips votes in it.
    """

    id: str
    title: Text
    who: tuple[Relation, ...] = ()
    levels: tuple[str, ...] = ()
    weight: Annotated[Number, Field(ge=0)] = Decimal(1)
    minimum: Positive | None = None
    merge: str | None = None


class Validity(Frozen):
    """When a rater's set of responses is taken; what is left out is not looked at.

    ``blanks``: the share (0 to 1) of a response's criteria that may stay blank and count as 不了解; more are refused.
    ``best``: the share (0 to 1) of the people rated who may be given the best grade; a set with more is sent back to
    be thought over. One person may always have it.
    """

    blanks: Share | None = None
    best: Share | None = None


class RoundRules(Frozen):
    """What a round file says. Frozen and hashed when the round opens.

    ``colleagues``: who rates whom. ``unit`` (all of one's unit), ``roster`` (whom the roster names), ``groups`` (by
    ``group``), ``list`` (a hand-made list), ``balanced`` (``reviewers`` each, dealt out evenly within the unit by
    ``seed``; ``spare_superiors``: nobody rates their superior), ``ballots`` (whoever draws a slip, in an anonymous
    round), ``none``. ``tellers`` are the people who count the slips and open the boxes, two at a time;
    ``ballot_text``: on a ballot a word about each person may be written.
    ``sequence``: self-assessment and colleagues ``together``, or ``self-first``.
    ``opens`` and ``deadlines`` carry their zone; ``grace`` is the hours after a deadline in which a hand-in is taken
    and marked late. ``min_raters`` and ``min_comments``: no figure, no comment from colleagues is shown from fewer;
    left out they are 5 and 8 where the round is confidential, 1 where it is named (see ``least_raters``).
    ``unanimity``: whether a confidential round shows a criterion's figure when all answered it alike.
    ``rule``: how what colleagues gave becomes a figure, at every level (see ``scoring.statutory``); in a named
    round it may be a plugin's. ``adopt``: whether totals reckon with the ``plain`` figure, or with the one
    ``adjusted`` for the raters' severity.
    ``quota``: how many may have a grade. ``refer``: which cases people look at before the publication.
    ``inspectors`` are the people who fill the checklists used by ``check``. ``units`` empty: all take part.
    ``appeal_days``: days after publication in which a cadre may object (0: none). ``commendations``: whether a word
    of encouragement bears its writer's name. ``remind_every``: hours between two reminders of one person.
    ``facts_from``: the day from which on known numbers (``fact``) are counted; left out, New Year's Day
    (see ``services.study.round_period``).
    ``mock``: a rehearsal, marked as one everywhere.
    """

    id: str
    title: Text
    use: tuple[Use, ...]
    mock: Flag = False
    secrecy: Secrecy = Secrecy.CONFIDENTIAL
    colleagues: Literal["unit", "roster", "groups", "list", "balanced", "ballots", "none"] = "unit"
    group: tuple[RaterGroup, ...] = ()
    reviewers: Positive | None = None
    seed: Count | None = None
    spare_superiors: Flag = False
    inspectors: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    ballot_text: Flag = False
    units: tuple[str, ...] = ()
    sequence: Literal["together", "self-first"] = "together"
    opens: Mapping[Purpose, datetime] = Field(default_factory=dict)
    deadlines: Mapping[Purpose, datetime] = Field(default_factory=dict)
    grace: Count = 0
    min_raters: Positive | None = None
    min_comments: Positive | None = None
    unanimity: Literal["withhold", "show"] = "withhold"
    validity: Validity = Validity()
    rule: RuleName = Rule.MEAN
    adopt: Literal["plain", "adjusted"] = "plain"
    rounding: Rounding = Rounding(places=1)
    grade: tuple[Grade, ...] = ()
    quota: Quota | None = None
    refer: tuple[Referral, ...] = ()
    appeal_days: Count = 0
    commendations: Literal["signed", "unsigned", "none"] = "signed"
    remind_every: Count = 24
    former: str | None = None
    facts_from: Day | None = None

    @property
    def confidential(self) -> bool:
        """Whether nobody is shown who gave which score: kept silent by the program, or not known to it."""
        return self.secrecy is not Secrecy.NAMED

    @property
    def anonymous(self) -> bool:
        """Whether colleagues vote by ballot, so that the program does not know who gave which score."""
        return self.secrecy is Secrecy.ANONYMOUS

    @property
    def best_on_ballot(self) -> Decimal:
        """The share (0 to 1) of the people on a ballot who may be given the best grade."""
        return BEST_ON_BALLOT if self.validity.best is None else self.validity.best

    @property
    def least_raters(self) -> int:
        """No figure from colleagues is shown from fewer."""
        return self.min_raters or (5 if self.confidential else 1)

    @property
    def least_comments(self) -> int:
        """No comment of colleagues is shown from fewer raters."""
        return self.min_comments or (8 if self.confidential else 1)

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """What the round asks for."""
        asked = {use.by for use in self.use}
        return tuple([each for each in PURPOSES if each in asked])

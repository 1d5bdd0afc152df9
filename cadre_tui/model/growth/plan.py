"""改进计划: what somebody makes of a result: what to do, at which work, by when, and how it will show."""

from datetime import date, datetime
from enum import StrEnum

from cadre_tui.model.base import Frozen
from cadre_tui.model.text import Text

MOST_ITEMS = 8
"""Items of a plan: a short one is carried out."""

LONGEST = 500
"""Characters of what is to be done."""


class Followed(StrEnum):
    """What became of an item."""

    DONE = "done"
    PARTLY = "partly"
    NOT = "not"


class FollowUp(Frozen):
    """What oneself says became of an item. ``round`` is the one whose self-assessment asked; empty: in between."""

    how: Followed
    word: str = ""
    round: str = ""
    at: datetime


class PlanItem(Frozen):
    """``criterion`` of ``checklist`` (its id) is what it is about; both empty: nothing in particular.

    ``what`` is to be done, ``work`` the work that it is tied to, ``by`` the last day (in China), ``proof`` how one
    sees it.
    """

    id: str
    checklist: str = ""
    criterion: str = ""
    what: str
    work: str = ""
    by: date | None = None
    proof: str = ""
    followed: FollowUp | None = None

    @property
    def open(self) -> bool:
        """Whether something is left to do."""
        return self.followed is None or self.followed.how is not Followed.DONE

    def due(self, today: date) -> bool:
        """Whether its day has come and something is left to do."""
        return self.open and self.by is not None and self.by <= today


class Plan(Frozen):
    """What one person made of the result of one round; ``seen`` is when they first saw what others see in them.

    ``title`` and ``mock`` are the round's. Its items stand in the order in which they were written.
    """

    round: str
    title: Text
    mock: bool = False
    items: tuple[PlanItem, ...] = ()
    seen: datetime | None = None

    def item(self, item_id: str) -> PlanItem | None:
        """The item of that id."""
        return next((each for each in self.items if each.id == item_id), None)


class Origin(StrEnum):
    """Where a proposal comes from."""

    UNFINISHED = "unfinished"
    """The former plan has it, and it is not done."""
    BLIND = "blind-spot"
    SHARED = "shared-weakness"
    OVER = "over-estimated"
    """Oneself noticeably above others, where both are high."""
    FOUND_LOW = "found-low"
    """Oneself alone answered it, and it is low."""
    LEAST = "least"
    """Nothing of these: what is furthest from its points, so that nobody leaves without something to do better."""


class Proposal(Frozen):
    """An item to begin from. ``what`` is the criterion's guidance, or what the unfinished item said."""

    origin: Origin
    checklist: str
    criterion: str
    about: Text | None
    what: Text
    work: str = ""
    by: date
    proof: str = ""

    def item(self, item_id: str, what: str) -> PlanItem:
        """The item that one begins with, in words made of this proposal."""
        return PlanItem(
            id=item_id,
            checklist=self.checklist,
            criterion=self.criterion,
            what=what,
            work=self.work,
            by=self.by,
            proof=self.proof,
        )


class PlanLine(Frozen):
    """The plan that home tells of: items that are not done, how many of them are due, and the next day of the others.

    ``round`` is the plan's; ``asked_in`` are the rounds under way whose self-assessment asks about it, and has not
    been told about each item yet.
    """

    round: str
    title: Text
    open: int
    due: int
    next: date | None
    asked_in: tuple[str, ...] = ()

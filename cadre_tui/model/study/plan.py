"""学习计划: what a cadre or a unit means to study in a year, how far it is, and what came of it at work."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from cadre_tui.model.base import Frozen
from cadre_tui.model.study.terms import Matter, StudyKind

MOST_ITEMS: Final = 24
"""Items of a plan: two a month."""

TOLD: Final = ("goal", "content", "kind", "matter", "work", "hours", "due", "proof")
"""What an item says; where it becomes another, what it was is kept."""


class Progress(StrEnum):
    """How far an item is."""

    NOT_BEGUN = "not-begun"
    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"


class Revision(Frozen):
    """What an item said before it was changed: only the fields that became others, as text."""

    at: datetime
    by: str
    why: str
    was: Mapping[str, str]


class StudyItem(Frozen):
    """``content`` is what is studied and ``goal`` what for; ``work`` is the work or the problem that it is tied to.

    ``hours`` are those planned (0: none said), ``due`` the last day, ``proof`` how one sees that it was done,
    ``outcome`` what came of it at work. ``history`` is what it said before, the oldest first.
    """

    id: str
    goal: str = ""
    content: str
    kind: StudyKind = StudyKind.KNOWLEDGE
    matter: Matter = Matter.BUSINESS
    work: str = ""
    hours: Decimal = Decimal(0)
    due: date | None = None
    proof: str = ""
    progress: Progress = Progress.NOT_BEGUN
    outcome: str = ""
    history: tuple[Revision, ...] = ()

    @property
    def open(self) -> bool:
        """Whether something is left to do."""
        return self.progress in (Progress.NOT_BEGUN, Progress.BEGUN)

    def overdue(self, today: date) -> bool:
        """Whether its day has passed and it is not done."""
        return self.open and self.due is not None and self.due < today

    def changed(self, fresh: "StudyItem", at: datetime, by: str, why: str) -> "StudyItem":
        """``fresh`` in its place, with what it said before; how far it is and what came of it are no such change."""
        was = {name: _written(getattr(self, name)) for name in TOLD if getattr(self, name) != getattr(fresh, name)}
        if not was:
            return fresh.model_copy(update={"history": self.history})
        return fresh.model_copy(update={"history": (*self.history, Revision(at=at, by=by, why=why, was=was))})


class Review(Frozen):
    """What was found when a quarter was looked back on: the items then done of all, and a word."""

    quarter: int
    done: int
    of: int
    word: str
    by: str
    at: datetime


class StudyPlan(Frozen):
    """A year's plan of a cadre (``owner`` a person's id) or of a unit (``of_unit``, ``owner`` the unit's id)."""

    year: int
    owner: str
    of_unit: bool = False
    items: tuple[StudyItem, ...] = ()
    reviews: tuple[Review, ...] = ()

    def item(self, item_id: str) -> StudyItem | None:
        """The item of that id."""
        return next((each for each in self.items if each.id == item_id), None)

    def free_id(self) -> str:
        """The id of the next item."""
        return str(max((int(each.id) for each in self.items if each.id.isdecimal()), default=0) + 1)

    @property
    def kept(self) -> tuple[StudyItem, ...]:
        """The items that were not dropped."""
        return tuple(each for each in self.items if each.progress is not Progress.DROPPED)

    @property
    def done(self) -> int:
        """How many of them are done."""
        return sum(each.progress is Progress.DONE for each in self.kept)

    def overdue(self, today: date) -> int:
        """How many are overdue."""
        return sum(each.overdue(today) for each in self.items)

    def reviewed(self, quarter: int) -> bool:
        """Whether that quarter was looked back on."""
        return any(each.quarter == quarter for each in self.reviews)


def _written(value: object) -> str:
    return "" if value is None else str(value)

"""A round of evaluation: what it asks of whom, by when, and how far it has come."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklist import Grade, Purpose, Rounding
from cadre_tui.model.people import Roster
from cadre_tui.model.text import Text
from cadre_tui.model.written import Number, Whole


class Phase(StrEnum):
    """How far a round has come."""

    SETUP = "setup"
    OPEN = "open"
    CLOSED = "closed"
    PUBLISHED = "published"


class Use(Frozen):
    """One checklist in a round: who fills it, and its weight in the total (0: shown, not counted).

    ``checklist`` is an id, or ``id|version``; the round pins the version when it is opened.
    """

    checklist: str
    by: Purpose
    weight: Number = Decimal(0)


class RoundRules(Frozen):
    """What a round file says. Frozen when the round opens.

    ``colleagues``: ``unit`` (all of one's unit), ``roster`` (whom the roster names) or ``none``.
    ``deadlines`` carry their zone. ``min_raters``: nothing from colleagues is shown from fewer (at least 1).
    ``inspectors`` are the people who fill the checklists used by ``check``. ``units`` empty: all take part.
    """

    id: str
    title: Text
    use: tuple[Use, ...]
    colleagues: Literal["unit", "roster", "none"] = "unit"
    inspectors: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    deadlines: Mapping[Purpose, datetime] = Field(default_factory=dict)
    min_raters: Annotated[Whole, Field(ge=1)] = 3
    rounding: Rounding = Rounding(places=1)
    grade: tuple[Grade, ...] = ()
    former: str | None = None


class Pin(Frozen):
    """A checklist as the round froze it."""

    id: str
    version: str
    digest: str

    @property
    def name(self) -> str:
        """``id|version``."""
        return f"{self.id}|{self.version}"


class Round(Frozen):
    """A round with its rules, its phase, its pinned checklists and the roster as it was when it opened."""

    rules: RoundRules
    phase: Phase = Phase.SETUP
    pins: tuple[Pin, ...] = ()
    roster: Roster = Roster()
    opened: datetime | None = None
    closed: datetime | None = None
    published: datetime | None = None

    @property
    def id(self) -> str:
        """The id that its rules give."""
        return self.rules.id


class Assignment(NamedTuple):
    """Somebody is asked to fill one checklist about somebody."""

    rater: str
    subject: str
    purpose: Purpose
    checklist: str

"""What a round comes to before it is published: everybody's grade, the quota's line, and what people must decide."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Grade
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.counting_rules import Referral
from cadre_tui.model.text import Text


class Cause(StrEnum):
    """Why people look at a case. ``tie`` and ``referred`` are decided before the publication; ``close`` is told."""

    TIE = "tie"
    REFERRED = "referred"
    CLOSE = "close"
    """Within the error of the quota's line: not distinguishable from the other side."""
    DIFFERENT = "different"
    """The plain and the adjusted figure give different grades."""
    CORRECTED = "corrected"
    """By an appeal, after the publication: the quota's line stands, and whoever reaches it now is told."""


class Line(Frozen):
    """The quota's line in one unit (``unit`` is its id; empty: in the county).

    ``people`` are those in the denominator, ``places`` how many may have the grade, ``reached`` how many reach it.
    ``cut`` is the lowest total that is in; None where all are, or nobody is (no places). ``tied`` are the ids of
    those who have that total and do not all find a place, ``left`` the places left for them.
    """

    unit: str
    name: str = ""
    people: int
    places: int
    reached: int
    cut: Decimal | None
    tied: tuple[str, ...] = ()
    left: int = 0

    def parts(self, total: Decimal | None) -> bool:
        """Whether the line parts those who have that total."""
        return bool(self.tied) and total == self.cut


class Ruling(Frozen):
    """What an organiser decided: the grade's code, for a person who had this ``total`` then. ``at`` is in UTC."""

    grade: str
    total: Decimal | None
    reason: str
    by: str
    at: datetime


DECIDED: Final = frozenset({Cause.TIE, Cause.REFERRED, Cause.DIFFERENT})
"""The causes that need a decision before the publication."""


class Open(Frozen):
    """What people look at about one person: why, and the total and the grade's code that the figures gave.

    ``adjusted`` is the code of the grade by the adjusted figure, where it is another.
    """

    causes: tuple[Cause, ...]
    total: Decimal | None
    earned: str | None
    adjusted: str | None = None

    @property
    def needs(self) -> bool:
        """Whether the round waits for a decision."""
        return not DECIDED.isdisjoint(self.causes)


class Settled(Frozen):
    """What is kept of an outcome: the lines, the cases by person, and what was decided.

    ``state`` is the digest of what had been handed in when it was worked out; ``at`` is in UTC. ``shifts`` are the
    points by person, as exact fractions, by which colleagues' figure is adjusted where the rules adopt that.
    ``errors`` are those of the totals, by person: points either way, with 95 %. ``figures`` are what a plugin's
    rule answered, exact, by the votes in ascending order (``"60 80 80"``): the round is read from them ever after.
    """

    state: str = ""
    at: datetime | None = None
    lines: tuple[Line, ...] = ()
    cases: Mapping[str, Open] = {}
    rulings: Mapping[str, Ruling] = {}
    shifts: Mapping[str, str] = {}
    errors: Mapping[str, Decimal] = {}
    figures: Mapping[str, str] = {}

    def line(self, unit: str) -> Line | None:
        """The line that holds for somebody of that unit."""
        return next((each for each in self.lines if each.unit in (unit, "")), None)

    def ruling(self, subject: str, total: Decimal | None) -> Ruling | None:
        """What was decided about somebody, where it is about the total that they have now."""
        found = self.rulings.get(subject)
        return found if found is not None and found.total == total else None

    @property
    def waiting(self) -> tuple[str, ...]:
        """The ids of those who must be decided about before the publication."""
        return tuple(key for key, each in self.cases.items() if each.needs and self.ruling(key, each.total) is None)


class Case(Frozen):
    """Somebody about whom people decide. ``referred`` are the round's rules that refer the case, ``options`` the
    texts of the options that these name.

    ``earned`` and ``grade`` are the grades by the figures, and as it stands with what was decided; ``adjusted`` that
    by the figure that the rules do not go by (``adopted``: that is the plain one). ``closed`` is the code with
    which whoever reads it would be refused to decide about it now; empty where they may.
    """

    subject: Person
    unit: str
    causes: tuple[Cause, ...]
    referred: tuple[Referral, ...] = ()
    options: Mapping[str, Text] = {}
    total: Decimal | None
    earned: Text | None
    adjusted: Text | None = None
    adopted: bool = False
    grade: Text | None
    ruling: Ruling | None = None
    waiting: bool = False
    closed: str = ""


class Standing(Frozen):
    """One person's total and grade, as they stand."""

    subject: Person
    unit: str
    total: Decimal | None
    earned: Text | None
    grade: Text | None


class Outcome(Frozen):
    """A round's outcome. ``waiting`` is how many people must be decided about."""

    round: str
    title: Text
    mock: bool
    quota: Text | None
    """The title of the grade that there is a quota of."""
    lines: tuple[Line, ...]
    cases: tuple[Case, ...]
    standings: tuple[Standing, ...]
    waiting: int
    grades: tuple[Grade, ...] = ()
    published: bool = False

"""How the raters of a round rated, as an officer sees it: under codes, as questions, with what decisions would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.analysis import Absent, Agreement, Fitted, Flag, Number
from cadre_tui.model.text import Text


class Voided(Frozen):
    """The decision that a rater's votes about colleagues do not count: why, whose, when (UTC). The originals stay."""

    reason: str
    by: str
    at: datetime


class Voids(Frozen):
    """All decisions of a round, by rater. ``closed``: from then on none may be made in a confidential round (UTC)."""

    raters: Mapping[str, Voided] = {}
    closed: datetime | None = None


@dataclass(frozen=True)
class RaterQuality:
    """One rater: the code, in a named round the person too; severity in points, positive is strict."""

    code: str
    person: Person | None
    severity: Number
    flags: tuple[Flag, ...]
    voided: Voided | None


@dataclass(frozen=True)
class Count:
    """So many, from ``least`` to ``most``: the same in a named round, and where it tells nobody anything."""

    least: int
    most: int


@dataclass(frozen=True)
class Preview:
    """What would be if a rater's votes did not count: never which people, never by how much.

    ``grades``: people whose grade would be another; ``withheld``: people who would have no figure of colleagues any
    more, since too few are left.
    """

    code: str
    grades: Count
    withheld: Count


@dataclass(frozen=True)
class Difference:
    """Somebody whom the plain and the adjusted figure give different grades: a person decides."""

    subject: Person
    unit: str
    plain: Text | None
    adjusted: Text | None


@dataclass(frozen=True)
class Quality:
    """A round's raters in the order of their codes; ``agreement`` and ``fitted`` are None where nobody rated.

    ``differ``: people whose plain and adjusted grades are not the same. ``open``: whether decisions may be made.
    """

    round: str
    title: Text
    mock: bool
    confidential: bool
    ratings: int
    raters: tuple[RaterQuality, ...]
    agreement: Agreement | None
    fitted: Fitted | None
    components: int
    differ: Count
    not_judged: Mapping[str, Absent]
    open: bool

"""How far a round has come, in counts: what whoever watches over it sees. Never an answer, never who scored whom."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import Final

from pydantic import Field

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.text import Text


class Counts(Frozen):
    """Responses, counted. ``begun`` are those with an answer that are not handed in; the rest of ``given`` is blank.

    ``late``: handed in after the person's deadline. ``overdue``: not handed in though that deadline is past.
    ``extended``: those whose rater was given more time. ``reopened``: those given back and not handed in again.
    """

    given: int = 0
    begun: int = 0
    handed_in: int = 0
    late: int = 0
    overdue: int = 0
    extended: int = 0
    reopened: int = 0

    @property
    def open(self) -> int:
        """What is still to be handed in."""
        return self.given - self.handed_in

    @property
    def share(self) -> float:
        """How much of it is handed in, 0 to 1; 1 where nothing was given out."""
        return self.handed_in / self.given if self.given else 1.0


FIELDS: Final = tuple(Counts.model_fields)
_NUMBERS: Final = attrgetter(*FIELDS)

ByPurpose = Mapping[Purpose, Counts]


def total(counts: Iterable[Counts]) -> Counts:
    """All of them in one. Thousands are added at every look: the sums are not examined again."""
    found = tuple(counts)
    if len(found) == 1:
        return found[0]
    sums = map(sum, zip(*map(_NUMBERS, found), strict=True))
    return Counts.model_construct(None, **dict(zip(FIELDS, sums, strict=True))) if found else Counts()


def together(counts: ByPurpose) -> Counts:
    """All purposes in one."""
    return total(counts.values())


class UnitLine(Frozen):
    """How far the raters of a unit have come. ``people`` are asked for something, ``finished`` have nothing open."""

    unit: str
    id: str = ""
    people: int = 0
    finished: int = 0
    counts: ByPurpose = Field(default_factory=dict)

    @property
    def handed_in(self) -> Mapping[Purpose, tuple[int, int]]:
        """Handed in of asked, by purpose."""
        return {purpose: (each.handed_in, each.given) for purpose, each in self.counts.items()}

    @property
    def whole(self) -> Counts:
        """All purposes in one."""
        return together(self.counts)


class GroupLine(Frozen):
    """How far the raters of one rater group have come: what is filled in about colleagues, all units together."""

    group: str
    title: Text
    counts: Counts


class PersonLine(Frozen):
    """How far one rater has come: counts alone. ``saved`` is the day of their last saving: nothing finer is told.

    ``deadlines`` are this person's own, where there are any; what is in ``writable`` may be filled in now.
    For what is in ``extendable`` more time may be given; of what is in ``returnable`` something is handed in that may
    be given back.
    """

    id: str
    name: str
    sort_key: str = ""
    duty: str = ""
    unit: str
    unit_name: str
    counts: ByPurpose
    saved: date | None = None
    deadlines: Mapping[Purpose, datetime] = Field(default_factory=dict)
    writable: frozenset[Purpose] = frozenset()
    extendable: frozenset[Purpose] = frozenset()
    returnable: frozenset[Purpose] = frozenset()
    reminded: datetime | None = None

    @property
    def whole(self) -> Counts:
        """All purposes in one."""
        return together(self.counts)


class Missing(Frozen):
    """Somebody who has not handed everything in. ``open`` is how many responses of each purpose are wanting.

    ``due``: may be reminded now; whoever was reminded within the hours that the round sets, or cannot fill in any
    more, may not.
    """

    person: PersonLine
    open: Mapping[Purpose, int]
    due: bool


class Bulletin(Frozen):
    """通报: how far a round has come, fit to be put on a wall. Progress alone, nobody's name, no score.

    ``units`` stand by how much they handed in, the most first. ``unit`` names the one that the bulletin is about.
    ``last_hash`` is the audit log's when the bulletin was made; ``day`` is in the zone of the round's deadlines.
    """

    county: str
    round: str
    title: Text
    mock: bool
    phase: Phase
    day: date
    unit: str | None
    deadlines: Mapping[Purpose, datetime] = Field(default_factory=dict)
    counts: ByPurpose = Field(default_factory=dict)
    units: tuple[UnitLine, ...] = ()
    rules_hash: str
    last_hash: str

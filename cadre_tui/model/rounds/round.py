"""A round of evaluation: how far it has come, and what it froze when it opened."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.checklists.erratum import Erratum
from cadre_tui.model.people.person import Roster
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round_rules import RoundRules


class Phase(StrEnum):
    """How far a round has come. Self-assessment and colleagues run one after the other, or together (``open``)."""

    SETUP = "setup"
    SELF = "self"
    PEER = "peer"
    OPEN = "open"
    MODERATION = "moderation"
    PUBLISHED = "published"
    ARCHIVED = "archived"

    @classmethod
    def _missing_(cls, value: object) -> "Phase | None":
        """What earlier versions called the time between the filling in and the publication."""
        return cls.MODERATION if value == "closed" else None


ASKED: Final[Mapping[Phase, frozenset[Purpose]]] = {
    Phase.SELF: frozenset({Purpose.SELF}),
    Phase.PEER: frozenset({Purpose.PEER, Purpose.CHECK}),
    Phase.OPEN: frozenset(Purpose),
}
"""What is filled in during a phase; in all others nothing is."""

FILLING: Final = frozenset(ASKED)
"""The phases in which people fill in."""

SHOWN: Final = frozenset({Phase.PUBLISHED, Phase.ARCHIVED})
"""The phases in which results may be seen."""


class Pin(Frozen):
    """A checklist as the round froze it."""

    id: str
    version: str
    digest: str

    @property
    def name(self) -> str:
        """``id|version``."""
        return f"{self.id}|{self.version}"


class Extension(Frozen):
    """One person has longer for one purpose. ``until`` carries its zone; ``at`` is in UTC."""

    person: str
    purpose: Purpose
    until: datetime
    reason: str
    by: str
    at: datetime


class Amendment(Frozen):
    """A pinned checklist became another while the round was going on: why, by whom, when.

    ``purposes`` are those that fill it. ``until`` is the time that everybody has for them from then on, where it was
    given; it carries its zone. ``reopened`` is how many responses had been handed in. ``rules_hash`` is the former
    one of the round.
    """

    before: Pin
    now: Pin
    purposes: tuple[Purpose, ...]
    reason: str
    until: Mapping[Purpose, datetime] = {}
    reopened: int
    rules_hash: str
    by: str
    at: datetime


class Decision(Frozen):
    """An organiser took it on themself to go on although ``open`` responses were not handed in."""

    open: int
    reason: str
    by: str
    at: datetime


class Looked(Frozen):
    """An organiser looked at what could tell who gave what: from then on nothing is answered about colleagues.

    ``state`` is the digest of what was handed in then; empty as long as the look is not over.
    """

    state: str
    findings: int
    by: str
    at: datetime


class Round(Frozen):
    """A round with its rules, its phase, its pinned checklists and the roster as it was when it opened.

    ``rules_hash`` is the SHA-256 of what was frozen at the opening (see ``services.rounds.freezing``). ``allocation``
    is the digest of who rated whom then, where that is stored; ``rule_by`` the plugin whose rule counts its votes,
    where one does; ``revision`` counts how often who rates whom, or the roster, has become another since the round
    was made. Times are UTC.
    ``errata`` stand beside the texts of the pinned checklists, the oldest first; so do ``amendments``.
    ``discarded``: it was thrown away before it opened; nobody sees it any more.
    """

    rules: RoundRules
    phase: Phase = Phase.SETUP
    pins: tuple[Pin, ...] = ()
    roster: Roster = Roster()
    rules_hash: str = ""
    allocation: str = ""
    rule_by: PinnedRule | None = None
    revision: int = 0
    extensions: tuple[Extension, ...] = ()
    errata: tuple[Erratum, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    decision: Decision | None = None
    disclosure: Looked | None = None
    opened: datetime | None = None
    closed: datetime | None = None
    published: datetime | None = None
    archived: datetime | None = None
    discarded: datetime | None = None

    @property
    def id(self) -> str:
        """The id that its rules give."""
        return self.rules.id

    @property
    def deadlines(self) -> Mapping[Purpose, datetime]:
        """Those of its rules, or the later ones that amendments gave to everybody."""
        given = [(purpose, until) for each in self.amendments for purpose, until in each.until.items()]
        found = dict(self.rules.deadlines)
        for purpose, until in given:
            found[purpose] = max(found.get(purpose, until), until)
        return found


class Unmet(NamedTuple):
    """A condition that stands in the way of the next phase: its code (``words.rounds.conditions``) and values."""

    code: str
    values: Mapping[str, object]


class UnitMost(NamedTuple):
    """A unit by its name, and how many raters it can give each of its cadres at most."""

    unit: str
    most: int


class Assignment(NamedTuple):
    """Somebody is asked to fill one checklist about somebody."""

    rater: str
    subject: str
    purpose: Purpose
    checklist: str

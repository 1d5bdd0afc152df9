"""Who rates whom in one round: what is stored of it, and what is proposed before it is."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from cadre_tui.model.base import Frozen
from cadre_tui.model.fault import Fault
from cadre_tui.model.people.person import Person, Roster
from cadre_tui.model.rounds.allocation import Barred, Obstacle, Pair, Proof, Violation
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.rounds.round_rules import PAIRED, Secrecy
from cadre_tui.model.text import Text


class AllocationChange(Frozen):
    """How the pairs were changed after they had been stored: by hand, or because the roster had changed.

    ``before`` is the digest of what stood there; with ``added`` and ``removed`` it can be made again. Times are UTC.
    """

    by: str
    at: datetime
    reason: str = ""
    added: tuple[Pair, ...] = ()
    removed: tuple[Pair, ...] = ()
    before: str


class RoundAllocation(Frozen):
    """The pairs of one round. ``by`` is who stored them first, ``at`` when (UTC).

    ``kept`` are pairs outside of the rules whose work was begun before the roster changed; somebody paired with
    themself is kept as somebody who is rated. ``conflicts`` are declared: the rater may not rate the subject.
    ``seed`` None: a list made by hand. ``accepted`` is what a change by hand left out of balance, with its reason in
    ``changes``. ``digest`` is the SHA-256 of pairs, kept pairs and conflicts (see ``services.rules_hash``).
    """

    pairs: tuple[Pair, ...] = ()
    kept: tuple[Pair, ...] = ()
    conflicts: tuple[Pair, ...] = ()
    seed: int | None = None
    accepted: tuple[Violation, ...] = ()
    changes: tuple[AllocationChange, ...] = ()
    by: str
    at: datetime
    digest: str


class RosterMoves(NamedTuple):
    """Who came into a round that is under way and who went out of it, by id: joined or back, left or on leave."""

    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    back: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anybody."""
        return any(self)


class Proposal(Frozen):
    """Pairs with their proof, not stored yet.

    ``dropped`` and ``obstacles`` are as in ``Allocation``. ``people`` are those of the pairs. ``roster`` is the
    round's new one where the round is under way, and ``moves`` says how it differs. ``seen`` holds what the proposal
    was made from: it can be taken as long as that is still so.
    """

    round: str
    pairs: tuple[Pair, ...]
    kept: tuple[Pair, ...] = ()
    conflicts: tuple[Pair, ...] = ()
    seed: int | None = None
    proof: Proof
    dropped: tuple[Barred, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    people: tuple[Person, ...] = ()
    roster: Roster | None = None
    moves: RosterMoves = RosterMoves()
    seen: tuple[str, str] = ("", "")


class Seed(Frozen):
    """What everybody may know of a round's allocation; ``seed`` None: not before the filling in has ended."""

    round: str
    digest: str
    pairs: int
    seed: int | None


class Asked(Frozen):
    """Who is asked about one person, and about whom that person is asked; ``groups`` by the rater's id.

    ``changeable``: whether pairs may be added and removed by hand now.
    """

    person: Person
    raters: tuple[Person, ...]
    subjects: tuple[Person, ...]
    groups: Mapping[str, Text] = {}
    changeable: bool = False


class AskedCount(NamedTuple):
    """How many are asked about a person, and about how many that person is asked."""

    person: Person
    raters: int
    subjects: int


class WhoRatesWhom(Frozen):
    """All of a round, in counts, for an organiser: whoever is rated or rates.

    ``proof`` is of the stored pairs (None: the rules alone say who rates whom, or nothing is stored yet);
    ``problems`` are its violations that nobody has accepted, ``accepted`` those that have a reason.
    """

    round: str
    title: Text
    phase: Phase
    secrecy: Secrecy
    colleagues: str
    mock: bool = False
    people: tuple[AskedCount, ...]
    proof: Proof | None = None
    problems: tuple[Violation, ...] = ()
    accepted: tuple[Violation, ...] = ()
    changes: tuple[AllocationChange, ...] = ()
    digest: str = ""

    @property
    def paired(self) -> bool:
        """Whether pairs are dealt out or listed, so that they can be changed one by one."""
        return self.colleagues in PAIRED


class Reasons(NamedTuple):
    """Why nothing was dealt out (``refused``), or what is to be looked at: a sentence, then fault by fault."""

    sentence: str
    faults: tuple[Fault, ...]
    refused: bool = True

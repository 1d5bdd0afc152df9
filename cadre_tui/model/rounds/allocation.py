"""Who rates whom: the pairs, the rules that they keep to, and what is proved of them."""

from enum import StrEnum
from typing import NamedTuple

from cadre_tui.model.base import Frozen


class Pair(NamedTuple):
    """Somebody who rates, and the cadre who is rated."""

    rater: str
    subject: str


class Participant(Frozen):
    """A person of a unit, as far as who rates whom is concerned; ``superior`` is the id of the one who leads them."""

    id: str
    unit: str
    superior: str = ""
    rates: bool = True
    rated: bool = True


class AllocationRules(Frozen):
    """What an allocation must keep to.

    ``raters_each`` is how many raters each cadre gets, all of the own unit; None where that is free (a list made by
    hand). ``conflicts`` are directed: the rater of the pair may not rate its subject. With ``upwards`` False
    nobody rates the one who leads them, with ``downwards`` False nobody rates those whom they lead. Only whom the
    roster names as the superior leads somebody, not that one's own superior.
    """

    raters_each: int | None
    conflicts: frozenset[Pair] = frozenset()
    upwards: bool = True
    downwards: bool = True


class Bar(StrEnum):
    """Why somebody may not rate somebody."""

    SELF = "self"
    CONFLICT = "conflict"
    SUPERIOR = "superior"
    """The subject leads the rater."""
    SUBORDINATE = "subordinate"
    """The rater leads the subject."""
    OTHER_UNIT = "other-unit"
    UNKNOWN = "unknown"
    """One of the two is not there, does not rate, or is not rated."""


class Barred(Frozen):
    """A pair that may not be, and why."""

    pair: Pair
    bar: Bar


class ObstacleKind(StrEnum):
    """How an obstacle is told."""

    SMALL = "small"
    """The unit has too few raters for ``people``, whatever the other rules."""
    SUBJECTS = "subjects"
    """``people`` need more ratings than all who may rate them can give."""
    RATERS = "raters"
    """``people`` must give more ratings than all whom they may rate can take."""
    KEPT = "kept"
    """Only the pairs that are kept stand in the way."""


class Obstacle(Frozen):
    """Why a unit cannot be allocated: a cut through it that lets through less than is needed.

    ``needed`` and ``possible`` are ratings. Of SUBJECTS, ``people`` are the cadres S, ``others`` the raters R whose
    share is used up: ``possible`` is what R can give at most, and one for each pair of S with a rater outside R that
    the rules allow. Of RATERS it is the other way round: ``people`` are raters, ``others`` the cadres outside S, who
    take ``raters_each`` and no more. ``barred`` are the pairs that the rules took from ``possible``; ``kept`` the
    kept pairs that stand in the way.
    """

    unit: str
    kind: ObstacleKind
    people: tuple[str, ...]
    needed: int
    possible: int
    others: tuple[str, ...] = ()
    barred: tuple[Barred, ...] = ()
    kept: tuple[Pair, ...] = ()


class Piece(Frozen):
    """A part of a unit whose raters and cadres no rating joins to the others: severity cannot be compared across."""

    raters: tuple[str, ...]
    subjects: tuple[str, ...]


class Spread(Frozen):
    """The least and the most of a number of people; both 0 where there is nobody."""

    min: int = 0
    max: int = 0


class UnitProof(Frozen):
    """What is true of one unit's pairs. ``components`` counts the pieces of its graph of raters and cadres.

    ``pieces`` are told where each cadre has two raters or more and there is more than one; ``split_by_rules`` then
    says that no allocation could be in fewer pieces.
    """

    unit: str
    people: int
    pairs: int
    per_subject: Spread
    per_rater: Spread
    components: int
    mutual_pairs: int
    pieces: tuple[Piece, ...] = ()
    split_by_rules: bool = False


class Wrong(StrEnum):
    """What may be wrong with pairs."""

    SELF = "self"
    CONFLICT = "conflict"
    SUPERIOR = "superior"
    SUBORDINATE = "subordinate"
    OTHER_UNIT = "other-unit"
    UNKNOWN = "unknown"
    DOUBLED = "doubled"
    SHORT = "short"
    """A cadre has fewer raters than the rules say."""
    OVER = "over"
    """A cadre has more."""
    LIGHT = "light"
    """A rater has fewer cadres than the balance asks."""
    HEAVY = "heavy"
    """A rater has more."""


class Violation(Frozen):
    """One thing that is wrong: with a pair, or with how many a person has (``count``) and should (``expected``)."""

    what: Wrong
    rater: str = ""
    subject: str = ""
    count: int = 0
    expected: int = 0


class Proof(Frozen):
    """What is true of a set of pairs, worked out from the pairs alone.

    ``components`` is the most of any unit, ``mutual_pairs`` counts two people who rate each other once. It holds
    where there are no ``violations``.
    """

    per_subject: Spread
    per_rater: Spread
    components: int
    mutual_pairs: int
    units: tuple[UnitProof, ...] = ()
    violations: tuple[Violation, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every rule is kept."""
        return not self.violations


class Allocation(Frozen):
    """Who rates whom, with the proof.

    ``dropped`` are the pairs that were to be kept and are no longer allowed. Where kept pairs make exact balance
    impossible, ``obstacles`` say which; all of them are kept even so, every cadre has enough raters, and the proof's
    violations say who carries more.
    """

    pairs: tuple[Pair, ...]
    proof: Proof
    seed: int
    dropped: tuple[Barred, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()

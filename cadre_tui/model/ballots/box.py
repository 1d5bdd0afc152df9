"""A ballot box: the slips and the ballots of one rater group, which lie in one drawer and change in one write.

Nothing in it tells in which order it came: slips and ballots are sorted by what is chance, no record bears a time or
a number that counts up, and each kind of record is of one length.
"""

from collections.abc import Iterable
from typing import Literal

from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person

Bit = Literal[0, 1]
"""One sign in the file, whichever it is."""


class Slip(Frozen):
    """One printed code, by its slow hash. ``draft`` is what was sealed, or chance of the same length."""

    hash: str
    used: Bit = 0
    draft: str


class Cast(Frozen):
    """One ballot. ``key`` is chance; ``marks`` as ``BallotForm`` reads them, all blank where it is not ``valid``.

    ``remarks`` as ``remarks.packed`` makes them, in a round that lets people write.
    """

    key: str
    valid: Bit = 1
    marks: str
    remarks: str = ""


class HashCost(Frozen):
    """How slow the hashes are (argon2id): passes, KiB of memory, lanes."""

    passes: int
    memory: int
    lanes: int


class Box(Frozen):
    """All slips and ballots of one group. ``subjects`` are those on the ballots, as they were at the printing.

    ``receipts`` are random numbers, one a ballot, which lead to none. ``closed``: nothing is handed in any more, and
    no draft is left. ``opened``: no slip is left either; ``printed`` still says how many there were.
    """

    round: str
    group: str
    printed: int
    salt: str
    cost: HashCost
    subjects: tuple[Person, ...]
    slips: tuple[Slip, ...]
    ballots: tuple[Cast, ...] = ()
    receipts: tuple[str, ...] = ()
    closed: bool = False
    opened: bool = False

    def slip(self, hashed: str) -> Slip | None:
        """The slip of that hash."""
        return next((each for each in self.slips if each.hash == hashed), None)

    def with_draft(self, hashed: str, draft: str) -> "Box":
        """The box with that draft beside that slip."""
        return self._with_slips(
            each.model_copy(update={"draft": draft}) if each.hash == hashed else each for each in self.slips
        )

    def with_ballot(self, hashed: str, draft: str, ballot: Cast, receipt: str) -> "Box":
        """The box with one more ballot, and one more slip used; ``draft`` takes the place of what was sealed."""
        spent = self._with_slips(
            Slip(hash=hashed, used=1, draft=draft) if each.hash == hashed else each for each in self.slips
        )
        return spent.model_copy(
            update={
                "ballots": tuple(sorted((*self.ballots, ballot), key=lambda each: each.key)),
                "receipts": tuple(sorted((*self.receipts, receipt))),
            }
        )

    def shut(self) -> "Box":
        """The box closed: what was not handed in is void, and no draft is left."""
        bare = self._with_slips(each.model_copy(update={"draft": ""}) for each in self.slips)
        return bare.model_copy(update={"closed": True})

    def unlocked(self) -> "Box":
        """The box opened: which codes there were, and which of them were used, is of no more use to anybody."""
        return self.model_copy(update={"slips": (), "salt": "", "opened": True})

    def _with_slips(self, slips: Iterable[Slip]) -> "Box":
        return self.model_copy(update={"slips": tuple(sorted(slips, key=lambda each: each.hash))})

    @property
    def used(self) -> int:
        """How many ballots were handed in."""
        return len(self.ballots)

    @property
    def valid(self) -> int:
        """How many of them count."""
        return sum(each.valid for each in self.ballots)

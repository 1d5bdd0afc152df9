"""What is told of a vote by ballot: what tellers counted, how far it is, what was in the boxes."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from cadre_tui.model.ballots.form import Cell
from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.text import Text


class SlipCount(Frozen):
    """What two tellers counted of a group's slips: ``drawn`` by voters, ``returned`` unused, ``voided`` as spoilt."""

    drawn: int
    returned: int = 0
    voided: int = 0
    by: str
    second: str
    at: datetime


class BoxCount(Frozen):
    """What was in one group's box when it was opened."""

    group: str
    title: Text
    printed: int
    drawn: int | None = None
    returned: int | None = None
    voided: int | None = None
    handed_in: int
    valid: int

    @property
    def void(self) -> int:
        """Ballots that do not count."""
        return self.handed_in - self.valid

    @property
    def too_many(self) -> bool:
        """Whether more was handed in than the slips that the tellers say could be used."""
        if self.drawn is None:
            return False
        return self.handed_in > self.drawn - (self.returned or 0) - (self.voided or 0)


class Opened(Frozen):
    """Two tellers opened the boxes; ``hash`` is that of the audit log's entry, which holds the same counts."""

    counts: tuple[BoxCount, ...]
    hash: str
    by: str
    second: str
    at: datetime


class Shut(Frozen):
    """An organiser closed the boxes."""

    by: str
    at: datetime


class BallotProtocol(Frozen):
    """What was noted of a round's ballots; times are in UTC. Nothing in it moves when a ballot is handed in."""

    slips: Mapping[str, SlipCount] = {}
    closed: Shut | None = None
    opened: Opened | None = None


class GroupStatus(NamedTuple):
    """How far a group is. ``handed_in`` is a multiple of five, rounded down, until the boxes are opened."""

    group: str
    title: Text
    printed: int
    handed_in: int
    slips: SlipCount | None


class BallotStatus(Frozen):
    """How far a round's vote is, for those who watch over it."""

    round: str
    title: Text
    mock: bool
    phase: Phase
    tellers: tuple[Person, ...]
    groups: tuple[GroupStatus, ...]
    printed: bool
    closed: bool
    opened: Opened | None = None


class PrintedSlips(Frozen):
    """A group's codes, to be printed, cut, mixed and drawn: nobody can read them anywhere afterwards."""

    round: str
    title: Text
    mock: bool
    group: str
    group_title: Text
    codes: tuple[str, ...]
    until: datetime | None = None


class Checked(NamedTuple):
    """What stands in the way of handing in: places left blank; whom the best grade went to, and the most it may."""

    blank: tuple[Cell, ...]
    best: tuple[Person, ...]
    most: int

    @property
    def sound(self) -> bool:
        """Whether it can be handed in."""
        return not self.blank and len(self.best) <= self.most

"""整改清单, the remedy list: what a county or a unit has to put right after a round, by whom and by when."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from cadre_tui.model.base import Frozen
from cadre_tui.model.text import Text


class RemedyState(StrEnum):
    """How far an item is. Its owner works on it and says when it is done; whoever made it looks, and settles it."""

    OPEN = "open"
    WORKING = "working"
    REPORTED = "reported"
    """Its owner says that it is done: somebody else has to look."""
    SETTLED = "settled"
    """销号: somebody other than the owner has looked."""
    DROPPED = "dropped"
    """Made by mistake, or no longer called for."""


OVER = frozenset({RemedyState.SETTLED, RemedyState.DROPPED})
"""Nothing is left to do."""


class RemedyStep(Frozen):
    """What somebody said of an item, and what it was from then on. ``at`` is UTC.

    ``owner`` and ``due`` are what they were changed to, where they were.
    """

    state: RemedyState
    note: str = ""
    by: str
    at: datetime
    owner: str = ""
    due: date | None = None


class Remedy(Frozen):
    """One item. ``unit`` is the id of the unit whose it is; empty: the county's.

    ``criterion`` is the key of the criterion that it comes from (``CriterionAsked.key``), empty where it is none.
    ``owner`` is the person who sees to it, ``due`` the last day (in China). Times are UTC.
    """

    id: str
    round: str
    unit: str = ""
    criterion: str = ""
    text: str
    owner: str
    due: date
    by: str
    at: datetime
    state: RemedyState = RemedyState.OPEN
    steps: tuple[RemedyStep, ...] = ()

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in OVER

    def late(self, today: date) -> bool:
        """Whether its day has passed and its owner has not said that it is done."""
        return self.due < today and self.state in (RemedyState.OPEN, RemedyState.WORKING)


class RemedyLine(Frozen):
    """An item ready to be read, with the names of its owner and its unit and the text of its criterion.

    ``title`` is its round's; ``names`` are of whoever said something, by their ids. ``mine``: the reader is its
    owner; ``judged``: the reader may settle it.
    """

    remedy: Remedy
    title: Text
    mock: bool = False
    owner: str = ""
    unit: str = ""
    about: Text | None = None
    names: Mapping[str, str] = Field(default_factory=dict)
    mine: bool = False
    judged: bool = False


class RemedyPage(Frozen):
    """The items of a round that the reader may see, those left to do first, and those of former rounds beside them.

    ``units`` are the units for which the reader may make some, their names by their ids; the empty id is the county.
    """

    round: str
    title: Text
    mock: bool
    today: date
    lines: tuple[RemedyLine, ...]
    former: tuple[RemedyLine, ...]
    units: Mapping[str, str] = Field(default_factory=dict)

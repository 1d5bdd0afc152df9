"""Who acts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from cadre_tui.model.people.person import Person, Role
from cadre_tui.services.county import County

SESSION_LIFE: Final = timedelta(hours=12)
"""After that long somebody proves again who they are, however busy they are."""


class Proof:
    """That somebody proved who they are: it stands for ``life``, by a ``clock`` in seconds that nobody sets.

    All sessions that were begun by it, in whatever role, end with it, and go on where it is renewed.
    """

    def __init__(self, clock: Callable[[], float], life: timedelta = SESSION_LIFE) -> None:
        self._clock = clock
        self._until = clock() + life.total_seconds()

    @property
    def left(self) -> float:
        """Seconds for which it still stands; none, or fewer, once it has ended."""
        return self._until - self._clock()

    def renew(self) -> None:
        """The same person has proved it again."""
        self._until = self._clock() + SESSION_LIFE.total_seconds()


@dataclass(frozen=True)
class Session:
    """A person who proved who they are, and what they act as now. ``roles`` are all that they may act as.

    ``units`` are the ids of the units that a clerk is clerk of. ``epoch`` is that of the person's account when the
    session began (see ``Held``): with another one it has ended. None is for sessions that no account stands behind.
    ``hands`` is how often the person's entry had been in somebody else's hand when the session began.
    ``paper_of`` is whose paper form a clerk types now. Once the ``proof`` has ended, nothing is done any more.
    """

    county: County
    person: str
    role: Role
    roles: frozenset[Role]
    units: frozenset[str] = frozenset()
    epoch: int | None = None
    hands: int = 0
    paper_of: Person | None = None
    proof: Proof | None = field(default=None, compare=False, repr=False)

    @property
    def rater(self) -> str:
        """Whose responses are filled in: one's own, but for a paper form."""
        return self.paper_of.id if self.paper_of else self.person

    @property
    def readers(self) -> dict[str, int]:
        """Who could read what is saved now, by id, with how often their entry has been in somebody else's hand."""
        rater = self.county.held(self.rater).hands if self.paper_of else self.hands
        return {each: count for each, count in ((self.person, self.hands), (self.rater, rater)) if count}

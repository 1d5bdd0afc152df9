"""Who acts."""

from dataclasses import dataclass

from cadre_tui.model.people.person import Person, Role
from cadre_tui.services.county import County


@dataclass(frozen=True)
class Session:
    """A person who proved who they are, and what they act as now. ``roles`` are all that they may act as.

    ``units`` are the ids of the units that a clerk is clerk of. ``epoch`` is that of the person's account when the
    session began (see ``Held``): with another one it has ended. None is for sessions that no account stands behind.
    ``hands`` is how often the person's entry had been in somebody else's hand when the session began.
    ``paper_of`` is whose paper form a clerk types now.
    """

    county: County
    person: str
    role: Role
    roles: frozenset[Role]
    units: frozenset[str] = frozenset()
    epoch: int | None = None
    hands: int = 0
    paper_of: Person | None = None

    @property
    def rater(self) -> str:
        """Whose responses are filled in: one's own, but for a paper form."""
        return self.paper_of.id if self.paper_of else self.person

    @property
    def readers(self) -> dict[str, int]:
        """Who could read what is saved now, by id, with how often their entry has been in somebody else's hand."""
        rater = self.county.held(self.rater).hands if self.paper_of else self.hands
        return {each: count for each, count in ((self.person, self.hands), (self.rater, rater)) if count}

"""What somebody may act as now."""

from dataclasses import dataclass

from cadre_tui.model.people.person import Role


@dataclass(frozen=True)
class Held:
    """Roles as the account and the roster give them; ``units`` are the ids of those that a clerk is clerk of.

    ``epoch`` is raised whenever something is taken from the person: what was begun before it has ended.
    ``hands`` is how often the person's entry has been in somebody else's hand (see ``services.people.hands``).
    """

    roles: frozenset[Role] = frozenset()
    units: frozenset[str] = frozenset()
    epoch: int = 0
    hands: int = 0

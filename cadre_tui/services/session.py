"""Who acts."""

from dataclasses import dataclass

from cadre_tui.model.people import Role
from cadre_tui.services.county import County


@dataclass(frozen=True)
class Session:
    """A person who proved who they are, and what they act as now. ``roles`` are all that they may act as.

    ``units`` are the ids of the units that a clerk is clerk of. ``epoch`` is that of the person's account when the
    session began (see ``Held``): with another one it has ended. None is for sessions that no account stands behind.
    """

    county: County
    person: str
    role: Role
    roles: frozenset[Role]
    units: frozenset[str] = frozenset()
    epoch: int | None = None

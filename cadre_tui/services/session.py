"""Who acts."""

from dataclasses import dataclass

from cadre_tui.model.people import Role
from cadre_tui.services.county import County


@dataclass(frozen=True)
class Session:
    """A person who proved who they are, and what they act as now. ``roles`` are all that they may act as."""

    county: County
    person: str
    role: Role
    roles: frozenset[Role]

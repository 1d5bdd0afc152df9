"""What importing a roster would change, or has changed."""

from typing import Literal

from cadre_tui.model.base import Frozen
from cadre_tui.model.fault import Fault
from cadre_tui.model.people import Person, Unit

Field = Literal["name", "unit", "level", "duty", "colleagues"]


class Changed(Frozen):
    """A person about whom the new roster says something else than the old one."""

    before: Person
    after: Person
    fields: tuple[Field, ...]


class RosterChange(Frozen):
    """Who joins, who leaves, who changes, and how many stay as they are.

    ``warnings`` are what was noticed in the file and does not stop the import.
    """

    joined: tuple[Person, ...] = ()
    left: tuple[Person, ...] = ()
    changed: tuple[Changed, ...] = ()
    same: int = 0
    units_joined: tuple[Unit, ...] = ()
    units_left: tuple[Unit, ...] = ()
    warnings: tuple[Fault, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the roster stays as it is."""
        return not (self.joined or self.left or self.changed)

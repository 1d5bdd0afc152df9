"""What importing a roster would change, or has changed: person by person, and by what happened to them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal, get_args

from cadre_tui.model.base import Frozen
from cadre_tui.model.fault import Fault
from cadre_tui.model.people.person import Person, Standing, Unit

Field = Literal[
    "name", "unit", "level", "duty", "colleagues", "superior", "also_in", "serves", "standing", "rated"
]  # fmt: skip

FIELDS: Final[tuple[Field, ...]] = get_args(Field)

RANKS: Final[Mapping[str, int]] = {
    "county-leadership": 2,
    "township-bureau": 1,
    "village-branch": 0,
    "agency-staff": 0,
    "enterprise": 0,
}
"""Two of the five levels stand above the others, which are equals of one another; a county's own have no rank."""


class Happening(StrEnum):
    """What happened to a person from one roster to the next, in the order in which it is told."""

    JOINED = "joined"
    LEFT = "left"
    MOVED = "moved"
    PROMOTED = "promoted"
    DEMOTED = "demoted"
    LEVEL_CHANGED = "level-changed"
    SECONDED = "seconded"
    ON_LEAVE = "on-leave"
    BACK = "back"
    POST_TAKEN_UP = "post-taken-up"
    POST_GIVEN_UP = "post-given-up"
    NOW_RATED = "now-rated"
    NOW_ONLY_RATES = "now-only-rates"
    OTHER = "other"


ALWAYS_TOLD: Final[frozenset[Field]] = frozenset({"unit", "level", "standing", "also_in", "rated"})
"""Fields that have happenings of their own; of the others it is said that something else changed."""


OF_STANDING: Final[Mapping[Standing, Happening]] = {
    Standing.ON_DUTY: Happening.BACK,
    Standing.SECONDED: Happening.SECONDED,
    Standing.ON_LEAVE: Happening.ON_LEAVE,
}


class Changed(Frozen):
    """A person about whom the new roster says something else than the old one."""

    before: Person
    after: Person
    fields: tuple[Field, ...]

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """What happened: several things may at once."""
        return happenings(self.before, self.after, self.fields)


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

    def happened(self) -> Mapping[Happening, tuple[Changed, ...]]:
        """Those who changed, by what happened to them, in the order of ``Happening``; some stand under several."""
        found: dict[Happening, list[Changed]] = {}
        for each in self.changed:
            for happening in each.happenings:
                found.setdefault(happening, []).append(each)
        return {happening: tuple(found[happening]) for happening in Happening if happening in found}


def happenings(before: Person, after: Person, fields: tuple[Field, ...]) -> tuple[Happening, ...]:
    """What happened to somebody of whom ``fields`` differ."""
    found: list[Happening] = []
    if "unit" in fields:
        found.append(Happening.MOVED)
    if "level" in fields and before.level and after.level:
        found.append(_of_level(before.level, after.level))
    if "standing" in fields:
        found.append(OF_STANDING[after.standing])
    if set(after.also_in) - set(before.also_in):
        found.append(Happening.POST_TAKEN_UP)
    if set(before.also_in) - set(after.also_in):
        found.append(Happening.POST_GIVEN_UP)
    if "rated" in fields:
        found.append(Happening.NOW_RATED if after.rated else Happening.NOW_ONLY_RATES)
    if not found or set(fields) - ALWAYS_TOLD:
        found.append(Happening.OTHER)
    return tuple(found)


def _of_level(before: str, after: str) -> Happening:
    """Up or down where the five levels tell it; between equals, and for a county's own level, neither."""
    was, is_now = RANKS.get(before), RANKS.get(after)
    if was is None or is_now is None or was == is_now:
        return Happening.LEVEL_CHANGED
    return Happening.PROMOTED if is_now > was else Happening.DEMOTED


def differing(before: Person, after: Person) -> tuple[Field, ...]:
    """The fields in which two states of one person differ."""
    return tuple(field for field in FIELDS if getattr(before, field) != getattr(after, field))

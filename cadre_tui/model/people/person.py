"""The people of a county and what they may act as."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Final

from cadre_tui.model.base import Frozen

PERSON_ID: Final = re.compile(r"\w[\w.@-]{0,31}")
"""How a person's id is written: no space, and no sign that separates ids in a list."""


class Role(StrEnum):
    """What a person acts as. Every call of a service is judged by the acting role."""

    ORGANISER = "organiser"
    CLERK = "clerk"
    """Of one unit or several: sees how far they are, and may enter a paper form for somebody of theirs."""
    SUPERVISOR = "supervisor"
    """督查: sees progress everywhere, and scores nowhere before publication."""
    CADRE = "cadre"
    """Is rated, and rates."""
    RATER = "rater"
    """Only rates: somebody of a served unit, say."""


class Unit(Frozen):
    """A unit of the county: a township, a bureau, a village branch, an enterprise."""

    id: str
    name: str


class Standing(StrEnum):
    """Whether a person is at the post now."""

    ON_DUTY = "on-duty"
    SECONDED = "seconded"
    ON_LEAVE = "on-leave"


class Person(Frozen):
    """A cadre, or somebody who only rates (``rated`` False).

    ``level`` is one of ``checklist.LEVELS`` or a county's own; ``duty`` the post, as people say it.
    ``colleagues`` are the ids whom the roster says this person scores; empty: nobody is named there.
    ``superior`` is the id of the one who leads this person; ``also_in`` the ids of further units in which this person
    has a post; ``serves`` the ids of the units that this person's work serves.
    ``sort_key`` orders people as a Chinese reader expects (toneless pinyin), made when the roster is imported.
    """

    id: str
    name: str
    unit: str
    level: str
    duty: str = ""
    colleagues: tuple[str, ...] = ()
    superior: str = ""
    also_in: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    standing: Standing = Standing.ON_DUTY
    rated: bool = True
    sort_key: str = ""


class Roster(Frozen):
    """All people and units of the county at one time."""

    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()

    def person(self, person_id: str) -> Person | None:
        """The person of that id, if there is one."""
        return self._by_id.get(person_id)

    def unit(self, unit_id: str) -> Unit | None:
        """The unit of that id, if there is one."""
        return next((each for each in self.units if each.id == unit_id), None)

    def of_unit(self, unit_id: str) -> tuple[Person, ...]:
        """The people whose unit it is, in the roster's order."""
        return self._by_unit.get(unit_id, ())

    @cached_property
    def _by_id(self) -> Mapping[str, Person]:
        return {each.id: each for each in reversed(self.people)}

    @cached_property
    def _by_unit(self) -> Mapping[str, tuple[Person, ...]]:
        found: dict[str, list[Person]] = {}
        for each in self.people:
            found.setdefault(each.unit, []).append(each)
        return {unit: tuple(people) for unit, people in found.items()}

"""What a county remembers of its roster: one entry an import, person by person."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person
from cadre_tui.model.people.roster_change import Happening, RosterChange, differing, happenings


class Difference(Frozen):
    """One person in one import: as they stood before (None: not in the roster), and after (None: no longer)."""

    before: Person | None = None
    after: Person | None = None

    @property
    def person(self) -> Person:
        """Who it is, as last known."""
        known = self.after or self.before
        assert known is not None  # noqa: S101 - a difference is about somebody
        return known

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """What happened."""
        if self.before is None:
            return (Happening.JOINED,)
        if self.after is None:
            return (Happening.LEFT,)
        return happenings(self.before, self.after, differing(self.before, self.after))


class Import(Frozen):
    """One import of a roster: when (UTC), by whom (id, and name as it was), from which file, and whom it changed.

    ``number`` counts the county's imports from 1.
    """

    number: int
    at: datetime
    by: str
    by_name: str = ""
    file: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def counts(self) -> Mapping[Happening, int]:
        """How many people each thing happened to, in the order of ``Happening``."""
        told = Counter(happening for each in self.differences for happening in each.happenings)
        return {happening: told[happening] for happening in Happening if happening in told}


def differences(change: RosterChange) -> tuple[Difference, ...]:
    """Person by person what a change changes."""
    return (
        *(Difference(after=each) for each in change.joined),
        *(Difference(before=each) for each in change.left),
        *(Difference(before=each.before, after=each.after) for each in change.changed),
    )


def undone(people: Mapping[str, Person], done: Import) -> dict[str, Person]:
    """The people by id as they were before an import."""
    found = dict(people)
    for each in done.differences:
        if each.before is None:
            found.pop(each.person.id, None)
        else:
            found[each.before.id] = each.before
    return found

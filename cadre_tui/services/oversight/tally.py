"""How far each rater of a round has come, kept in memory: only the drawers that changed since are read again."""

from collections.abc import Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any, Final
from weakref import WeakKeyDictionary

from cadre_tui.allocation.circle import Circle
from cadre_tui.model.base import Frozen
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.oversight import Counts
from cadre_tui.model.response import State
from cadre_tui.model.round import Round
from cadre_tui.services.county import County
from cadre_tui.services.rounds import hours
from cadre_tui.services.rounds.assignments import assignments_of
from cadre_tui.services.stored import stored
from cadre_tui.store import keys

Part = tuple[Purpose, str]
"""What is counted apart: a purpose, and the rater group in which the rater stands to the person rated (or none)."""


class Standing(Frozen):
    """Of a response, what may be counted. Its answers are only asked whether there are any."""

    checklist: str
    subject: str
    purpose: Purpose
    state: State = State.DRAFT
    answers: Mapping[str, Any] = {}
    saved: datetime | None = None
    submitted: datetime | None = None
    late: bool = False


class RaterTally(Frozen):
    """One rater's counts by part, without what depends on the hour; ``touched`` is when they last saved."""

    parts: Mapping[Part, Counts]
    touched: datetime | None = None


class Tally:
    """The raters of one round, counted. A look at it asks every drawer's stamp and reads what has another one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._circle: Circle | None = None
        self._stamps: dict[str, str] = {}
        self._raters: dict[str, RaterTally] = {}
        self.read = 0
        """How many drawers were read at the last look."""

    def look(self, county: County, held: Round) -> Mapping[str, RaterTally]:
        """Every rater who is asked for something, by id, as of now."""
        with self._lock:
            circle = county.circle(held)
            if circle is not self._circle:  # another circle: who is asked for what has changed
                self._circle, self._stamps, self._raters = circle, {}, {}
            self.read = 0
            for person in held.roster.people:
                key = keys.drawer(held.id, person.id)
                stamp = county.store.stamp(key)
                if self._stamps.get(person.id) == stamp:
                    continue
                self._raters[person.id] = _counted(county, held, person.id, _standings(county, held.id, person.id))
                self._stamps[person.id] = stamp
                self.read += 1
            return {key: each for key, each in self._raters.items() if each.parts}


_kept: Final[WeakKeyDictionary[County, dict[str, Tally]]] = WeakKeyDictionary()


def tally_of(county: County, round_id: str) -> Tally:
    """The tally of a round, the same one as long as the county is open."""
    return _kept.setdefault(county, {}).setdefault(round_id, Tally())


def at_hour(counts: Counts, held: Round, rater: str, purpose: Purpose, now: datetime) -> Counts:
    """A rater's counts of one purpose with what depends on the hour and on the time that they were given."""
    overdue = counts.open if hours.is_late(held, rater, purpose, now) else 0
    extended = counts.given if hours.extension_of(held, rater, purpose) else 0
    return counts.model_copy(update={"overdue": overdue, "extended": extended}) if overdue or extended else counts


def _standings(county: County, round_id: str, rater: str) -> tuple[Standing, ...]:
    document = county.store.read(keys.drawer(round_id, rater)) or {}
    held = document.get("responses", {})
    if not isinstance(held, dict):
        raise StoreFailure("document-damaged", what="drawers")
    return tuple(stored(Standing, each, "drawers") for each in held.values())


def _counted(county: County, held: Round, rater: str, standings: tuple[Standing, ...]) -> RaterTally:
    known = {(each.subject, each.checklist.split("|")[0], each.purpose): each for each in standings}
    numbers: dict[Part, dict[str, int]] = {}
    circle = county.circle(held)
    for each in assignments_of(county, held, rater):
        group = circle.group_of(rater, each.subject) if each.purpose is Purpose.PEER else None
        counts = numbers.setdefault((each.purpose, group.id if group else ""), dict.fromkeys(FIELDS, 0))
        counts["given"] += 1
        standing = known.get((each.subject, each.checklist, each.purpose))
        if standing is None:
            continue
        done = standing.state is State.SUBMITTED
        counts["handed_in"] += done
        counts["late"] += done and standing.late
        counts["begun"] += not done and bool(standing.answers)
        counts["reopened"] += standing.state is State.REOPENED
    touched = [each for standing in standings for each in (standing.saved, standing.submitted) if each is not None]
    return RaterTally(
        parts={part: Counts(**counts) for part, counts in numbers.items()},
        touched=max((each.astimezone(UTC) for each in touched), default=None),
    )


FIELDS: Final = ("given", "begun", "handed_in", "late", "reopened")

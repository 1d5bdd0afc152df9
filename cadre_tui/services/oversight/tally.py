"""How far each rater of a round has come, kept in memory: only the drawers that changed since are read again."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any, Final, NamedTuple
from weakref import WeakKeyDictionary

from cadre_tui.allocation.circle import Circle
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.oversight.progress import Counts
from cadre_tui.model.rounds.round import Assignment, Round
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.rounds import hours
from cadre_tui.services.rounds.assignments import asked_for, used_checklists
from cadre_tui.store import keys

Which = tuple[str, str, Purpose]
"""A response in its drawer: subject, checklist without its version, purpose."""

Part = tuple[Purpose, str]
"""What is counted apart: a purpose, and the rater group in which the rater stands to the person rated (or none)."""


PURPOSES: Final = {each.value: each for each in Purpose}
STATES: Final = {each.value: each for each in State}


class Standing(NamedTuple):
    """Of a response, what may be counted. Its answers are only asked whether there are any.

    Ten to a drawer, ten thousand drawers at a first look: read by hand, which takes a third of the models' time.
    """

    state: State
    begun: bool
    late: bool
    touched: datetime | None


class RaterTally(NamedTuple):
    """One rater's counts by part, without what depends on the hour; ``touched`` is when they last saved."""

    parts: Mapping[Part, Counts]
    touched: datetime | None = None


class Tally:
    """The raters of one round, counted. A look at it asks every drawer's stamp and reads what has another one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._circle: Circle | None = None
        self._amendments = 0
        self._stamps: dict[str, str] = {}
        self._raters: dict[str, RaterTally] = {}
        self.read = 0
        """How many drawers were read at the last look."""

    def look(self, county: County, held: Round) -> Mapping[str, RaterTally]:
        """Every rater who is asked for something, by id, as of now."""
        with self._lock:
            circle = county.circle(held)
            if circle is not self._circle or len(held.amendments) != self._amendments:
                # Who is asked for what has changed, or what was handed in no longer is.
                self._circle, self._amendments = circle, len(held.amendments)
                self._stamps, self._raters = {}, {}
            self.read = 0
            ids = [each.id for each in held.roster.people]
            used = used_checklists(county, held)
            stamps = county.store.stamps(keys.drawer(held.id, each) for each in ids)
            for rater, stamp in zip(ids, stamps, strict=True):
                if self._stamps.get(rater) == stamp:
                    continue
                standings = _standings(county, held, rater) if stamp else {}
                self._raters[rater] = _counted(circle, asked_for(circle, used, rater), rater, standings)
                self._stamps[rater] = stamp
                self.read += 1
            return {key: each for key, each in self._raters.items() if each.parts}


_kept: Final[WeakKeyDictionary[County, dict[str, Tally]]] = WeakKeyDictionary()


def tally_of(county: County, round_id: str) -> Tally:
    """The tally of a round, the same one as long as the county is open."""
    return _kept.setdefault(county, {}).setdefault(round_id, Tally())


class Hour:
    """What in a rater's counts depends on the hour, and on the time that they were given.

    Nearly everybody has the deadline of all, which is looked at once.
    """

    def __init__(self, held: Round, now: datetime) -> None:
        self._held = held
        self._now = now
        self._given = {(each.person, each.purpose) for each in held.extensions}
        self._late: dict[Purpose, bool] = {}

    def at(self, counts: Counts, rater: str, purpose: Purpose) -> Counts:
        """The counts of one purpose as of this hour."""
        given = (rater, purpose) in self._given
        if given:
            late = hours.is_late(self._held, rater, purpose, self._now)
        else:
            if purpose not in self._late:
                self._late[purpose] = hours.is_late(self._held, "", purpose, self._now)
            late = self._late[purpose]
        overdue = counts.open if late else 0
        extended = counts.given if given else 0
        if not overdue and not extended:
            return counts
        return counts.model_copy(update={"overdue": overdue, "extended": extended})


def _standings(county: County, held: Round, rater: str) -> Mapping[Which, Standing]:
    document = county.store.read(keys.drawer(held.id, rater)) or {}
    former = {each.before.digest for each in held.amendments}
    try:
        responses = document.get("responses", {}).values()
        if any(each.get("digest") in former for each in responses):
            return {_which(each): _standing(each) for each in _carried(county, held, rater)}
        return {_which(each): _standing(each) for each in responses}
    except (KeyError, ValueError, TypeError, AttributeError):
        raise StoreFailure("document-damaged", what="drawers") from None


def _carried(county: County, held: Round, rater: str) -> Iterable[Mapping[str, Any]]:
    """The responses of a drawer in which some answer a checklist that has been amended since."""
    return [each.model_dump(mode="json") for each in read_drawer(county, held.id, rater).responses]


def _which(response: Mapping[str, Any]) -> Which:
    return response["subject"], response["checklist"].split("|")[0], PURPOSES[response["purpose"]]


def _standing(response: Mapping[str, Any]) -> Standing:
    times = [
        datetime.fromisoformat(at) for at in (response.get("saved"), response.get("submitted")) if at is not None
    ]
    return Standing(
        STATES[response.get("state", "draft")],
        bool(response.get("answers")),
        bool(response.get("late")),
        max(times, default=None),
    )


def _counted(circle: Circle, asked: Iterable[Assignment], rater: str, known: Mapping[Which, Standing]) -> RaterTally:
    numbers: dict[Part, dict[str, int]] = {}
    for each in asked:
        group = circle.group_of(rater, each.subject) if each.purpose is Purpose.PEER else None
        counts = numbers.setdefault((each.purpose, group.id if group else ""), dict.fromkeys(FIELDS, 0))
        counts["given"] += 1
        standing = known.get((each.subject, each.checklist, each.purpose))
        if standing is None:
            continue
        done = standing.state is State.SUBMITTED
        counts["handed_in"] += done
        counts["late"] += done and standing.late
        counts["begun"] += not done and standing.begun
        counts["reopened"] += standing.state is State.REOPENED
    touched = max((each.touched for each in known.values() if each.touched is not None), default=None)
    return RaterTally(
        parts={part: Counts.model_construct(None, **counts) for part, counts in numbers.items()},
        touched=touched.astimezone(UTC) if touched else None,
    )


FIELDS: Final = ("given", "begun", "handed_in", "late", "reopened")

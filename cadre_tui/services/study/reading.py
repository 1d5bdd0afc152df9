"""What is stored of study -> nouns, and how a change keeps what this version does not know."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.certificate import Certificate, CertificateLedger
from cadre_tui.model.study.log import StudyLog
from cadre_tui.model.study.plan import StudyItem, StudyPlan
from cadre_tui.model.study.session import StudyCalendar, StudySession, in_order
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.services.county import County
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, Key, keys

Part = TypeVar("Part", bound=BaseModel)


def today(county: County) -> date:
    """The day in China."""
    return county.now().astimezone(CHINA).date()


def settings_of(county: County) -> StudySettings:
    """What the county settled; the usual where it settled nothing."""
    document = county.store.read(keys.STUDY)
    return stored(StudySettings, document, "study") if document else StudySettings()


def calendar_of(county: County, year: int, unit: str = "", document: Document | None = None) -> StudyCalendar:
    """The calendar of the county, or of a unit."""
    found = document if document is not None else county.store.read(keys.study_calendar(year, unit))
    sessions = _parts(found, "sessions", StudySession, "study-calendars")
    return StudyCalendar(year=year, unit=unit, sessions=in_order(sessions))


def sessions_for(county: County, years: Iterable[int], units: Iterable[str]) -> Mapping[str, StudySession]:
    """The sessions of the county's calendars and of those of some units, by key."""
    calendars = (calendar_of(county, year, unit) for year in years for unit in ("", *units))
    return {each.key: each for calendar in calendars for each in calendar.sessions}


def log_of(county: County, year: int, person: str, document: Document | None = None) -> StudyLog:
    """Somebody's register of a year."""
    found = document if document is not None else county.store.read(keys.study_log(year, person))
    if found is None:
        return StudyLog(year=year, person=person)
    parts = {name: _listed(found, name, "study-logs") for name in ("attendance", "hours")}
    return stored(StudyLog, {"year": year, "person": person, **parts}, "study-logs")


def plan_of(
    county: County, year: int, owner: str, *, of_unit: bool = False, document: Document | None = None
) -> StudyPlan:
    """The study plan of a cadre or of a unit; without items where nothing is written."""
    key = keys.study_plan(year, owner, of_unit=of_unit)
    found = document if document is not None else county.store.read(key)
    items = _parts(found, "items", StudyItem, "study-plans")
    head = stored(
        StudyPlan, {"year": year, "owner": owner, "reviews": (found or {}).get("reviews", ())}, "study-plans"
    )
    return head.model_copy(update={"of_unit": of_unit, "items": items})


def ledger_of(county: County, person: str, document: Document | None = None) -> CertificateLedger:
    """The certificates of one person."""
    found = document if document is not None else county.store.read(keys.certificates(person))
    return CertificateLedger(person=person, certificates=_parts(found, "certificates", Certificate, "certificates"))


def change_parts(
    county: County,
    key: Key,
    head: Mapping[str, Any],
    name: str,
    edit: Callable[[Document | None], Iterable[BaseModel]],
) -> Document:
    """Put the parts that ``edit`` makes of the newest document under ``name``: one drawer, one write.

    Each part is kept by its ``id`` (of an attendance: its ``session``). Those that are not among them any more are
    taken out; fields that this version does not know stay, in the document and in each part.
    """

    def write(found: Document | None) -> Document:
        parts = edit(found)
        document = found or dict(head)
        before = document.get(name, {})
        fresh = {}
        for each in parts:
            part_id = getattr(each, "id", None) or each.session  # type: ignore[attr-defined]
            fresh[part_id] = {**before.get(part_id, {}), **each.model_dump(mode="json")}
        return {**document, name: fresh}

    return county.store.change(key, write)


def somebody(county: County, person_id: str) -> Person:
    """The person of that id.

    Raises:
        BadInput: the roster has nobody of it.
    """
    person = county.roster().person(person_id)
    if person is None:
        raise BadInput("person-unknown", who=person_id)
    return person


def unit_called(county: County, written: str) -> str:
    """The id of the unit of that name or id.

    Raises:
        BadInput: there is none.
    """
    for each in county.roster().units:
        if written.strip() in (each.id, each.name):
            return each.id
    raise BadInput("unit-unknown", unit=written)


def _listed(document: Document, name: str, kind: str) -> list[Any]:
    """The parts of a document, to be read in one go."""
    found = document.get(name, {})
    if not isinstance(found, dict):
        raise StoreFailure("document-damaged", what=kind)
    return list(found.values())


def _parts(document: Document | None, name: str, noun: type[Part], kind: str) -> tuple[Part, ...]:
    return tuple(stored(noun, each, kind) for each in _listed(document or {}, name, kind))

"""签到: who was at a session, marked one by one; who missed it, why, and how it was made up.

A mark lies in the drawer of the person marked: however large the county is, one key writes one small file, and
somebody who changes the unit takes along what they studied.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.log import Attendance, MakeUp, Mark, StudyLog
from cadre_tui.model.study.session import SessionState, StudySession
from cadre_tui.model.study.views import SignIn, SignInLine
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.arranging import belongs, expected, held
from cadre_tui.services.study.reading import (
    calendar_of,
    change_parts,
    log_of,
    settings_of,
    somebody,
    today,
)
from cadre_tui.services.typed import written
from cadre_tui.store import Document, keys

MOST_AT_ONCE: Final = 400
"""People on one sign-in; of more, one chooses a unit first."""

LONGEST: Final = 200
"""Characters of a reason or a proof."""


def sign_in(session: Session, year: int, session_id: str, *, host: str = "", unit: str = "") -> SignIn:
    """Everybody who should be there, of ``unit`` alone where one is named, with what was marked so far.

    ``host`` is the unit that holds the session, empty: the county. A clerk sees the people of their own units.

    Raises:
        NotPermitted: neither an organiser nor the clerk of that unit.
        BadInput: there is no such session, it was called off, or more people are expected than one screen holds.
    """
    found = _session(session.county, year, host, session_id)
    people = _mine(session, found, unit)
    if len(people) > MOST_AT_ONCE:
        raise BadInput("study-choose-unit", count=len(people), most=MOST_AT_ONCE)
    names = {each.id: each.name for each in session.county.roster().units}
    lines = (
        SignInLine(
            person=each,
            unit=names.get(each.unit, each.unit),
            attendance=log_of(session.county, year, each.id).at(found.key),
        )
        for each in people
    )
    return SignIn(year=year, session=found, lines=tuple(lines))


def units_of(session: Session, year: int, session_id: str, *, host: str = "") -> dict[str, str]:
    """The units whose people are expected and whom this session may mark: names by id."""
    found = _session(session.county, year, host, session_id)
    units = {each.unit for each in _mine(session, found, "")}
    return {each.id: each.name for each in session.county.roster().units if each.id in units}


def mark(
    session: Session, year: int, session_id: str, person_id: str, how: Mark | None, reason: str = "", host: str = ""
) -> Attendance | None:
    """Mark one person, or (None) take a mark back. What was made up stays with another mark of missing.

    Raises:
        BadInput: the session has not come yet, the person does not belong to it, or somebody is excused without a
            reason.
    """
    county = session.county
    found = _session(county, year, host, session_id)
    person = _expected_one(session, found, person_id)
    if how is Mark.EXCUSED and not reason.strip():
        raise BadInput("study-reason-missing", who=person.name)
    _must_have_come(county, found)
    why = written(reason, LONGEST) if reason.strip() else ""

    def change(before: Attendance | None) -> Attendance | None:
        if how is None:
            return None
        made_up = before.made_up if before and how is not Mark.PRESENT else None
        return _marked(session, found, how, why, made_up)

    if found.state is SessionState.PLANNED:
        held(county, year, host, session_id)
    return _change(county, year, person_id, found.key, change)


def mark_rest(session: Session, year: int, session_id: str, how: Mark, *, host: str = "", unit: str = "") -> SignIn:
    """Mark everybody who has no mark yet, as there or as absent; it is noted how many. The sign-in ends with it.

    Raises:
        BadInput: excused is nobody without a reason of their own.
    """
    if how is Mark.EXCUSED:
        raise BadInput("study-reason-missing", who="-")
    page = sign_in(session, year, session_id, host=host, unit=unit)
    _must_have_come(session.county, page.session)
    open_ones = [each.person.id for each in page.lines if each.attendance is None]
    code = "study-rest-present" if how is Mark.PRESENT else "study-rest-absent"
    audit.note(session, code, id=session_id, unit=host, count=len(open_ones))
    if page.session.state is SessionState.PLANNED:
        held(session.county, year, host, session_id)
    for person_id in open_ones:
        _change(
            session.county,
            year,
            person_id,
            page.session.key,
            lambda before: before or _marked(session, page.session, how),
        )
    return sign_in(session, year, session_id, host=host, unit=unit)


def make_up(
    session: Session, year: int, session_id: str, person_id: str, day: date, proof: str, host: str = ""
) -> Attendance | None:
    """Note that a missed session was made up, with its proof.

    Raises:
        BadInput: it was not missed; or the day is before the session, or has not come yet.
    """
    county = session.county
    found = _session(county, year, host, session_id)
    _keeper_of(session, somebody(county, person_id))
    if not found.day <= day <= today(county):
        raise BadInput("study-made-up-when", day=day.isoformat(), session=found.day.isoformat())
    how = MakeUp(day=day, proof=written(proof, LONGEST))

    def change(before: Attendance | None) -> Attendance | None:
        if before is None or before.mark is Mark.PRESENT:
            raise BadInput("study-not-missed", session=session_id)
        return before.model_copy(update={"made_up": how, "by": session.person, "at": county.now()})

    return _change(county, year, person_id, found.key, change)


def _marked(
    session: Session, of: StudySession, how: Mark, why: str = "", made_up: MakeUp | None = None
) -> Attendance:
    now = session.county.now()
    return Attendance(session=of.key, mark=how, reason=why, made_up=made_up, by=session.person, at=now)


def _change(
    county: County, year: int, person: str, session_key: str, edit: Callable[[Attendance | None], Attendance | None]
) -> Attendance | None:
    done: list[Attendance | None] = []

    def parts(found: Document | None) -> Iterable[Attendance]:
        log: StudyLog = log_of(county, year, person, found or {})
        done.append(edit(log.at(session_key)))
        others = [each for each in log.attendance if each.session != session_key]
        return [*others, *(each for each in done[-1:] if each is not None)]

    change_parts(county, keys.study_log(year, person), {"year": year, "person": person}, "attendance", parts)
    return done[-1]


def _session(county: County, year: int, host: str, session_id: str) -> StudySession:
    found = calendar_of(county, year, host).session(session_id)
    if found is None:
        raise BadInput("study-session-unknown", session=session_id)
    if found.state is SessionState.CANCELLED:
        raise BadInput("study-session-off", session=session_id)
    return found


def _mine(session: Session, of: StudySession, unit: str) -> tuple[Person, ...]:
    """Whom this session may mark of those who should be there, by unit and name."""
    wanted = frozenset({unit}) if unit else session.units
    for each in sorted(wanted):
        permit(session, Act.KEEP_REGISTER, unit=each)
    if not wanted:
        permit(session, Act.KEEP_REGISTER)
    found = expected(session.county, settings_of(session.county), of, wanted)
    return tuple(sorted(found, key=lambda each: (each.unit, each.sort_key, each.id)))


def _keeper_of(session: Session, person: Person) -> None:
    permit(session, Act.KEEP_REGISTER, unit=person.unit)


def _expected_one(session: Session, of: StudySession, person_id: str) -> Person:
    person = somebody(session.county, person_id)
    _keeper_of(session, person)
    if not belongs(settings_of(session.county), of, person):
        raise BadInput("study-not-of-audience", who=person.name, session=of.id)
    return person


def _must_have_come(county: County, of: StudySession) -> None:
    if of.day > today(county):
        raise BadInput("study-not-yet", session=of.id, day=of.day.isoformat())

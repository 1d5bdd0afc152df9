"""The calendar of collective sessions: proposed for a year, changed by hand, a session called off."""

from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person, Standing
from cadre_tui.model.study.proposing import proposed
from cadre_tui.model.study.session import MOST_SESSIONS, SessionState, StudyCalendar, StudySession
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.holidays import works
from cadre_tui.services.study.reading import calendar_of, change_parts, settings_of
from cadre_tui.services.typed import sound_text
from cadre_tui.store import Document, keys

USUAL_HOURS: Final = Decimal(3)
"""Hours of study that a session is proposed with: half a day."""

LONGEST: Final = 200
"""Characters of a theme, a speaker, a place or a reference."""


def calendar(session: Session, year: int, unit: str = "") -> StudyCalendar:
    """The calendar of the county or of a unit: everybody may see when they study."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    return calendar_of(session.county, year, unit)


def propose(session: Session, year: int, hours: Decimal = USUAL_HOURS) -> tuple[StudySession, ...]:
    """What the county's year could look like; nothing is written.

    Raises:
        BadInput: the year is none of this time.
    """
    permit(session, Act.ARRANGE_STUDY)
    if not 2000 <= year <= 2099:
        raise BadInput("study-year", year=year)
    settled = settings_of(session.county)
    return proposed(year, settled.audiences, settled.weekday, works(settled, year), hours)


def adopt(session: Session, year: int, hours: Decimal = USUAL_HOURS) -> StudyCalendar:
    """Make the proposal the county's calendar, where it has none for that year.

    Raises:
        BadInput: there is a calendar already: it is changed session by session, and never written over.
    """
    found = propose(session, year, hours)

    def put(before: StudyCalendar) -> StudyCalendar:
        if before.sessions:
            raise BadInput("study-calendar-there", year=year, count=len(before.sessions))
        audit.note(session, "study-calendar-adopted", year=year, count=len(found))
        return before.model_copy(update={"sessions": found})

    return _change(session.county, year, "", put)


def put(session: Session, year: int, fresh: StudySession) -> StudyCalendar:
    """Write one session: a new one where its id is empty, else in the place of the one of its id. It is noted.

    Raises:
        NotPermitted: the county's calendar is the organisers', a unit's also its clerk's.
        BadInput: the day is not in the year, the hours are more than a day holds, the audience is unknown, the
            session overlaps another one of people in common, or one that was held would become another's.
    """
    permit(session, Act.ARRANGE_STUDY, unit=fresh.unit or None)
    county = session.county
    settled = settings_of(county)
    clean = _clean(fresh)
    _must_be_possible(settled, year, clean)
    beside = calendar_of(county, year).sessions if clean.unit else _of_units(county, year)

    def write(before: StudyCalendar) -> StudyCalendar:
        whole = clean if clean.id else clean.model_copy(update={"id": before.free_id(clean.audience)})
        known = before.session(whole.id)
        if clean.id and known is None:
            raise BadInput("study-session-unknown", session=clean.id)
        if known is not None and known.state is SessionState.HELD and known.audience != whole.audience:
            raise BadInput("study-session-held", session=known.id)
        if known is None and len(before.sessions) >= MOST_SESSIONS:
            raise BadInput("study-calendar-full", most=MOST_SESSIONS)
        _must_not_collide(settled, whole, (*before.sessions, *beside))
        audit.note(session, "study-session-written", id=whole.id, unit=whole.unit, day=whole.day.isoformat())
        return before.with_session(whole)

    return _change(county, year, clean.unit, write)


def call_off(session: Session, year: int, unit: str, session_id: str, why: str) -> StudyCalendar:
    """Call a session off that was not held; it stays in the calendar, marked so.

    Raises:
        BadInput: there is none of that id, or people have been marked at it.
    """
    permit(session, Act.ARRANGE_STUDY, unit=unit or None)

    def write(before: StudyCalendar) -> StudyCalendar:
        known = before.session(session_id)
        if known is None:
            raise BadInput("study-session-unknown", session=session_id)
        if known.state is SessionState.HELD:
            raise BadInput("study-session-held", session=session_id)
        audit.note(session, "study-session-cancelled", id=session_id, unit=unit, reason=sound_text(why))
        return before.with_session(known.model_copy(update={"state": SessionState.CANCELLED}))

    return _change(session.county, year, unit, write)


def held(county: County, year: int, unit: str, session_id: str) -> None:
    """Note that a session takes place: somebody was marked at it. For services alone."""

    def write(before: StudyCalendar) -> StudyCalendar:
        known = before.session(session_id)
        if known is None:
            raise BadInput("study-session-unknown", session=session_id)
        return before.with_session(known.model_copy(update={"state": SessionState.HELD}))

    _change(county, year, unit, write)


def belongs(settled: StudySettings, of: StudySession, person: Person) -> bool:
    """Whether a session is for this person: of its audience and, of a unit's session, of that unit."""
    audience = settled.audience(of.audience)
    return audience is not None and audience.has(person) and (not of.unit or person.unit == of.unit)


def expected(
    county: County, settled: StudySettings, of: StudySession, units: Collection[str] = ()
) -> tuple[Person, ...]:
    """Who should be there: whom it is for, and who is at the post; of ``units`` alone where some are named."""
    roster = county.roster()
    people = [each for unit in units for each in roster.of_unit(unit)] if units else roster.people
    return tuple(each for each in people if each.standing is Standing.ON_DUTY and belongs(settled, of, each))


def _change(county: County, year: int, unit: str, edit: Callable[[StudyCalendar], StudyCalendar]) -> StudyCalendar:
    changed: list[StudyCalendar] = []

    def parts(found: Document | None) -> Sequence[StudySession]:
        changed.append(edit(calendar_of(county, year, unit, found or {})))
        return changed[-1].sessions

    change_parts(county, keys.study_calendar(year, unit), {"year": year, "unit": unit}, "sessions", parts)
    return changed[-1]


def _clean(fresh: StudySession) -> StudySession:
    """Texts without space around them, none too long, none unsound."""
    texts = {name: _short(getattr(fresh, name)) for name in ("theme", "speaker", "place")}
    lists = {
        name: tuple(told for each in getattr(fresh, name) if (told := _short(each))) for name in ("notes", "archive")
    }
    return fresh.model_copy(update={**texts, **lists})


def _short(text: str) -> str:
    told = sound_text(text)
    if len(told) > LONGEST:
        raise BadInput("too-much-written", longest=LONGEST, count=len(told))
    return told


def _must_be_possible(settled: StudySettings, year: int, fresh: StudySession) -> None:
    if fresh.day.year != year:
        raise BadInput("study-day-outside", day=fresh.day.isoformat(), year=year)
    if settled.audience(fresh.audience) is None:
        known = "、".join(each.id for each in settled.audiences)
        raise BadInput("study-audience-unknown", audience=fresh.audience or "-", known=known)
    if not 0 < fresh.hours <= settled.most_a_day:
        raise BadInput("study-hours-of-session", hours=fresh.hours, most=settled.most_a_day)
    if (fresh.begins is None) != (fresh.ends is None) or (
        fresh.begins is not None and fresh.ends is not None and fresh.begins >= fresh.ends
    ):
        raise BadInput("study-times")


def _must_not_collide(settled: StudySettings, fresh: StudySession, others: Sequence[StudySession]) -> None:
    for each in others:
        if fresh.collides(each) and _share_people(settled, fresh, each):
            raise BadInput("study-overlap", session=each.id, day=each.day.isoformat(), theme=each.theme or "-")


def _of_units(county: County, year: int) -> tuple[StudySession, ...]:
    """What the units have arranged for themselves: a session of the county must not be put over it."""
    units = {person.unit for person in county.roster().people}
    return tuple(each for unit in sorted(units) for each in calendar_of(county, year, unit).sessions)


def _share_people(settled: StudySettings, one: StudySession, other: StudySession) -> bool:
    first, second = settled.audience(one.audience), settled.audience(other.audience)
    if first is None or second is None:
        return False
    here, there = ({each.unit} if each.unit else set(of.units) for each, of in ((one, first), (other, second)))
    if here and there and not here & there:
        return False
    return bool(set(first.levels) & set(second.levels))

"""Hours of study from elsewhere: written by their person or by whoever keeps the register, looked at, counted."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.log import BY_CLERK, OWN_HAND, HoursEntry, StudyLog
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.sums import hours_on
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.reading import change_parts, log_of, sessions_for, settings_of, somebody, today
from cadre_tui.services.typed import sound_text, written
from cadre_tui.store import Document, keys

LONGEST: Final = 200
"""Characters of a title or a proof."""

LONGEST_TRAINING: Final = 366
"""Days that one entry may last."""


def log(session: Session, year: int, person_id: str) -> StudyLog:
    """Somebody's register of a year."""
    _may_see(session, person_id)
    return log_of(session.county, year, person_id)


def add(session: Session, person_id: str, entry: HoursEntry, *, agreed: bool = False) -> HoursEntry:
    """Write hours into somebody's register; what a cadre writes for themself waits to be looked at.

    The entry's ``id``, ``source``, ``counted``, ``by`` and ``at`` are given here. ``agreed``: somebody was asked, and
    it is no mistake.

    Raises:
        BadInput: it cannot be; or (unless ``agreed``) it seems to be there already, or a day would hold too much.
    """
    own = _writes_own(session, person_id)
    clean = _clean(entry)
    must_be_possible(session.county, clean)
    settled = settings_of(session.county)

    def edit(known: StudyLog) -> tuple[StudyLog, HoursEntry]:
        whole = clean.model_copy(
            update={
                "id": known.free_id(),
                "source": OWN_HAND if own else BY_CLERK,
                "counted": not own,
                "by": session.person,
                "at": session.county.now(),
            }
        )
        if not agreed:
            must_be_likely(session.county, settled, known, whole)
        return known.model_copy(update={"hours": (*known.hours, whole)}), whole

    return change(session.county, clean.day.year, person_id, edit)


def accept(session: Session, year: int, person_id: str, entry_id: str) -> HoursEntry:
    """Say that the proof of an entry was looked at: it counts from now on. It is noted.

    Raises:
        NotPermitted: it is one's own: nobody looks at their own proof.
        BadInput: there is none of that id.
    """
    _keeps(session, person_id)

    def edit(known: StudyLog) -> tuple[StudyLog, HoursEntry]:
        found = _entry(known, entry_id).model_copy(update={"counted": True})
        audit.note(session, "study-hours-accepted", of=person_id, entry=entry_id, hours=str(found.hours))
        others = (found if each.id == entry_id else each for each in known.hours)
        return known.model_copy(update={"hours": tuple(others)}), found

    return change(session.county, year, person_id, edit)


def remove(session: Session, year: int, person_id: str, entry_id: str, why: str = "") -> HoursEntry:
    """Take an entry out: one's own that still waits; whoever keeps the register any, with a reason. That is noted.

    Raises:
        BadInput: there is none of that id, or it counts already and the reason is missing.
    """
    own = _writes_own(session, person_id)

    def edit(known: StudyLog) -> tuple[StudyLog, HoursEntry]:
        found = _entry(known, entry_id)
        if own and found.counted:
            raise BadInput("study-entry-counted", entry=entry_id)
        if not own:
            reason = written(why, LONGEST)
            audit.note(
                session, "study-hours-removed", of=person_id, entry=entry_id, hours=str(found.hours), reason=reason
            )
        rest = tuple(each for each in known.hours if each.id != entry_id)
        return known.model_copy(update={"hours": rest}), found

    return change(session.county, year, person_id, edit)


def change(
    county: County, year: int, person: str, edit: Callable[[StudyLog], tuple[StudyLog, HoursEntry]]
) -> HoursEntry:
    """One write into somebody's register. For services alone."""
    done: list[HoursEntry] = []

    def parts(found: Document | None) -> Iterable[HoursEntry]:
        fresh, entry = edit(log_of(county, year, person, found or {}))
        done.append(entry)
        return fresh.hours

    change_parts(county, keys.study_log(year, person), {"year": year, "person": person}, "hours", parts)
    return done[-1]


def must_be_possible(county: County, entry: HoursEntry) -> None:
    """Refuse what cannot be: no hours, more than the clock has, days to come, a training that ends before it begins.

    Raises:
        BadInput: it is so.
    """
    if not 0 < entry.hours <= 24 * entry.days:
        raise BadInput("study-hours-beyond", hours=entry.hours, most=24 * max(entry.days, 1))
    if not 1 <= entry.days <= LONGEST_TRAINING or (entry.until or entry.day).year != entry.day.year:
        raise BadInput("study-until", day=entry.day.isoformat(), until=(entry.until or entry.day).isoformat())
    if not date(2000, 1, 1) <= entry.day <= today(county):
        raise BadInput("study-day-to-come", day=entry.day.isoformat())


def must_be_likely(county: County, settled: StudySettings, known: StudyLog, entry: HoursEntry) -> None:
    """Ask about what is probably recorded already, and about a day that would hold more than is usual.

    Raises:
        BadInput: it is so; whoever looked at it and agrees may write it all the same.
    """
    twin = next((each for each in known.hours if each.same_as(entry) or each.alike(entry)), None)
    if twin is not None:
        raise BadInput("study-twice", entry=twin.id, title=twin.title, day=twin.day.isoformat(), hours=twin.hours)
    person = somebody(county, known.person)
    sessions = sessions_for(county, {known.year}, {person.unit})
    most = hours_on(known, sessions, entry)
    if most > settled.most_a_day:
        raise BadInput(
            "study-day-full", day=entry.day.isoformat(), hours=f"{float(most):.4g}", most=settled.most_a_day
        )


def _clean(entry: HoursEntry) -> HoursEntry:
    number = sound_text(entry.number)
    if len(number) > LONGEST:
        raise BadInput("too-much-written", longest=LONGEST, count=len(number))
    proof = written(entry.proof, LONGEST) if entry.proof.strip() else ""
    return entry.model_copy(update={"title": written(entry.title, LONGEST), "proof": proof, "number": number})


def _entry(known: StudyLog, entry_id: str) -> HoursEntry:
    found = known.entry(entry_id)
    if found is None:
        raise BadInput("study-entry-unknown", entry=entry_id, known="、".join(each.id for each in known.hours) or "-")
    return found


def _writes_own(session: Session, person_id: str) -> bool:
    """Whether the session's person writes for themself: as a cadre; all others must keep the register."""
    person = somebody(session.county, person_id)
    if session.role.value in ("cadre", "rater"):
        permit(session, Act.LOG_STUDY, of=person_id)
        return True
    permit(session, Act.KEEP_REGISTER, unit=person.unit)
    return False


def _keeps(session: Session, person_id: str) -> None:
    person = somebody(session.county, person_id)
    permit(session, Act.KEEP_REGISTER, unit=person.unit)
    if person_id == session.person:
        raise BadInput("study-own-proof")


def _may_see(session: Session, person_id: str) -> None:
    permit(session, Act.SEE_STUDY, of=person_id, unit=somebody(session.county, person_id).unit)

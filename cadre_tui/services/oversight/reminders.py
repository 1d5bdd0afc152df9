"""Who has not handed in, and who of them may be reminded now: nobody more often than the round says."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.progress import Missing, PersonLine
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.oversight.progress import people
from cadre_tui.services.oversight.reminded import moments
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds.life import find
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys


def missing(
    session: Session,
    round_id: str,
    unit: str | None = None,
    purpose: Purpose | None = None,
    person: str | None = None,
) -> tuple[Missing, ...]:
    """Who has not handed everything in, by the roster: of all, of one unit (its id), one purpose, one person.

    Who watches over the round may see the list; a clerk that of their own units.
    """
    held = find(session.county, round_id)
    now = session.county.now()
    found = []
    for each in people(session, round_id, unit):
        left = {of: counts.open for of, counts in each.counts.items() if counts.open and purpose in (None, of)}
        if left and person in (None, each.id):
            found.append(Missing(person=each, open=left, due=_due(held, each, left, now)))
    return tuple(found)


def remind(session: Session, round_id: str, whom: Iterable[Missing], how: str) -> tuple[str, ...]:
    """Note that these people are reminded now; answers the ids of whom it holds for.

    Whoever was reminded by somebody else meanwhile is left out. To be called when their texts are written: what
    could not be written has reminded nobody.

    Raises:
        NotPermitted: not the organiser, nor the clerk of the person's unit.
    """
    county = session.county
    held = find(county, round_id)
    wanted = [each for each in whom if each.due]
    for each in wanted:
        permit(session, Act.REMIND, unit=each.person.unit, phase=held.phase)
    if not wanted:
        return ()
    taken: list[str] = []

    def mark(found: Document | None) -> Document:
        last, now = moments(found), county.now()
        taken[:] = [each.person.id for each in wanted if _rested(held, last.get(each.person.id), now)]
        if not taken:
            return found or {"people": {}}
        audit.note(session, "reminded", round=held.id, count=len(taken), how=how)
        known = (found or {}).get("people", {})
        return {**(found or {}), "people": {**known, **dict.fromkeys(taken, now.isoformat())}}

    county.store.change(keys.reminders(round_id), mark)
    return tuple(taken)


def note_list(session: Session, round_id: str, count: int) -> None:
    """Note that the list of who is missing was taken out of the program: it names people."""
    permit(session, Act.SEE_PROGRESS, unit=next(iter(session.units), None))
    audit.note(session, "missing-listed", round=round_id, count=count)


def _due(held: Round, person: PersonLine, left: dict[Purpose, int], now: datetime) -> bool:
    """There is something that can still be filled in, and the last reminder is long enough ago."""
    return bool(person.writable & left.keys()) and _rested(held, person.reminded, now)


def _rested(held: Round, last: datetime | None, now: datetime) -> bool:
    return last is None or now - last >= timedelta(hours=held.rules.remind_every)

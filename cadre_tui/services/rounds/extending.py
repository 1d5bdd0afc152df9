"""More time for one person: with a reason, noted, and never shorter than what they have."""

from datetime import datetime

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round import ASKED, Extension, Round
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.assignments import assignments_of
from cadre_tui.services.rounds.by_name import must_not_be_anonymous
from cadre_tui.services.session import Session
from cadre_tui.services.typed import sound_text
from cadre_tui.store import Document, keys


def extend(session: Session, round_id: str, person: str, purpose: Purpose, until: datetime, reason: str) -> Extension:
    """Let one person fill in for one purpose until a later moment, which carries its zone.

    Raises:
        BadInput: nothing of the kind is asked of this person, no reason is given, or the moment is no later.
    """
    county = session.county
    given = considered(session, round_id, person, purpose, until, reason)

    def add(found: Document | None) -> Document:
        newest = county.as_round(found or {})
        permit(session, Act.GIVE_TIME, of=person, phase=newest.phase)
        must_not_be_settled(newest, purpose)
        _must_be_later(county, newest, given)
        values = {"person": person, "purpose": purpose.value, "until": until.isoformat(), "reason": given.reason}
        audit.note(session, "time-given", round=newest.id, **values)
        return {**(found or {}), "extensions": [*(found or {}).get("extensions", ()), given.model_dump(mode="json")]}

    county.store.change(keys.round_rules(round_id), add)
    return given


def considered(
    session: Session, round_id: str, person: str, purpose: Purpose, until: datetime, reason: str
) -> Extension:
    """The time as it would be given; nothing is changed.

    Raises:
        BadInput: as ``extend``.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.GIVE_TIME, of=person, phase=held.phase)
    must_not_be_anonymous(held, "ballots-one-time")
    why = said(reason)
    must_be_asked(county, held, person, purpose)
    given = Extension(person=person, purpose=purpose, until=until, reason=why, by=session.person, at=county.now())
    _must_be_later(county, held, given)
    return given


def asked_of(session: Session, round_id: str, person: str) -> tuple[Purpose, ...]:
    """For which purposes something is asked of a person: those for which time can be given."""
    held = life.find(session.county, round_id)
    permit(session, Act.GIVE_TIME, of=person, phase=held.phase)
    asked = {each.purpose for each in assignments_of(session.county, held, person)}
    return tuple(each for each in Purpose if each in asked)


def said(reason: str) -> str:
    """The reason, which nobody may leave out.

    Raises:
        BadInput: there is none, or it holds what no text holds.
    """
    if not reason.strip():
        raise BadInput("reason-missing")
    return sound_text(reason)


def must_be_asked(county: County, held: Round, person: str, purpose: Purpose) -> None:
    """Refuse a person of whom nothing of the kind is asked, or no longer.

    Raises:
        BadInput: they are not asked, or what was answered stands.
    """
    must_not_be_settled(held, purpose)
    if not any(each.purpose is purpose for each in assignments_of(county, held, person)):
        raise BadInput("nothing-asked-of", who=person, purpose=purpose, round=held.id)


def must_not_be_settled(held: Round, purpose: Purpose) -> None:
    """Refuse to have anything answered that stands.

    Raises:
        BadInput: it does.
    """
    if hours.settled(held, purpose):
        raise BadInput("answers-settled", round=held.id)


def _must_be_later(county: County, held: Round, given: Extension) -> None:
    if given.until <= county.now():
        raise BadInput("time-past", until=_told(given.until))
    before = hours.extension_of(held, given.person, given.purpose)
    has = before.until if before else None
    if given.purpose in ASKED.get(held.phase, ()):
        has = hours.deadline_of(held, given.person, given.purpose)
    if has is not None and given.until <= has:
        raise BadInput("time-no-later", until=_told(given.until), deadline=_told(has))


def _told(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")

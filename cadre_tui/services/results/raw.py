"""Raw material of a confidential round: who gave what, opened by two people together, for a reason, and logged."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.result import Vote
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.text import sound
from cadre_tui.services import audit
from cadre_tui.services.people import accounts
from cadre_tui.services.people.identity import find
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.results.reading import taking_part
from cadre_tui.services.results.votes import votes_about
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.by_name import must_not_be_anonymous
from cadre_tui.services.session import Session
from cadre_tui.services.two_people import in_hand
from cadre_tui.services.typed import sound_text

LONGEST: Final = 500
"""Characters of what was typed in vain that are noted."""


def open_raw(session: Session, second: Session, round_id: str, subject_id: str, reason: str) -> tuple[Vote, ...]:
    """Who gave the subject what. ``session`` is an organiser's, ``second`` another organiser's or a supervisor's.

    It is noted who opened it with whom, about whom and why, before anything is read; and who tried to in vain.

    Raises:
        NotPermitted: one of the two may not, they are one person, one of them is the person rated, or one has had
            the other's entry in hand since the round was opened.
        BadInput: no reason, the person took no part, or the round is named and shows it anyhow.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.OPEN_RAW, phase=held.phase)
    tried = {"round": held.id, "subject": subject_id, "second": second.person, "reason": reason.strip()}
    with _noted(session, tried):
        must_not_be_anonymous(held)
        permit(second, Act.WITNESS_RAW, phase=held.phase)
        _must_be_two(session, second, held, subject_id)
        if not held.rules.confidential:
            raise BadInput("raw-named", round=held.id)
        if not sound_text(reason):
            raise BadInput("raw-without-reason")
        reader = Reader(session.county, held)
        subject = taking_part(reader, subject_id)
    audit.note(session, "raw-opened", **tried)
    return votes_about(session.county, reader, subject)


def open_with(
    session: Session, who: str, password: str, round_id: str, subject_id: str, reason: str
) -> tuple[Vote, ...]:
    """The same with somebody (an id, or a name that only one person has) who signs in for it here.

    Raises:
        NotPermitted: as ``open_raw``, or the password is not theirs; that, too, is noted.
        BadInput: as ``open_raw``.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.OPEN_RAW, phase=held.phase)
    second = find(session.county, who) or ""  # whatever else was typed is not noted: it may be a password
    with _noted(session, {"round": held.id, "subject": subject_id, "second": second, "reason": reason.strip()}):
        beside = accounts.sign_in(session.county, who, password)
    role = Role.ORGANISER if Role.ORGANISER in beside.roles else Role.SUPERVISOR
    return open_raw(session, replace(beside, role=role), round_id, subject_id, reason)


@contextmanager
def _noted(session: Session, tried: Mapping[str, str]) -> Iterator[None]:
    """Note what is refused; a program of the person's own that tries names out is seen in the log."""
    try:
        yield
    except (NotPermitted, BadInput):
        audit.note(
            session, "raw-refused", **{key: "".join(filter(sound, each))[:LONGEST] for key, each in tried.items()}
        )
        raise


def _must_be_two(session: Session, second: Session, held: Round, subject_id: str) -> None:
    if second.person == session.person or second.county is not session.county:
        raise NotPermitted("raw-one-person")
    if subject_id in (session.person, second.person):
        raise NotPermitted("raw-about-oneself")
    log = audit.entries(session)
    for one, other in ((session.person, second.person), (second.person, session.person)):
        if other in in_hand(log, one, held.opened):
            raise NotPermitted("raw-in-hand", who=other)

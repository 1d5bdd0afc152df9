"""Raw material of a confidential round: who gave what, opened by two people together, for a reason, and logged."""

from collections.abc import Iterable
from typing import Final

from cadre_tui.model.audit import AuditEntry
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.result import Vote
from cadre_tui.model.round import Round
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.results.reading import taking_part
from cadre_tui.services.results.votes import votes_about
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

ENTRY_GIVEN: Final = frozenset({"role-given", "codes-issued", "accounts-reset", "ssh-line-made"})
"""What an organiser does by which they, or somebody of theirs, could enter as another person."""


def open_raw(session: Session, second: Session, round_id: str, subject_id: str, reason: str) -> tuple[Vote, ...]:
    """Who gave the subject what. ``session`` is an organiser's, ``second`` another organiser's or a supervisor's.

    It is noted who opened it with whom, about whom and why, before anything is read.

    Raises:
        NotPermitted: one of the two may not, they are one person, one of them is the person rated, or one has had
            the other's entry in hand since the round was opened.
        BadInput: no reason, the person took no part, or the round is named and shows it anyhow.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.OPEN_RAW, phase=held.phase)
    permit(second, Act.WITNESS_RAW, phase=held.phase)
    if second.person == session.person or second.county is not county:
        raise NotPermitted("raw-one-person")
    if subject_id in (session.person, second.person):
        raise NotPermitted("raw-about-oneself")
    log = audit.entries(session)
    for one, other in ((session.person, second.person), (second.person, session.person)):
        if other in _in_hand(log, one, held):
            raise NotPermitted("raw-in-hand", who=other)
    if not held.rules.confidential:
        raise BadInput("raw-named", round=held.id)
    if not reason.strip():
        raise BadInput("raw-without-reason")
    reader = Reader(county, held)
    subject = taking_part(reader, subject_id)
    audit.note(session, "raw-opened", round=held.id, subject=subject.id, second=second.person, reason=reason.strip())
    return votes_about(county, reader, subject)


def _in_hand(log: Iterable[AuditEntry], person: str, held: Round) -> frozenset[str]:
    """Those as whom ``person`` may have entered themself, by the log since the opening, also by way of others.

    Whoever gives out roles and codes could else make the second person up.
    """
    found = {person}
    for each in log:
        if each.code in ENTRY_GIVEN and each.who in found and (held.opened is None or each.at >= held.opened):
            found.update([each.values["person"]] if "person" in each.values else each.values.get("people", ()))
    return frozenset(found)

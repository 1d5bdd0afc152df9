"""The ledger of certificates: of study, of ability, and of skills beside one's specialty."""

from collections.abc import Callable, Iterable
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.model.study.certificate import Certificate, CertificateLedger
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.reading import change_parts, ledger_of, somebody, today
from cadre_tui.services.typed import sound_text, written
from cadre_tui.store import Document, keys

LONGEST: Final = 120
"""Characters of a name, an issuer, a proof, or of what it was used for."""


def ledger(session: Session, person_id: str) -> CertificateLedger:
    """All of one person."""
    permit(session, Act.SEE_STUDY, of=person_id, unit=somebody(session.county, person_id).unit)
    return ledger_of(session.county, person_id)


def add(session: Session, person_id: str, certificate: Certificate) -> CertificateLedger:
    """Write one; what a cadre writes for themself waits to be looked at.

    Raises:
        BadInput: it says nothing, is there already, or bears a day to come.
    """
    own = _writes_own(session, person_id)
    county = session.county
    if certificate.day is not None and certificate.day > today(county):
        raise BadInput("study-day-to-come", day=certificate.day.isoformat())
    texts = {name: _short(getattr(certificate, name)) for name in ("issuer", "proof", "used")}
    clean = certificate.model_copy(
        update={
            **texts,
            "name": written(certificate.name, LONGEST),
            "counted": not own,
            "by": session.person,
            "at": county.now(),
        }
    )

    def edit(known: CertificateLedger) -> tuple[Certificate, ...]:
        twin = [each for each in known.certificates if (each.sort, each.name) == (clean.sort, clean.name)]
        if twin:
            raise BadInput("certificate-twice", name=clean.name, id=twin[0].id)
        return (*known.certificates, clean.model_copy(update={"id": known.free_id()}))

    return _change(session, person_id, edit)


def accept(session: Session, person_id: str, certificate_id: str) -> CertificateLedger:
    """Say that its proof was looked at; it is noted.

    Raises:
        BadInput: there is none of that id, or it is one's own.
    """
    person = somebody(session.county, person_id)
    permit(session, Act.KEEP_REGISTER, unit=person.unit)
    if person_id == session.person:
        raise BadInput("study-own-proof")

    def edit(known: CertificateLedger) -> tuple[Certificate, ...]:
        found = _one(known, certificate_id)
        audit.note(session, "certificate-accepted", of=person_id, name=found.name)
        return tuple(
            each.model_copy(update={"counted": True}) if each == found else each for each in known.certificates
        )

    return _change(session, person_id, edit)


def remove(session: Session, person_id: str, certificate_id: str) -> CertificateLedger:
    """Take one out: one's own that still waits, or any as whoever keeps the register; that is noted.

    Raises:
        BadInput: there is none of that id, or it was looked at already.
    """
    own = _writes_own(session, person_id)

    def edit(known: CertificateLedger) -> tuple[Certificate, ...]:
        found = _one(known, certificate_id)
        if own and found.counted:
            raise BadInput("study-entry-counted", entry=certificate_id)
        if not own:
            audit.note(session, "certificate-removed", of=person_id, name=found.name)
        return tuple(each for each in known.certificates if each != found)

    return _change(session, person_id, edit)


def _writes_own(session: Session, person_id: str) -> bool:
    person = somebody(session.county, person_id)
    if session.role in (Role.CADRE, Role.RATER):
        permit(session, Act.LOG_STUDY, of=person_id)
        return True
    permit(session, Act.KEEP_REGISTER, unit=person.unit)
    return False


def _one(known: CertificateLedger, certificate_id: str) -> Certificate:
    found = known.certificate(certificate_id)
    if found is None:
        listed = "、".join(each.id for each in known.certificates) or "-"
        raise BadInput("study-entry-unknown", entry=certificate_id, known=listed)
    return found


def _short(text: str) -> str:
    told = sound_text(text)
    if len(told) > LONGEST:
        raise BadInput("too-much-written", longest=LONGEST, count=len(told))
    return told


def _change(
    session: Session, person: str, edit: Callable[[CertificateLedger], Iterable[Certificate]]
) -> CertificateLedger:
    def parts(found: Document | None) -> Iterable[Certificate]:
        return edit(ledger_of(session.county, person, found or {}))

    change_parts(session.county, keys.certificates(person), {"person": person}, "certificates", parts)
    return ledger_of(session.county, person)

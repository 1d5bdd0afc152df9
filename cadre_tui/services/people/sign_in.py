"""Proving who one is with a password."""

from contextlib import suppress
from dataclasses import replace

from cadre_tui.model.fault import BadInput, NotPermitted, StoreFailure
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.county import County, is_made
from cadre_tui.services.people import lockout
from cadre_tui.services.people.identity import account, begin, ended, find
from cadre_tui.services.people.passwords import hashed, long_enough, matches, outdated
from cadre_tui.services.people.roles import act_as
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.typed import sound_text
from cadre_tui.store import Document, keys


def first_organiser(county: County, person_id: str, name: str, password: str, county_name: str = "") -> None:
    """Make the county and its first organiser.

    Raises:
        BadInput: the county has been made already, the password is too short, or a name holds what no text holds.
        StoreFailure: the folder holds what is left of a county: nobody may make themself its organiser.
    """
    long_enough(password, quick=county.quick_passwords)
    name, county_name = sound_text(name), sound_text(county_name)
    first = {
        "person": person_id,
        "name": name,
        "roles": [Role.ORGANISER.value],
        "password": hashed(password, quick=county.quick_passwords),
    }

    def make(found: Document | None) -> Document:
        if found is not None:
            raise BadInput("county-exists")
        # The account comes first: a county that was made without anybody who may enter could not be made again.
        county.store.change(keys.account(person_id), lambda _found: first)
        audit.note(replace(begin(county, person_id), role=Role.ORGANISER), "county-made", person=person_id)
        return {"name": county_name, "organiser": person_id}

    county.store.make()
    is_made(county)
    county.store.change(keys.COUNTY, make)


def sign_in(county: County, who: str, password: str) -> Session:
    """``who`` is an id, or a name that only one person has.

    Raises:
        NotPermitted: the two don't belong together; which of them is wrong is not told. Or it is too soon after too
            many failures.
    """
    person_id = find(county, who)
    known = account(county, person_id).get("password", "") if person_id else ""
    quick = county.quick_passwords
    lockout.prove(county, person_id, who, lambda: matches(known, password, quick=quick), "sign-in-failed")
    assert person_id is not None  # noqa: S101 - nobody's password matches nothing
    if outdated(known, quick=quick):
        _renew(county, person_id, known, hashed(password, quick=quick))
    return begin(county, person_id)


def prove_again(county: County, session: Session, password: str) -> Session:
    """Let a session go on whose person types the password once more, be it over or not.

    Answers their session as it is now: where something was taken from the account meanwhile, ``session`` stays ended.

    Raises:
        NotPermitted: as ``sign_in``.
    """
    proved = sign_in(county, session.person, password)
    if session.proof is not None and session.epoch == proved.epoch and session.role in proved.roles:
        session.proof.renew()
    return proved


def _renew(county: County, person_id: str, before: str, now: str) -> None:
    """Keep the same password under today's parameters, unless another was chosen meanwhile."""

    def change(found: Document | None) -> Document:
        document = found or {}
        return {**document, "password": now} if document.get("password") == before else document

    with suppress(StoreFailure):  # nobody is kept out for it: next time, then
        county.store.change(keys.account(person_id), change)


def change_password(session: Session, old: str, new: str) -> Session:
    """Choose another password; whatever was begun with the old one ends: sessions, this one too, and tokens.

    Answers the session with which the same person goes on, in the same role: both passwords have just been typed.

    Raises:
        NotPermitted: there is no password yet, ``old`` is not it, it is too soon after too many failures, or the
            account was changed meanwhile.
        BadInput: the new one is too short, or the old one.
    """
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    county = session.county
    long_enough(new, quick=county.quick_passwords)
    known = account(county, session.person).get("password", "")
    if not known:
        raise NotPermitted("password-none")
    lockout.prove(county, session.person, "", lambda: matches(known, old), "password-not-right")
    if matches(known, new):
        raise BadInput("password-same")

    def change(found: Document | None) -> Document:
        document = found or {}
        if session.epoch is not None and document.get("epoch", 0) != session.epoch:
            raise NotPermitted("session-ended")
        return {**ended(document), "password": hashed(new, quick=county.quick_passwords)}

    county.store.change(keys.account(session.person), change)
    return act_as(begin(county, session.person), session.role)

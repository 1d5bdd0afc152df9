"""First use: codes that the organiser hands out on slips, and the password that their owner chooses with one."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Final
from unicodedata import normalize

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.account import Slip
from cadre_tui.model.people.person import Person
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.people import lockout
from cadre_tui.services.people.hands import in_hand
from cadre_tui.services.people.identity import account, begin, current_roster, ended, find, fingerprint, who_is
from cadre_tui.services.people.passwords import hashed, long_enough
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys

CODE_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No look-alikes: neither 0 and O, nor 1, I and L."""

CODE_LENGTH: Final = 16
"""Characters: 79 bits, so that a fast hash of a code tells nothing."""


def without_code(session: Session) -> tuple[Person, ...]:
    """Everybody of the roster who has neither a password nor a code, in its order."""
    permit(session, Act.ISSUE_CODES)
    county = session.county
    accounts = ((each, account(county, each.id)) for each in current_roster(county).people)
    return tuple(each for each, held in accounts if not held.get("password") and not held.get("activation"))


def issue_activation_codes(session: Session, person_ids: Iterable[str] | None = None) -> dict[str, str]:
    """A new activation code for each person (all of the roster who have neither a password nor a code, if nobody
    is named: a slip that was handed out stays good).

    Only hashes are kept: a code is shown this once. A person who is named and had a password must activate anew:
    what they had begun ends, and they need not wait, whatever was guessed before.

    Raises:
        BadInput: somebody is not known, or is the one who acts, who would be locked out.
    """
    permit(session, Act.ISSUE_CODES)
    county = session.county
    roster = current_roster(county)
    if person_ids is None:
        chosen = [each.id for each in without_code(session)]
    else:
        chosen = list(person_ids)
        unknown = [each for each in chosen if roster.person(each) is None and not account(county, each)]
        if unknown:
            raise BadInput("person-unknown", who="、".join(unknown))
        if session.person in chosen:
            raise BadInput("code-for-oneself")
    if chosen:
        audit.note(session, "codes-issued" if person_ids is None else "accounts-reset", people=chosen)
    return {person_id: _issue_code(session, person_id) for person_id in chosen}


def _issue_code(session: Session, person_id: str) -> str:
    county = session.county
    letters = "".join(secrets.choice(CODE_ALPHABET) for _each in range(CODE_LENGTH))

    def renew(found: Document | None) -> Document:
        known = dict(found or {"person": person_id, "roles": []})
        known.pop("password", None)
        return in_hand({**ended(known), "activation": fingerprint(letters)}, session, "code")

    county.store.change(keys.account(person_id), renew)
    lockout.clear(county, person_id)
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def slips_of(session: Session, issued: Mapping[str, str]) -> tuple[Slip, ...]:
    """What is handed to the people (by id) to whom codes were issued."""
    permit(session, Act.ISSUE_CODES)
    return tuple(_slip(session.county, each, code) for each, code in issued.items())


def _slip(county: County, person_id: str, code: str) -> Slip:
    person = who_is(county, person_id)
    if person is None:
        return Slip(person=person_id, name=person_id, code=code)
    unit = current_roster(county).unit(person.unit)
    return Slip(
        person=person_id, name=person.name, unit=unit.name if unit else person.unit, duty=person.duty, code=code
    )


def needs_activation(county: County, who: str) -> bool:
    """Whether this person has still to choose a password. False for unknown people: nothing is given away."""
    person_id = find(county, who)
    known = account(county, person_id) if person_id else {}
    return bool(known.get("activation")) and not known.get("password")


def activate(county: County, who: str, code: str, password: str) -> Session:
    """First use: prove the activation code, choose a password, be signed in. The code is used up.

    Raises:
        NotPermitted: there is no such person with such a code, or it is too soon after too many failures.
        BadInput: the password is too short.
    """
    long_enough(password, quick=county.quick_passwords)
    person_id = find(county, who)
    typed = fingerprint("".join(each for each in normalize("NFKC", code).upper() if each.isalnum()))

    def fits(document: Document) -> bool:
        return secrets.compare_digest(document.get("activation", ""), typed)

    def choose(found: Document | None) -> Document:
        if found is None or not fits(found):
            raise NotPermitted("activation-failed")
        kept = {key: value for key, value in found.items() if key != "activation"}
        return {**kept, "password": hashed(password, quick=county.quick_passwords)}

    known = account(county, person_id) if person_id else {}
    lockout.prove(county, person_id, who, lambda: fits(known), "activation-failed")
    assert person_id is not None  # noqa: S101 - nobody's code fits
    county.store.change(keys.account(person_id), choose)
    return begin(county, person_id)


def set_password(session: Session, person_id: str, password: str) -> None:
    """Give somebody a password without a code: for counties that are made up.

    Raises:
        NotPermitted: the county is not made with quick passwords.
    """
    permit(session, Act.ISSUE_CODES)
    if not session.county.quick_passwords:
        raise NotPermitted("role-may-not")
    secret = hashed(password, quick=True)

    def give(found: Document | None) -> Document:
        return {"person": person_id, "roles": [], **(found or {}), "password": secret}

    session.county.store.change(keys.account(person_id), give)

"""Proving who one is: passwords, activation codes, tokens."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final
from unicodedata import normalize

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people import Person, Role, Roster
from cadre_tui.services.county import County, is_made
from cadre_tui.services.people.passwords import hashed, matches
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys

SHORTEST_PASSWORD: Final = 8
"""Characters."""

CODE_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No look-alikes: neither 0 and O, nor 1, I and L."""

CODE_LENGTH: Final = 16
"""Characters: 79 bits, so that a fast hash of a code tells nothing."""

FIRST: Final = (Role.CADRE, Role.RATER, Role.CLERK, Role.SUPERVISOR, Role.ORGANISER)
"""The order in which roles are offered: one signs in as the first that one has."""

TOKEN_LIFE: Final = timedelta(hours=12)


def first_organiser(county: County, person_id: str, name: str, password: str, county_name: str = "") -> None:
    """Make the county and its first organiser.

    Raises:
        BadInput: the county has been made already, or the password is too short.
        StoreFailure: the folder holds what is left of a county: nobody may make themself its organiser.
    """
    _long_enough(county, password)
    account = {
        "person": person_id,
        "name": name,
        "roles": [Role.ORGANISER.value],
        "password": hashed(password, quick=county.quick_passwords),
    }

    def make(found: Document | None) -> Document:
        if found is not None:
            raise BadInput("county-exists")
        # The account comes first: a county that was made without anybody who may enter could not be made again.
        county.store.change(keys.account(person_id), lambda _found: account)
        return {"name": county_name, "organiser": person_id}

    county.store.make()
    is_made(county)
    county.store.change(keys.COUNTY, make)


def county_name(county: County) -> str:
    """What the county is called; empty where nobody said."""
    return str((county.store.read(keys.COUNTY) or {}).get("name", ""))


def issue_activation_codes(session: Session, person_ids: Iterable[str] | None = None) -> dict[str, str]:
    """A new activation code for each person (all of the roster who have neither a password nor a code, if nobody
    is named: a slip that was handed out stays good).

    Only hashes are kept: a code is shown this once. A person who is named and had a password must activate anew.

    Raises:
        BadInput: somebody is not known, or is the one who acts, who would be locked out.
    """
    permit(session, Act.ISSUE_CODES)
    county = session.county
    roster = current_roster(county)
    if person_ids is None:
        accounts = {each.id: _account(county, each.id) for each in roster.people}
        chosen = [key for key, each in accounts.items() if not each.get("password") and not each.get("activation")]
    else:
        chosen = list(person_ids)
        unknown = [each for each in chosen if roster.person(each) is None and not _account(county, each)]
        if unknown:
            raise BadInput("person-unknown", who="、".join(unknown))
        if session.person in chosen:
            raise BadInput("code-for-oneself")
    return {person_id: _issue_code(county, person_id) for person_id in chosen}


def _issue_code(county: County, person_id: str) -> str:
    letters = "".join(secrets.choice(CODE_ALPHABET) for _each in range(CODE_LENGTH))

    def renew(found: Document | None) -> Document:
        account = dict(found or {"person": person_id, "roles": []})
        account.pop("password", None)
        return {**account, "activation": _fingerprint(letters), "tokens": []}

    county.store.change(keys.account(person_id), renew)
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def needs_activation(county: County, who: str) -> bool:
    """Whether this person has still to choose a password. False for unknown people: nothing is given away."""
    person_id = _find(county, who)
    account = _account(county, person_id) if person_id else {}
    return bool(account.get("activation")) and not account.get("password")


def activate(county: County, who: str, code: str, password: str) -> Session:
    """First use: prove the activation code, choose a password, be signed in. The code is used up.

    Raises:
        NotPermitted: there is no such person with such a code.
        BadInput: the password is too short.
    """
    _long_enough(county, password)
    person_id = _find(county, who)
    typed = "".join(each for each in normalize("NFKC", code).upper() if each.isalnum())

    def choose(found: Document | None) -> Document:
        known = (found or {}).get("activation", "")
        if found is None or not secrets.compare_digest(known, _fingerprint(typed)):
            raise NotPermitted("activation-failed")
        kept = {key: value for key, value in found.items() if key != "activation"}
        return {**kept, "password": hashed(password, quick=county.quick_passwords)}

    if person_id is None:
        raise NotPermitted("activation-failed")
    county.store.change(keys.account(person_id), choose)
    return _session(county, person_id)


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


def sign_in(county: County, who: str, password: str) -> Session:
    """``who`` is an id, or a name that only one person has.

    Raises:
        NotPermitted: the two don't belong together; which of them is wrong is not told.
    """
    person_id = _find(county, who)
    known = _account(county, person_id).get("password", "") if person_id else ""
    if not matches(known, password) or person_id is None:
        raise NotPermitted("sign-in-failed")
    return _session(county, person_id)


def change_password(session: Session, old: str, new: str) -> None:
    """Choose another password; tokens given out before end.

    Raises:
        NotPermitted: ``old`` is not the password.
        BadInput: the new one is too short.
    """
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    county = session.county
    _long_enough(county, new)

    def change(found: Document | None) -> Document:
        if found is None or not matches(found.get("password", ""), old):
            raise NotPermitted("sign-in-failed")
        return {**found, "password": hashed(new, quick=county.quick_passwords), "tokens": []}

    county.store.change(keys.account(session.person), change)


def issue_token(session: Session) -> str:
    """A secret that stands for this session's person for ``TOKEN_LIFE``. Only its hash is kept."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    secret = secrets.token_urlsafe(32)
    now = session.county.now()
    entry = {"hash": _fingerprint(secret), "until": (now + TOKEN_LIFE).isoformat()}

    def add(found: Document | None) -> Document:
        account = found or {"person": session.person, "roles": []}
        valid = [each for each in account.get("tokens", []) if datetime.fromisoformat(each["until"]) > now]
        return {**account, "tokens": [*valid, entry]}

    session.county.store.change(keys.account(session.person), add)
    return f"{session.person}:{secret}"


def sign_in_with_token(county: County, token: str) -> Session:
    """The session of whom the token was given to.

    Raises:
        NotPermitted: the token is unknown or has ended.
    """
    person_id, _colon, secret = token.rpartition(":")
    account = _account(county, person_id) if person_id else {}
    for entry in account.get("tokens", []):
        known = secrets.compare_digest(entry["hash"], _fingerprint(secret))
        if known and datetime.fromisoformat(entry["until"]) > county.now():
            return _session(county, person_id)
    raise NotPermitted("token-failed")


def roles(session: Session) -> tuple[Role, ...]:
    """What this person may act as, the cadre first."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    return tuple(role for role in FIRST if role in session.roles)


def act_as(session: Session, role: Role) -> Session:
    """The same person in another role.

    Raises:
        NotPermitted: it is not one of theirs.
    """
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    if role not in session.roles:
        raise NotPermitted("role-not-yours")
    return Session(session.county, session.person, role, session.roles, session.units)


def current_roster(county: County) -> Roster:
    """The roster as it is today."""
    return county.roster()


def who_is(county: County, person_id: str) -> Person | None:
    """The person of that id: of the roster, or an organiser who is not in it."""
    found = current_roster(county).person(person_id)
    if found is None and (account := _account(county, person_id)):
        return Person(id=person_id, name=account.get("name", person_id), unit="", level="")
    return found


def _session(county: County, person_id: str) -> Session:
    account = _account(county, person_id)
    held = {Role(each) for each in account.get("roles", [])}
    person = current_roster(county).person(person_id)
    if person is not None:
        held.add(Role.CADRE if person.rated else Role.RATER)
    if not held:
        raise NotPermitted("no-longer-here")
    role = next(each for each in FIRST if each in held)
    return Session(county, person_id, role, frozenset(held), frozenset(account.get("units", [])))


def _find(county: County, who: str) -> str | None:
    """The id of somebody who is named by id, or by a name that only one person has."""
    wanted = who.strip()
    if not wanted:
        return None
    if county.store.read(keys.account(wanted)) is not None:
        return wanted
    same = {each.id for each in current_roster(county).people if wanted in (each.id, each.name)}
    organiser = str((county.store.read(keys.COUNTY) or {}).get("organiser", ""))
    if wanted == _account(county, organiser).get("name"):
        same.add(organiser)
    return same.pop() if len(same) == 1 else None


def _account(county: County, person_id: str) -> dict[str, Any]:
    return county.store.read(keys.account(person_id)) or {}


def _fingerprint(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def _long_enough(county: County, password: str) -> None:
    if len(password) < SHORTEST_PASSWORD and not county.quick_passwords:
        raise BadInput("password-too-short", least=SHORTEST_PASSWORD)

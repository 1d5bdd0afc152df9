"""Who is who: accounts as they are stored, and the session that somebody begins."""

import hashlib
from datetime import timedelta
from typing import Any, Final

from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people.person import Person, Role, Roster
from cadre_tui.services.county import County
from cadre_tui.services.session import SESSION_LIFE, Proof, Session
from cadre_tui.store import Document, keys

FIRST: Final = (Role.CADRE, Role.RATER, Role.CLERK, Role.SUPERVISOR, Role.ORGANISER)
"""The order in which roles are offered: one signs in as the first that one has."""


def county_name(county: County) -> str:
    """What the county is called; empty where nobody said."""
    return str((county.store.read(keys.COUNTY) or {}).get("name", ""))


def current_roster(county: County) -> Roster:
    """The roster as it is today."""
    return county.roster()


def who_is(county: County, person_id: str) -> Person | None:
    """The person of that id: of the roster, or an organiser who is not in it."""
    found = current_roster(county).person(person_id)
    if found is None and (known := account(county, person_id)):
        return Person(id=person_id, name=known.get("name", person_id), unit="", level="")
    return found


def account(county: County, person_id: str) -> dict[str, Any]:
    """A person's account as it is stored; empty where there is none."""
    return county.store.read(keys.account(person_id)) or {}


def find(county: County, who: str) -> str | None:
    """The id of somebody who is named by id, or by a name that only one person has."""
    wanted = who.strip()
    if not wanted:
        return None
    if county.store.read(keys.account(wanted)) is not None:
        return wanted
    same = {each.id for each in current_roster(county).people if wanted in (each.id, each.name)}
    organiser = str((county.store.read(keys.COUNTY) or {}).get("organiser", ""))
    if wanted == account(county, organiser).get("name"):
        same.add(organiser)
    return same.pop() if len(same) == 1 else None


def begin(county: County, person_id: str, life: timedelta = SESSION_LIFE) -> Session:
    """The session of a person who proved who they are, in the first of their roles; after ``life`` it ends.

    Raises:
        NotPermitted: there is nothing that they may act as.
    """
    held = county.held(person_id)
    if not held.roles:
        raise NotPermitted("no-longer-here")
    role = next(each for each in FIRST if each in held.roles)
    proof = Proof(county.stopwatch, life)
    return Session(county, person_id, role, held.roles, held.units, held.epoch, held.hands, proof=proof)


def ended(document: Document) -> Document:
    """The account with all that was begun with it at an end: sessions and tokens."""
    return {**document, "epoch": document.get("epoch", 0) + 1, "tokens": []}


def fingerprint(secret: str) -> str:
    """What is kept of a code or a token."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()

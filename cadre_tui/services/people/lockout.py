"""Guessing takes longer the more often it fails: after five failures in a row one waits, each time twice as long.

Failures are counted by person, for names that nobody has as well: whether somebody is known is told neither by that
nor by the time it takes. A name that nobody has may be a password in the wrong field: what is kept of it is salted,
and slow to try.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any, Final

from cadre_tui.model.fault import NotPermitted
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.people.passwords import SALT, digest_of
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys

FREE: Final = 5
"""Failures in a row after which one has to wait."""

FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(hours=1)

FORGOTTEN: Final = timedelta(days=1)
"""After that long without a try, failures count no more."""

NOBODYS: Final = "~"
"""Begins the names of the documents in which the failures of unknown names are counted: no person's id does."""


@dataclass(frozen=True)
class Failures:
    """How often in a row somebody failed, and when last (UTC)."""

    count: int = 0
    last: datetime | None = None

    def left(self, now: datetime) -> timedelta:
        """How long there is still to wait; nothing where one may try. Never longer than the rule has it."""
        if self.last is None or self.count < FREE:
            return timedelta(0)
        wait = self.wait
        return max(min(self.last + wait - now, wait), timedelta(0))

    @property
    def wait(self) -> timedelta:
        """How long one waits after the last failure."""
        doublings = max(min(self.count - FREE, 20), 0)
        return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)

    def again(self, now: datetime) -> "Failures":
        """After one more failure."""
        return Failures(1 if self.forgotten(now) else self.count + 1, now)

    def forgotten(self, now: datetime) -> bool:
        """Whether they count no more."""
        return self.last is None or now - self.last >= FORGOTTEN

    def set_back(self, now: datetime) -> "Failures":
        """As if the last were now, where the clock has been set back since: nobody waits until it is there again."""
        return self if self.last is None or self.last <= now else Failures(self.count, now)


class _SameAsBefore(Exception):
    """Nothing is to be written."""


def prove(county: County, person_id: str | None, who: str, proof: Callable[[], bool], refusal: str) -> None:
    """Let somebody go on who proves to be the person; count the failure where the proof fails.

    One proof a person at a time, in all processes. ``who`` is what was typed, where it is nobody's.

    Raises:
        NotPermitted: the proof failed (``refusal``), or there have been too many failures and it is too soon.
    """
    now = county.now()
    place, entry = _place(county, person_id, who)
    refused: NotPermitted | None = None

    def attempt(found: Document | None) -> Document:
        nonlocal refused
        document = found or {}
        before = _read(document.get(entry, {}) if entry else document).set_back(now)
        if left := before.left(now):
            refused = NotPermitted("too-many-tries", wait=left)
            return _written(document, entry, before, now)
        if not proof():
            refused = NotPermitted(refusal)
            return _written(document, entry, before.again(now), now)
        if before.count == 0:
            raise _SameAsBefore
        return _written(document, entry, Failures(), now)

    try:
        county.store.change(keys.attempts(place), attempt)
    except _SameAsBefore:
        return
    if refused is not None:
        raise refused


def waiting(county: County, person_id: str) -> timedelta:
    """How long this person has still to wait before a next try."""
    return _read(county.store.read(keys.attempts(person_id)) or {}).left(county.now())


def lift(session: Session, person_id: str) -> bool:
    """Let somebody try again at once; whether they had to wait."""
    permit(session, Act.MANAGE_ACCOUNTS)
    had_to = bool(waiting(session.county, person_id))
    audit.note(session, "wait-lifted", person=person_id)
    clear(session.county, person_id)
    return had_to


def clear(county: County, person_id: str) -> None:
    """Forget the failures of somebody whose identity was proved in another way, or is to be proved anew."""
    if county.store.read(keys.attempts(person_id)):
        county.store.change(keys.attempts(person_id), lambda _found: {})


def _place(county: County, person_id: str | None, who: str) -> tuple[str, str]:
    """The document and the entry in which it is counted: a person's own, whole, or one of few for nobody's names."""
    if person_id is not None and not who:
        return person_id, ""
    salt = _salt(county, make=person_id is None)
    digest = digest_of(who.strip(), salt, quick=county.quick_passwords)  # of somebody's name, too: it takes as long
    return (person_id, "") if person_id is not None else (f"{NOBODYS}{digest[:2]}", digest)


def _salt(county: County, *, make: bool) -> bytes:
    known = county.store.read(keys.attempts(NOBODYS))
    if known is None and make:
        known = county.store.change(keys.attempts(NOBODYS), lambda found: found or {"salt": token_hex(SALT)})
        for key in list(county.store.below("attempts")):  # counted before there was a salt: quick to find out
            if key.of[0].startswith(NOBODYS) and key != keys.attempts(NOBODYS):
                county.store.change(key, lambda _found: {})
    return bytes.fromhex(str((known or {}).get("salt", ""))) or bytes(SALT)


def _read(entry: Any) -> Failures:
    try:
        return Failures(int(entry["count"]), datetime.fromisoformat(entry["last"]))
    except (KeyError, TypeError, ValueError):
        return Failures()


def _written(document: Document, entry: str, failures: Failures, now: datetime) -> Document:
    told = {"count": failures.count, "last": failures.last.isoformat()} if failures.last is not None else {}
    if not entry:
        return told
    others = {key: each for key, each in document.items() if key != entry and not _read(each).forgotten(now)}
    return {**others, entry: told} if told else others

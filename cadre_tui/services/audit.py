"""The audit log: what organisers did, entry after entry, each holding the hash of the one before it.

An entry can be added and none changed or taken out without breaking the chain. Against somebody who rewrites the
whole log only a hash helps that lies elsewhere: so the last one is printed on every report.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Final

from cadre_tui.model.audit import AuditEntry, AuditReport
from cadre_tui.model.fault import StoreFailure
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys

BEGINNING: Final = "0" * 64
"""What the first entry holds as the hash before it."""

CLOCK: Final = "clock"
"""Who acts where a time that was set beforehand has come."""


def note(session: Session, code: str, **values: Any) -> AuditEntry:
    """Add an entry: who, when, what (``code``; words: ``words.audit``) and ``values``, JSON-ready, never an answer.

    It is written before what it tells of is done: what was done is never missing, and what failed has its entry.
    """
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    return _append(session.county, session.person, session.role.value, code, values)


def note_by_clock(county: County, code: str, **values: Any) -> AuditEntry:
    """Add an entry of what happened by itself at a time that the rules set."""
    return _append(county, CLOCK, "", code, values)


def entries(session: Session) -> tuple[AuditEntry, ...]:
    """The whole log, the oldest first."""
    permit(session, Act.SEE_AUDIT)
    return tuple(_read(session.county))


def last_hash(county: County) -> str:
    """The hash of the last entry, to be printed; of an empty log sixty-four noughts."""
    return str((county.store.read(keys.AUDIT_HEAD) or {}).get("hash", BEGINNING))


def verify(county: County) -> AuditReport:
    """Recompute the chain. Asks for no sign-in: anybody who can read the folder may check it."""
    previous, count = BEGINNING, 0
    for count, entry in enumerate(_read(county), start=1):
        wrong = None
        if entry.number != count:
            wrong = "entry-missing"
        elif entry.previous != previous or entry.hash != _hash(entry.model_dump(mode="json", exclude={"hash"})):
            wrong = "entry-changed"
        if wrong:
            return AuditReport(count=count, hash=previous, wrong=wrong, at=count)
        previous = entry.hash
    head = county.store.read(keys.AUDIT_HEAD) or {"count": 0, "hash": BEGINNING}
    if head["count"] > count or (head["count"] == count and head["hash"] != previous):
        return AuditReport(count=count, hash=previous, wrong="end-missing", at=count + 1)
    return AuditReport(count=count, hash=previous)


def _append(county: County, who: str, role: str, code: str, values: dict[str, Any]) -> AuditEntry:
    added: list[AuditEntry] = []

    def add(found: Document | None) -> Document:
        head = found or {"count": 0, "hash": BEGINNING}
        number, previous = head["count"] + 1, head["hash"]
        left = county.store.read(keys.audit_entry(number))
        if left is not None:  # somebody was killed between the entry and the head: the entry stands
            number, previous = number + 1, stored(AuditEntry, left, "audit").hash
        written = {
            "number": number,
            "at": county.now().isoformat(),
            "who": who,
            "role": role,
            "code": code,
            "values": values,
            "previous": previous,
        }
        plain = AuditEntry(**written, hash="").model_dump(mode="json", exclude={"hash"})
        entry = {**plain, "hash": _hash(plain)}
        county.store.change(keys.audit_entry(number), lambda _found: entry)
        added.append(stored(AuditEntry, entry, "audit"))
        return {**head, "count": number, "hash": entry["hash"]}

    county.store.change(keys.AUDIT_HEAD, add)
    return added[-1]


def _read(county: County) -> Iterator[AuditEntry]:
    for key in county.store.below("audit"):
        document = county.store.read(key)
        if document is None:
            raise StoreFailure("document-damaged", what="audit")
        yield stored(AuditEntry, document, "audit")


def _hash(entry: dict[str, Any]) -> str:
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()

"""The audit log: what organisers did, entry after entry, each holding the hash of the one before it.

An entry can be added and none changed or taken out without breaking the chain. Against somebody who rewrites the
whole log only a hash helps that lies elsewhere: so the last one is printed on every report.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.oversight.audit import AuditEntry, AuditFlaw, AuditReport
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys
from cadre_tui.store.keys import Key

BEGINNING: Final = "0" * 64
"""What the first entry holds as the hash before it."""

LEAST_OF_A_HASH: Final = 12
"""Signs of a hash that are enough to find its entry."""

PEOPLE: Final = ("person", "of", "subject", "second")
"""The values in which an entry names a person by id; ``people`` is a list of them."""

MOST_NAMES: Final = 8
"""So many people of a list are named."""

MACHINE: Final = "machine"
"""Who acts where somebody administers the machine, whoever that is."""

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


def note_by_machine(county: County, code: str, **values: Any) -> AuditEntry | None:
    """Add an entry of what whoever administers the machine did, by a command that asks for no sign-in.

    None where the log cannot be written: what is being mended may be the log itself.
    """
    try:
        return _append(county, MACHINE, "", code, values)
    except StoreFailure:
        return None


def entries(session: Session) -> tuple[AuditEntry, ...]:
    """The whole log, the oldest first."""
    permit(session, Act.SEE_AUDIT)
    return tuple(_read(session.county))


def read(county: County) -> Iterator[AuditEntry]:
    """The whole log, the oldest first: for services that look for something in it, and tell nobody the rest."""
    return _read(county)


def last_hash(county: County) -> str:
    """The hash of the last entry, to be printed; of an empty log sixty-four noughts."""
    return str((county.store.read(keys.AUDIT_HEAD) or {}).get("hash", BEGINNING))


def verify(county: County) -> AuditReport:
    """Recompute the chain. Asks for no sign-in: anybody who can read the folder may check it."""
    head = county.store.read(keys.AUDIT_HEAD)  # before the entries: others may add some meanwhile
    previous, count = BEGINNING, 0
    hashes = {0: BEGINNING}
    for count, (key, entry) in enumerate(_documents(county), start=1):
        wrong = _wrong(key, entry, count, previous)
        if wrong is not None:
            return AuditReport(count=count, hash=previous, wrong=wrong, at=count)
        previous = hashes[count] = str((entry or {})["hash"])
    if head is None and count:
        head = county.store.read(keys.AUDIT_HEAD)  # somebody may just have written the first
    known = _end(head)
    if known["count"] > count:
        return AuditReport(count=count, hash=previous, wrong="end-missing", at=count + 1)
    if (head is None and count > 1) or hashes[known["count"]] != known["hash"]:
        return AuditReport(count=count, hash=previous, wrong="head-changed", at=known["count"])
    return AuditReport(count=count, hash=previous)


def entry_of_hash(county: County, printed: str) -> AuditEntry | None:
    """The entry whose hash begins as a report prints it; None: the log that the report was made from was another.

    Raises:
        BadInput: that is no hash, or too little of one to be sure.
    """
    wanted = "".join(printed.split()).lower()
    if len(wanted) < LEAST_OF_A_HASH or not set(wanted) <= set("0123456789abcdef"):
        raise BadInput("audit-no-hash", least=LEAST_OF_A_HASH)
    return next((entry for entry in _read(county) if entry.hash.startswith(wanted)), None)


def _wrong(key: Key, entry: Document | None, number: int, previous: str) -> AuditFlaw | None:
    if key != keys.audit_entry(number):
        return "entry-missing"
    if entry is None:
        return "entry-unreadable"
    if (entry.get("number"), entry.get("previous")) != (number, previous) or entry.get("hash") != _hash(entry):
        return "entry-changed"
    return None


def _end(head: Document | None) -> Document:
    """What says where the log ends.

    Raises:
        StoreFailure: it says nothing of the kind.
    """
    found = head or {"count": 0, "hash": BEGINNING}
    if not isinstance(found.get("count"), int) or found["count"] < 0 or not isinstance(found.get("hash"), str):
        raise StoreFailure("document-damaged", what="audit-head")
    return found


def _append(county: County, who: str, role: str, code: str, values: dict[str, Any]) -> AuditEntry:
    added: list[AuditEntry] = []
    names = _names(county, who, values)

    def add(found: Document | None) -> Document:
        head = _end(found)
        number, previous = head["count"] + 1, head["hash"]
        # What is there already stands: somebody was killed between an entry and the head, or the head is not the
        # newest. No entry is ever written over.
        while (left := county.store.read(keys.audit_entry(number))) is not None:
            number, previous = number + 1, stored(AuditEntry, left, "audit").hash
        written = {
            "number": number,
            "at": county.now().isoformat(),
            "who": who,
            "role": role,
            "code": code,
            "values": values,
            "names": names,
            "previous": previous,
        }
        plain = AuditEntry.model_validate({**written, "hash": ""}).model_dump(mode="json", exclude={"hash"})
        entry = {**plain, "hash": _hash(plain)}
        county.store.change(keys.audit_entry(number), lambda _found: entry)
        added.append(stored(AuditEntry, entry, "audit"))
        return {**head, "count": number, "hash": entry["hash"]}

    county.store.change(keys.AUDIT_HEAD, add)
    return added[-1]


def _names(county: County, who: str, values: Mapping[str, Any]) -> dict[str, str]:
    """What the people were called then whom an entry names by their ids; of a long list nobody."""
    listed = values.get("people") or ()
    ids = [who, *(values.get(key) for key in PEOPLE), *(listed if len(listed) <= MOST_NAMES else ())]
    known = {each: _name(county, each) for each in ids if isinstance(each, str) and each not in (CLOCK, MACHINE)}
    return {person: name for person, name in known.items() if name}


def _name(county: County, person: str) -> str:
    listed = county.roster().person(person)
    return listed.name if listed else str((county.store.read(keys.account(person)) or {}).get("name", ""))


def _documents(county: County) -> Iterator[tuple[Key, Document | None]]:
    """Every entry as it is stored; None where it cannot be read."""
    for key in county.store.below("audit"):
        try:
            yield key, county.store.read(key)
        except StoreFailure as error:
            if error.code not in ("store-damaged", "document-damaged"):
                raise
            yield key, None


def _read(county: County) -> Iterator[AuditEntry]:
    for key in county.store.below("audit"):
        document = county.store.read(key)
        if document is None:
            raise StoreFailure("document-damaged", what="audit")
        yield stored(AuditEntry, document, "audit")


def _hash(entry: Document) -> str:
    """Of everything that the entry holds but its own hash, also of what this version does not know."""
    said = {key: value for key, value in entry.items() if key != "hash"}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()

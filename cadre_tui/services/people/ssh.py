"""Identity handed over by sshd: it has proved whose key it is, and its forced command says which person that is."""

import base64
import binascii
import hashlib
import shlex
from collections.abc import Sequence
from typing import Final

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.people.entry_settings import ssh_allowed
from cadre_tui.services.people.hands import in_hand
from cadre_tui.services.people.identity import begin, who_is
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys, open_store

KEY_TYPES: Final = (
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
)

OFFICES: Final = frozenset({Role.ORGANISER, Role.CLERK, Role.SUPERVISOR})
"""Whoever holds one of these is noted in the audit log when they enter without a password."""


def enter(county: County, person_id: str) -> Session:
    """The session of the person whom the forced command names. The caller has made sure that it comes from there.

    Raises:
        NotPermitted: the county does not allow it, or has nobody of that id.
    """
    if not ssh_allowed(county):
        raise NotPermitted("ssh-not-allowed")
    session = begin(county, person_id)
    if session.roles & OFFICES:
        audit.note(session, "entered-by-ssh", person=person_id)
    return session


def owns(store: str, account: int) -> bool:
    """Whether the place of the store at that URL is there and belongs to the account of that number."""
    place = open_store(store).place
    try:
        return place is not None and place.stat().st_uid == account
    except OSError:
        return False


def authorized_line(session: Session, person_id: str, key: str, program: Sequence[str]) -> str:
    """The line for ``authorized_keys`` that lets the owner of a public key enter as this person and do nothing else.

    ``program`` is the command that begins the program, with the folder of the data.

    Raises:
        BadInput: nobody has that id, ``key`` is not one public key, or the command cannot be written in one line.
    """
    permit(session, Act.MANAGE_ACCOUNTS)
    if who_is(session.county, person_id) is None:
        raise BadInput("person-unknown", who=person_id)
    kind, data = public_key(key)
    command = shlex.join([*program, "ssh-entry", "--person", person_id])
    if not command.isprintable():
        raise BadInput("ssh-command")
    audit.note(session, "ssh-line-made", person=person_id, key=key_fingerprint(data))
    if person_id != session.person:
        session.county.store.change(keys.account(person_id), lambda found: _with_line(found, session, person_id))
    quoted = command.replace('"', '\\"')
    return f'restrict,pty,command="{quoted}" {kind} {data} {person_id}'


def _with_line(found: Document | None, session: Session, person_id: str) -> Document:
    return in_hand(found or {"person": person_id, "roles": []}, session, "ssh")


def public_key(text: str) -> tuple[str, str]:
    """The type and the data (base64) of the one OpenSSH public key in a file; its comment is left out.

    Raises:
        BadInput: it holds something else: several keys, options, a private key, a type that is not known.
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    parts = lines[0].split() if len(lines) == 1 else []
    if len(parts) < 2 or parts[0] not in KEY_TYPES:
        raise BadInput("ssh-key")
    kind, data = parts[:2]
    try:
        raw = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise BadInput("ssh-key") from None
    named = len(kind).to_bytes(4) + kind.encode()
    if not data.isascii() or not raw.startswith(named) or len(raw) < len(named) + 32:
        raise BadInput("ssh-key")
    return kind, data


def key_fingerprint(data: str) -> str:
    """As ``ssh-keygen -l`` shows it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(base64.b64decode(data)).digest()).decode().rstrip("=")

"""Secrets that stand for a person for some hours, so that a script need not keep a password."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.people.identity import account, begin, fingerprint
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import SESSION_LIFE, Session
from cadre_tui.store import Document, keys

TOKEN_LIFE: Final = SESSION_LIFE

SET_BACK: Final = timedelta(minutes=5)
"""Where a token has still more than its life and that, the clock was set back: nobody knows how old it is."""


def issue_token(session: Session) -> str:
    """A secret that stands for this session's person for ``TOKEN_LIFE``. Only its hash is kept."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    secret = secrets.token_urlsafe(32)
    now = session.county.now()
    until = (now + TOKEN_LIFE).isoformat()
    entry = {"hash": fingerprint(secret), "until": until}
    if Role.ORGANISER in session.roles:  # whoever has it acts as this organiser for hours
        audit.note(session, "token-issued", until=until)

    def add(found: Document | None) -> Document:
        known = found or {"person": session.person, "roles": []}
        valid = [each for each in known.get("tokens", []) if datetime.fromisoformat(each["until"]) > now]
        return {**known, "tokens": [*valid, entry]}

    session.county.store.change(keys.account(session.person), add)
    return f"{session.person}:{secret}"


def sign_in_with_token(county: County, token: str) -> Session:
    """The session of whom the token was given to; it ends with the token.

    Raises:
        NotPermitted: the token is unknown or has ended.
    """
    person_id, _colon, secret = token.rpartition(":")
    known = account(county, person_id) if person_id else {}
    for entry in known.get("tokens", []):
        left = datetime.fromisoformat(entry["until"]) - county.now()
        same = secrets.compare_digest(entry["hash"], fingerprint(secret))
        if same and timedelta(0) < left <= TOKEN_LIFE + SET_BACK:
            return begin(county, person_id, min(left, TOKEN_LIFE))
    raise NotPermitted("token-failed")

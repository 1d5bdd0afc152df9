"""Whose hand a person's entry has been in: who issues a code, or makes a line for sshd, could enter as that person.

Each time is kept in the account. What the person said of colleagues in confidence before it is sealed from then on
(see ``services.filling.sealed``). A number is compared and not the moment: a clock that is set back unseals nothing.
"""

from cadre_tui.services.session import Session
from cadre_tui.store import Document


def in_hand(document: Document, session: Session, how: str) -> Document:
    """The account with it noted that ``session``'s person had the entry in hand: by a ``code``, or by ``ssh``."""
    now = {"at": session.county.now().isoformat(), "by": session.person, "how": how}
    return {**document, "in_hand": [*document.get("in_hand", ()), now]}

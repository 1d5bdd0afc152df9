"""Plans about which somebody said "later": they are not asked about them again before they have signed in anew."""

from weakref import WeakKeyDictionary

from cadre_tui.services.session import Proof, Session

_put_off: WeakKeyDictionary[Proof, set[str]] = WeakKeyDictionary()


def put_off(session: Session, round_id: str) -> None:
    """Whoever acts goes on to the form: what became of that round's plan is a question for another day."""
    if session.proof is not None:
        _put_off.setdefault(session.proof, set()).add(round_id)


def was_put_off(session: Session, round_id: str) -> bool:
    """Whether they have, since they signed in."""
    return session.proof is not None and round_id in _put_off.get(session.proof, ())

"""Whether a session may do something: the table is asked, and says why not."""

from itertools import groupby
from typing import Final

from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.rounds.round import Phase
from cadre_tui.services.permission.acts import Act
from cadre_tui.services.permission.table import TABLE, Rule, Whose
from cadre_tui.services.session import Session

TOO_EARLY: Final = {
    Act.SEE_RESULT: "not-before-published",
    Act.SEE_COUNTY_RESULT: "not-before-published",
    Act.SEE_UNIT_RESULT: "not-before-published",
    Act.SEE_REMEDIES: "not-before-published",
    Act.MANAGE_REMEDIES: "not-before-published",
    Act.SEE_VOTES: "not-before-published",
    Act.ISSUE_DOCUMENTS: "not-before-published",
    Act.REVIEW_RATERS: "not-before-moderation",
    Act.VOID_VOTES: "voids-in-moderation",
    Act.CHECK_DISCLOSURE: "not-before-moderation",
    Act.SEE_OUTCOME: "not-before-moderation",
    Act.DECIDE: "not-in-moderation",
    Act.OPEN_RAW: "not-before-moderation",
    Act.CORRECT_WORDING: "wording-not-now",
    Act.AMEND: "amend-not-now",
    Act.WITNESS_RAW: "not-before-moderation",
}
"""What is told where the round is not that far; of all else, that it is not open."""


_ROWS: Final = {
    asked: tuple(rules)
    for asked, rules in groupby(sorted(TABLE, key=lambda rule: rule.asked), key=lambda rule: rule.asked)
}
"""The table by who asks for what: it is asked several times a look."""


def permit(
    session: Session, act: Act, *, of: str | None = None, unit: str | None = None, phase: Phase | None = None
) -> None:
    """Let ``session`` go on, or say why not.

    ``of`` is the person whom it concerns, ``unit`` the id of the unit, ``phase`` the round's.

    Raises:
        NotPermitted: no row of the table allows it.
    """
    if session.role not in session.roles:
        raise NotPermitted("role-not-yours", role=session.role)
    if session.proof is not None and session.proof.left <= 0:
        raise NotPermitted("session-over")
    if session.epoch is not None:
        _still_held(session, session.epoch)
    rows = _ROWS.get((act, session.role), ())
    if not rows:
        raise NotPermitted("role-may-not")
    concerned = [rule for rule in rows if _concerns(rule, session, of, unit)]
    if not concerned:
        raise NotPermitted("not-your-unit" if any(rule.whose is Whose.UNIT for rule in rows) else "not-yours")
    if phase is not None and not any(phase in rule.phases for rule in concerned):
        raise NotPermitted(TOO_EARLY.get(act, "round-not-open"))


def _concerns(rule: Rule, session: Session, of: str | None, unit: str | None) -> bool:
    match rule.whose:
        case Whose.ANYBODY:
            return True
        case Whose.UNIT:
            return unit in session.units
        case Whose.OWN:
            return of == session.person


def _still_held(session: Session, epoch: int) -> None:
    """Nothing begun outlives what was taken away meanwhile: a role, a unit, a password that was reset."""
    now = session.county.held(session.person)
    if now.epoch != epoch or session.role not in now.roles:
        raise NotPermitted("session-ended")

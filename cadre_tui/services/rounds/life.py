"""A round's life: made from its rules, opened, closed, published, looked at."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from cadre_tui.allocation.circle import Circle
from cadre_tui.model.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people import Role, Roster
from cadre_tui.model.round import Phase, Pin, Round, RoundRules
from cadre_tui.services.county import County
from cadre_tui.services.people.accounts import current_roster
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds.checks import examine
from cadre_tui.services.session import Session
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys

UTC_MIN: Final = datetime.min.replace(tzinfo=UTC)

FOLLOWS: Final = {Phase.SETUP: Phase.OPEN, Phase.OPEN: Phase.CLOSED, Phase.CLOSED: Phase.PUBLISHED}
"""The phase that each phase is followed by; nothing is left out and nothing turned back."""


def new(session: Session, rules: RoundRules) -> Round:
    """Make a round. Its checklists and its people must be known; nobody is asked for anything yet.

    Raises:
        BadInput: the id is taken, the rules contradict themselves, a checklist, an inspector or a unit is unknown.
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    _consistent(rules)
    for use in rules.use:
        _fitting(county.catalogue.checklist(use.checklist), use.by)
    _known_people(rules, current_roster(county))
    if rules.former is not None:
        find(county, rules.former)
    held = Round(rules=rules)

    def make(found: Document | None) -> Document:
        if found is not None:
            raise BadInput("round-exists", round=rules.id)
        return _document(held)

    county.store.change(keys.round_rules(rules.id), make)
    return held


def open_round(session: Session, round_id: str) -> Round:
    """Freeze the checklists and the roster, and ask everybody for their part."""
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    return _step(county, round_id, Phase.OPEN, lambda held, now: {"pins": _freeze(county, held), "opened": now})


def close_round(session: Session, round_id: str) -> Round:
    """End the filling in. What was not handed in stays a draft and does not count."""
    permit(session, Act.RUN_ROUNDS)
    return _step(session.county, round_id, Phase.CLOSED, lambda _held, now: {"closed": now})


def publish(session: Session, round_id: str) -> Round:
    """Let everybody see their own result."""
    permit(session, Act.RUN_ROUNDS)
    return _step(session.county, round_id, Phase.PUBLISHED, lambda _held, now: {"published": now})


def rounds(session: Session) -> tuple[Round, ...]:
    """All rounds, the newest first (not yet opened ones before).

    A cadre sees those that have been opened.
    """
    held = every(session.county)
    if session.role is Role.ORGANISER:
        permit(session, Act.RUN_ROUNDS)
        return held
    permit(session, Act.SEE_TASKS, of=session.person)
    return tuple(each for each in held if each.phase is not Phase.SETUP)


def find(county: County, round_id: str) -> Round:
    """The round of that id, with the roster that it was opened with.

    Raises:
        BadInput: there is none.
    """
    held = county.round(round_id)
    if held is None:
        known = [each.id for each in every(county)]
        raise BadInput("round-unknown", round=round_id, known="、".join(known) or "-")
    return held


def every(county: County) -> tuple[Round, ...]:
    """All rounds: those in preparation, then from the one that was opened last to the first."""
    found = [county.round(*key.of) for key in county.store.below("rounds")]
    held = [each for each in found if each is not None]
    opened = (each for each in held if each.opened is not None)
    newest_first = sorted(opened, key=lambda each: each.opened or UTC_MIN, reverse=True)
    return (*(each for each in held if each.opened is None), *newest_first)


def _document(held: Round) -> Document:
    return held.model_dump(mode="json", exclude={"roster"}, by_alias=True)


def _step(county: County, round_id: str, to: Phase, change: Callable[[Round, str], dict[str, Any]]) -> Round:
    """One phase on, noted with its time. What ``change`` does besides is done under the round's lock."""
    find(county, round_id)

    def move(found: Document | None) -> Document:
        held = stored(Round, found, "rounds")
        _must_follow(held, to)
        return {**(found or {}), "phase": to.value, **change(held, county.now().isoformat())}

    return county.as_round(county.store.change(keys.round_rules(round_id), move))


def _freeze(county: County, held: Round) -> list[dict[str, str]]:
    """Copy the checklists and the roster of today into the round; the answer is its pins."""
    roster = current_roster(county)
    _known_people(held.rules, roster)
    if not Circle(held.rules, roster).people:
        raise BadInput("round-nobody", round=held.id)
    checklists = {(use.checklist, use.by): county.catalogue.checklist(use.checklist) for use in held.rules.use}
    for (_name, by), checklist in checklists.items():
        _fitting(checklist, by)
        _put(county, keys.frozen_checklist(held.id, checklist.digest), {"canonical": checklist.canonical})
    _put(county, keys.round_roster(held.id), roster.model_dump(mode="json"))
    unique = {each.digest: each for each in checklists.values()}
    return [Pin(id=each.id, version=each.version, digest=each.digest).model_dump() for each in unique.values()]


def _put(county: County, key: keys.Key, document: Document) -> None:
    county.store.change(key, lambda _found: document)


def _must_follow(held: Round, to: Phase) -> None:
    if FOLLOWS.get(held.phase) is not to:
        raise BadInput("round-out-of-order", round=held.id, phase=held.phase, to=to)


def _consistent(rules: RoundRules) -> None:
    """Rules that were not read from a file are held to the same."""
    wrong = tuple(each for each in examine(rules, {"use": [*rules.use]}, frozenset()) if not each.warning)
    if wrong:
        raise BadInput("round-rules-faulty", wrong, round=rules.id, count=len(wrong))


def _fitting(checklist: Checklist, by: Purpose) -> None:
    if checklist.purpose and by not in checklist.purpose:
        raise BadInput("round-wrong-purpose", checklist=checklist.name, by=by)


def _known_people(rules: RoundRules, roster: Roster) -> None:
    strangers = [each for each in rules.inspectors if roster.person(each) is None]
    if strangers:
        raise BadInput("round-unknown-people", people="、".join(strangers))
    missing = [each for each in rules.units if roster.unit(each) is None]
    if missing:
        raise BadInput("round-unknown-units", units="、".join(missing))

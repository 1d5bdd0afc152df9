"""A round's life: made from its rules, moved on from phase to phase, never back."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from cadre_tui.model.fault import BadInput, NotRight, StoreFailure
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import FILLING, Decision, Phase, Round, Unmet
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services import audit, observers
from cadre_tui.services.county import County
from cadre_tui.services.drawers import wait_for_drawer
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import hours
from cadre_tui.services.rounds.ballot_conditions import UNSEALED
from cadre_tui.services.rounds.conditions import UNDECIDED, unmet
from cadre_tui.services.rounds.freezing import freeze
from cadre_tui.services.rounds.frozen import not_reused
from cadre_tui.services.rounds.known import fitting, known_people, pinned_rule
from cadre_tui.services.rounds.rules.checks import examine
from cadre_tui.services.session import Session
from cadre_tui.services.typed import sound_text
from cadre_tui.store import Document, keys

UTC_MIN: Final = datetime.min.replace(tzinfo=UTC)

PATIENCE: Final = timedelta(minutes=1)
"""How long a round that should have moved on by itself and could not is left alone before it is tried again."""

IN_FLIGHT: Final = timedelta(hours=1)
"""How long after the filling in has ended somebody's write that began before may still be under way."""

TIMES: Final = {
    Phase.SELF: "opened",
    Phase.OPEN: "opened",
    Phase.MODERATION: "closed",
    Phase.PUBLISHED: "published",
    Phase.ARCHIVED: "archived",
}
"""Where the moment is noted at which a phase begins."""


def new(session: Session, rules: RoundRules) -> Round:
    """Make a round. Its checklists and its people must be known; nobody is asked for anything yet.

    Raises:
        BadInput: the id is taken, the rules contradict themselves, a checklist, an inspector, a unit or a plugin's
            rule is unknown.
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    possible(county, rules)
    held = Round(rules=rules)

    def make(found: Document | None) -> Document:
        if found is not None and not found.get("discarded"):
            raise BadInput("round-exists", round=rules.id)
        audit.note(session, "round-made", round=rules.id)
        return held.model_dump(mode="json", exclude={"roster"}, by_alias=True)

    county.store.change(keys.round_rules(rules.id), make)
    return held


def open_round(session: Session, round_id: str, decision: str | None = None) -> Round:
    """Ask for the next thing that is filled in; the first time, freeze the checklists, the rules and the roster.

    Raises:
        NotRight: a condition is not met (``round-not-ready`` lists all); ``decision`` is the reason for going on
            without what was not handed in.
        BadInput: the round is further already.
    """
    permit(session, Act.RUN_ROUNDS)
    return _move(session, round_id, FILLING, decision)


def close_round(session: Session, round_id: str, decision: str | None = None) -> Round:
    """End the filling in. What was not handed in stays a draft and does not count.

    A round that its own times have ended already, and that waits for the decision, takes the decision.

    Raises:
        NotRight: something was not handed in, and no ``decision`` gives the reason for going on without it.
        BadInput: the round is in another phase.
    """
    permit(session, Act.RUN_ROUNDS)
    held = find(session.county, round_id)
    if held.phase is Phase.MODERATION and decision and _undecided(session.county, held):
        return _decide(session, held, decision)
    return _move(session, round_id, frozenset({Phase.MODERATION}), decision)


def publish(session: Session, round_id: str, decision: str | None = None) -> Round:
    """Let everybody see their own result.

    Raises:
        NotRight: a condition is not met.
        BadInput: the round is in another phase.
    """
    permit(session, Act.RUN_ROUNDS)
    held = find(session.county, round_id)
    if held.phase is Phase.MODERATION and held.closed and session.county.now() - held.closed < IN_FLIGHT:
        for rater in held.roster.people:
            wait_for_drawer(session.county, round_id, rater.id)  # whoever began before the filling in ended has ended
    return _move(session, round_id, frozenset({Phase.PUBLISHED}), decision)


def archive(session: Session, round_id: str) -> Round:
    """Put a published round away: it stays as it is and can be looked at.

    Raises:
        NotRight: a condition is not met.
        BadInput: the round is in another phase.
    """
    permit(session, Act.RUN_ROUNDS)
    return _move(session, round_id, frozenset({Phase.ARCHIVED}), None)


def next_step(session: Session, round_id: str) -> tuple[Phase | None, tuple[Unmet, ...]]:
    """The phase that follows (None: the round is at its end), and what still stands in its way."""
    permit(session, Act.RUN_ROUNDS)
    held = find(session.county, round_id)
    to = hours.following(held)
    return to, unmet(session.county, held, to) if to else ()


def rounds(session: Session) -> tuple[Round, ...]:
    """All rounds, the newest first (not yet opened ones before).

    Who fills in sees those that have been opened.
    """
    held = every(session.county)
    if session.role in (Role.CADRE, Role.RATER):
        permit(session, Act.SEE_TASKS, of=session.person)
        return tuple(each for each in held if each.phase is not Phase.SETUP)
    units = session.units if session.role is Role.CLERK else frozenset({""})
    for unit in units:
        permit(session, Act.SEE_PROGRESS, unit=unit)
    return held


def find(county: County, round_id: str) -> Round:
    """The round of that id, with the roster that it was opened with, in the phase that its own times have brought.

    Raises:
        BadInput: there is none.
    """
    held = county.round(round_id)
    if held is None:
        known = [each.id for each in every(county)]
        raise BadInput("round-unknown", round=round_id, known="、".join(known) or "-")
    return _on_time(county, held)


def every(county: County) -> tuple[Round, ...]:
    """All rounds: those in preparation, then from the one that was opened last to the first."""
    found = [county.round(*key.of) for key in county.store.below("rounds")]
    held = [_on_time(county, each) for each in found if each is not None]
    opened = (each for each in held if each.opened is not None)
    newest_first = sorted(opened, key=lambda each: each.opened or UTC_MIN, reverse=True)
    return (*(each for each in held if each.opened is None), *newest_first)


def _move(session: Session, round_id: str, to: frozenset[Phase], decision: str | None) -> Round:
    """One phase on, noted with its time, under the round's lock."""
    county = session.county
    first = find(county, round_id).phase is Phase.SETUP

    def move(found: Document | None) -> Document:
        held = county.as_round(found or {})
        following = hours.following(held)
        if following is None or following not in to:
            code = "round-already-there" if held.phase in to else "round-out-of-order"
            raise BadInput(code, round=held.id, phase=held.phase, to=min(to), next=following)
        wanting = unmet(county, held, following)
        reason = sound_text(decision or "")
        blocking = [each for each in wanting if each.code != UNDECIDED or not reason]
        if blocking:
            raise NotRight("round-not-ready", tuple(blocking), round=held.id, to=following, count=len(blocking))
        decided = _decided(session, wanting, reason)
        audit.note(session, f"round-{following.value}", round=held.id, **({"without": reason} if decided else {}))
        return {**(found or {}), **_entered(county, held, following), **decided}

    moved = county.as_round(county.store.change(keys.round_rules(round_id), move))
    if first and moved.phase is not Phase.SETUP:
        observers.round_opened(moved)
    return moved


def _undecided(county: County, held: Round) -> bool:
    return any(each.code == UNDECIDED for each in unmet(county, held, Phase.PUBLISHED))


def _decide(session: Session, held: Round, reason: str) -> Round:
    """Go on without what was not handed in, in a round that has ended by itself."""
    county, why = session.county, sound_text(reason)

    def decide(found: Document | None) -> Document:
        audit.note(session, "round-without", round=held.id, without=why)
        wanting = unmet(county, county.as_round(found or {}), Phase.PUBLISHED)
        return {**(found or {}), **_decided(session, wanting, why)}

    return county.as_round(county.store.change(keys.round_rules(held.id), decide))


def _decided(session: Session, wanting: Iterable[Unmet], reason: str) -> dict[str, Any]:
    """The decision about what was not handed in, as a round's document notes it; nothing where none is needed."""
    for each in wanting:
        if each.code == UNDECIDED:
            left = Decision(open=each.values["count"], reason=reason, by=session.person, at=session.county.now())
            return {"decision": left.model_dump(mode="json")}
    return {}


def _entered(county: County, held: Round, to: Phase) -> dict[str, Any]:
    """What changes in a round's document when a phase begins."""
    frozen = freeze(county, held) if held.phase is Phase.SETUP else {}
    times = {TIMES[to]: county.now().isoformat()} if to in TIMES else {}
    return {"phase": to.value, **frozen, **times}


def _on_time(county: County, held: Round) -> Round:
    """The round, moved on where its own times have come: whoever looks next brings it about, nobody need visit."""
    now = county.now()
    while hours.due(held, now) is not None and county.may_try(held.id, now):
        moved = _by_clock(county, held)
        if moved is None or moved.phase is held.phase:
            county.try_later(held.id, now + PATIENCE)
            return held
        held = moved
    return held


def _by_clock(county: County, held: Round) -> Round | None:
    """One phase on because its time has come; None where a condition, or the disk, stands in the way."""

    def move(found: Document | None) -> Document:
        newest = county.as_round(found or {})
        to = hours.due(newest, county.now())
        if to is None:
            return found or {}
        wanting = [each for each in unmet(county, newest, to) if each.code not in (UNDECIDED, UNSEALED)]
        if wanting:
            raise NotRight("round-not-ready", tuple(wanting), round=newest.id, to=to, count=len(wanting))
        audit.note_by_clock(county, f"round-{to.value}", round=newest.id)
        return {**(found or {}), **_entered(county, newest, to)}

    try:
        moved = county.as_round(county.store.change(keys.round_rules(held.id), move))
    except (NotRight, BadInput, StoreFailure):
        return None
    if held.phase is Phase.SETUP and moved.phase is not Phase.SETUP:
        observers.round_opened(moved)
    return moved


def possible(county: County, rules: RoundRules) -> None:
    """Refuse rules that contradict themselves, or that name what is not there.

    Raises:
        BadInput: as ``new``.
    """
    wrong = tuple(each for each in examine(rules, {"use": [*rules.use]}, frozenset()) if not each.warning)
    if wrong:
        raise BadInput("round-rules-faulty", wrong, round=rules.id, count=len(wrong))
    for use in rules.use:
        checklist = county.catalogue.checklist(use.checklist)
        fitting(checklist, use.by)
        not_reused(county, checklist)
    known_people(rules, county.roster())
    pinned_rule(rules)
    if rules.former is not None:
        find(county, rules.former)

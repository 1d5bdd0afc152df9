"""Who rates whom in a round: dealt out or listed before it opens, set right while it is under way.

Everything is shown first (``preview``) and stored whole (``take``), under the round's lock, with an entry in the
audit log. The seed stands in the store from the beginning; the log has its hash, and everybody may see it once the
filling in has ended (``seed_of``): sooner, whoever knows the roster could work out who rates whom.
"""

from collections.abc import Callable, Iterable
from secrets import randbelow
from typing import Any, Final

from cadre_tui.allocation.allocating import Progress
from cadre_tui.allocation.allocating import allocate as dealt_out
from cadre_tui.allocation.faults import fault_of_violation
from cadre_tui.allocation.of_round import SOFT, allocation_rules, participants, proof_of
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person, Roster
from cadre_tui.model.rounds.allocation import Pair, Violation
from cadre_tui.model.rounds.round import FILLING, SHOWN, Phase, Round
from cadre_tui.model.rounds.round_allocation import AllocationChange, Proposal, RoundAllocation, Seed
from cadre_tui.model.rounds.round_rules import PAIRED
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.by_name import must_not_be_anonymous
from cadre_tui.services.rounds.raters.rerun import begun, rerun, unasked
from cadre_tui.services.rules_hash import allocation_digest, seed_hash
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys

SEEDS: Final = 2**53
"""A drawn seed is below this: too many to be tried out, and no JSON reader rounds it."""


def preview(
    session: Session,
    round_id: str,
    conflicts: Iterable[Pair] | None = None,
    seed: int | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Pairs with their proof; nothing is written.

    Before the opening they are dealt out (``colleagues = "balanced"``). In a round under way they are what becomes of
    the pairs with today's roster. ``conflicts`` None: those that were declared before. ``seed`` None: the rules' one,
    else one is drawn; under way, that of the pairs.

    Raises:
        BadInput: the round's rules deal nothing out; under way, the roster has not changed.
        NotRight: ``allocation-impossible``; its faults prove it.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.ALLOCATE, phase=held.phase)
    must_not_be_anonymous(held, "ballots-nobody-by-name")
    county = session.county
    found = county.allocation(round_id)
    declared = tuple(sorted(set(conflicts))) if conflicts is not None else found.conflicts if found else ()
    if held.phase in FILLING:
        others = conflicts is not None and found is not None and declared != found.conflicts
        return _under_way(county, held, found, declared, seed, progress, whatever=others)
    return _before_opening(county, held, found, declared, seed, progress)


def _before_opening(
    county: County,
    held: Round,
    found: RoundAllocation | None,
    declared: tuple[Pair, ...],
    seed: int | None,
    progress: Progress | None,
) -> Proposal:
    """Pairs dealt out among today's people."""
    if held.rules.colleagues != "balanced":
        raise BadInput("allocation-not-balanced", round=held.id)
    roster = county.roster()
    if seed is None:
        seed = another_seed() if held.rules.seed is None else held.rules.seed
    made = dealt_out(
        participants(held.rules, roster), allocation_rules(held.rules, declared), seed, progress=progress
    )
    return Proposal(
        round=held.id,
        pairs=made.pairs,
        conflicts=declared,
        seed=seed,
        proof=made.proof,
        obstacles=made.obstacles,
        people=_in_pairs(roster, made.pairs),
        seen=_seen(county, found),
    )


def another_seed() -> int:
    """A seed by chance."""
    return randbelow(SEEDS)


def take(session: Session, proposal: Proposal) -> RoundAllocation:
    """Store what ``preview`` proposed.

    Raises:
        BadInput: ``allocation-meanwhile``: the roster, the pairs, or what was begun, is no longer what was previewed.
    """
    county = session.county
    held = life.find(county, proposal.round)
    permit(session, Act.ALLOCATE, phase=held.phase)

    def make(held: Round) -> RoundAllocation:
        found = county.allocation(held.id)
        if _seen(county, found) != proposal.seen or (held.phase in FILLING) is (proposal.roster is None):
            raise BadInput("allocation-meanwhile", round=held.id)
        if proposal.roster is None:
            fresh = _fresh(session, proposal.pairs, proposal.conflicts, proposal.seed)
            values = {"pairs": len(fresh.pairs), "conflicts": len(fresh.conflicts), "digest": fresh.digest}
            if proposal.seed is not None:
                values["seed_hash"] = seed_hash(held.id, proposal.seed)
            audit.note(session, "raters-allocated", round=held.id, **values)
            return fresh
        return _move_on(session, held, found, proposal)

    return store(session, proposal.round, make)


def allocate(
    session: Session, round_id: str, conflicts: Iterable[Pair] | None = None, seed: int | None = None
) -> RoundAllocation:
    """Deal out, or set right, without looking first.

    Raises:
        BadInput, NotRight: as ``preview``.
    """
    permit(session, Act.ALLOCATE)
    return take(session, preview(session, round_id, conflicts, seed))


def take_list(session: Session, round_id: str, pairs: Iterable[Pair]) -> RoundAllocation:
    """Store a list made by hand (``colleagues = "list"``), in the place of the one before.

    Raises:
        BadInput: the rules take no list, the round has been opened, or the list is faulty (``allocation-faulty``).
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.ALLOCATE, phase=held.phase)
    must_not_be_anonymous(held, "ballots-nobody-by-name")
    given = tuple(Pair(*each) for each in pairs)

    def make(held: Round) -> RoundAllocation:
        if held.phase is not Phase.SETUP:
            raise BadInput("list-too-late", round=held.id)
        if held.rules.colleagues != "list":
            raise BadInput("allocation-no-list", round=held.id)
        refuse(held.id, proof_of(held.rules, county.roster(), given).violations)
        fresh = _fresh(session, given, (), None)
        audit.note(session, "raters-listed", round=held.id, pairs=len(given), digest=fresh.digest)
        return fresh

    return store(session, round_id, make)


def seed_of(session: Session, round_id: str) -> Seed | None:
    """The digest of who rates whom, and the seed once the filling in has ended: anybody who signs in may see it.

    None where nothing was dealt out or listed.
    """
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    held = life.find(session.county, round_id)
    found = session.county.allocation(round_id)
    if found is None or held.rules.colleagues not in PAIRED:
        return None
    ended = held.phase in SHOWN | {Phase.MODERATION}
    return Seed(round=round_id, digest=found.digest, pairs=len(found.pairs), seed=found.seed if ended else None)


def refuse(round_id: str, violations: Iterable[Violation]) -> None:
    """Refuse what nobody can decide to live with.

    Raises:
        BadInput: ``allocation-faulty``, with a fault for each.
    """
    faults = tuple(fault_of_violation(each) for each in violations if each.what not in SOFT)
    if faults:
        raise BadInput("allocation-faulty", faults, round=round_id, count=len(faults))


def roster_for(county: County, held: Round) -> Roster:
    """The people whom the pairs are about: today's before the opening, from then on the round's own."""
    return county.roster() if held.phase is Phase.SETUP else held.roster


def _under_way(
    county: County,
    held: Round,
    found: RoundAllocation | None,
    conflicts: tuple[Pair, ...],
    seed: int | None,
    progress: Progress | None,
    *,
    whatever: bool,
) -> Proposal:
    before = found.pairs if found else ()
    if seed is None:
        seed = found.seed if found and found.seed is not None else held.rules.seed or 0
    made = rerun(held, county.roster(), before, begun(county, held.id), frozenset(conflicts), seed, progress)
    if not made.moves.any and not whatever:
        raise BadInput("roster-as-before", round=held.id)
    return Proposal(
        round=held.id,
        pairs=made.pairs,
        kept=made.kept,
        conflicts=conflicts,
        seed=seed if held.rules.colleagues == "balanced" else None,
        proof=proof_of(held.rules, made.roster, made.pairs, conflicts),
        dropped=made.dropped,
        obstacles=made.obstacles,
        people=_in_pairs(made.roster, (*made.pairs, *made.kept)),
        roster=made.roster,
        moves=made.moves,
        seen=_seen(county, found),
    )


def _move_on(session: Session, held: Round, found: RoundAllocation | None, proposal: Proposal) -> RoundAllocation:
    """A round under way gets other pairs and another roster; its former roster is kept."""
    county = session.county
    roster = proposal.roster or held.roster
    # Somebody may have begun, since the preview, what would go.
    if unasked(held, roster, proposal.pairs, proposal.kept, begun(county, held.id)):
        raise BadInput("allocation-meanwhile", round=held.id)
    before = found or _fresh(session, (), (), None)
    after = changed(session, before, proposal.pairs, proposal.kept, proposal.conflicts, "")
    after = after.model_copy(update={"accepted": proposal.proof.violations, "seed": proposal.seed})
    moves = {name: list(ids) for name, ids in proposal.moves._asdict().items() if ids}
    audit.note(
        session, "raters-rerun", round=held.id, digest=after.digest, before=before.digest,
        pairs=len(after.pairs), kept=len(after.kept), **moves,
    )  # fmt: skip
    _put(county, keys.former_round_roster(held.id, held.revision), held.roster.model_dump(mode="json"))
    # The pairs before the roster: what is cut off between the two is found and done again.
    _put(county, keys.allocation(held.id), after.model_dump(mode="json"))
    _put(county, keys.round_roster(held.id), roster.model_dump(mode="json"))
    return after


def _fresh(
    session: Session, pairs: tuple[Pair, ...], conflicts: tuple[Pair, ...], seed: int | None
) -> RoundAllocation:
    return RoundAllocation(
        pairs=pairs,
        conflicts=conflicts,
        seed=seed,
        by=session.person,
        at=session.county.now(),
        digest=allocation_digest(pairs, (), conflicts),
    )


def changed(
    session: Session,
    before: RoundAllocation,
    pairs: tuple[Pair, ...],
    kept: tuple[Pair, ...],
    conflicts: tuple[Pair, ...],
    reason: str,
) -> RoundAllocation:
    """The allocation with other pairs, and how it came about."""
    permit(session, Act.ALLOCATE)
    was, now = set(before.pairs), set(pairs)
    change = AllocationChange(
        by=session.person,
        at=session.county.now(),
        reason=reason,
        added=tuple(sorted(now - was)),
        removed=tuple(sorted(was - now)),
        before=before.digest,
    )
    return before.model_copy(
        update={
            "pairs": pairs,
            "kept": kept,
            "conflicts": conflicts,
            "changes": (*before.changes, change),
            "digest": allocation_digest(pairs, kept, conflicts),
        }
    )


def _in_pairs(roster: Roster, pairs: Iterable[Pair]) -> tuple[Person, ...]:
    named = {person for each in pairs for person in each}
    return tuple(each for each in roster.people if each.id in named)


def _seen(county: County, found: RoundAllocation | None) -> tuple[str, str]:
    """What a proposal depends on."""
    return county.store.stamp(keys.ROSTER), found.digest if found else ""


def store(session: Session, round_id: str, make: Callable[[Round], RoundAllocation]) -> RoundAllocation:
    """Store what ``make`` makes of the newest round, under the round's lock, and let every process know."""
    permit(session, Act.ALLOCATE)
    county = session.county
    made: list[RoundAllocation] = []

    def edit(found: Document | None) -> Document:
        held = county.as_round(found or {})
        permit(session, Act.ALLOCATE, phase=held.phase)
        made.append(make(held))
        _put(county, keys.allocation(round_id), made[-1].model_dump(mode="json"))
        return {**(found or {}), "revision": held.revision + 1}

    county.store.change(keys.round_rules(round_id), edit)
    return made[-1]


def _put(county: County, key: keys.Key, document: dict[str, Any]) -> None:
    county.store.change(key, lambda _found: document)

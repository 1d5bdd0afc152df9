"""A single change of who rates whom, made by hand and proved anew."""

from collections.abc import Iterable

from cadre_tui.allocation.faults import fault_of_violation
from cadre_tui.allocation.of_round import proof_of
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotRight
from cadre_tui.model.rounds.allocation import Pair, Proof
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.rounds.round_allocation import RoundAllocation
from cadre_tui.model.rounds.round_rules import PAIRED
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.by_name import must_not_be_anonymous
from cadre_tui.services.rounds.raters.allocation import changed, refuse, roster_for, store
from cadre_tui.services.rounds.raters.rerun import begun
from cadre_tui.services.session import Session
from cadre_tui.services.typed import sound_text


def change(
    session: Session, round_id: str, add: Iterable[Pair] = (), remove: Iterable[Pair] = (), reason: str = ""
) -> Proof:
    """Add and remove pairs, all of them or none; what is true of all pairs afterwards comes back.

    Raises:
        BadInput: there are no pairs to change; a pair is there already, or is not; the work of one to be removed was
            begun; a rule is broken with which nobody can decide to live (``allocation-faulty``).
        NotRight: ``change-unbalanced``: the balance suffers (its faults say how), and no ``reason`` is given.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.ALLOCATE, phase=held.phase)
    more, fewer = [Pair(*each) for each in add], [Pair(*each) for each in remove]
    proofs: list[Proof] = []
    why = sound_text(reason)

    def make(held: Round) -> RoundAllocation:
        county = session.county
        found = _to_change(county, held, more, fewer)
        roster = roster_for(county, held)
        pairs = (*(each for each in found.pairs if each not in fewer), *more)
        before = frozenset(proof_of(held.rules, roster, found.pairs, found.conflicts).violations)
        proof = proof_of(held.rules, roster, pairs, found.conflicts)
        fresh = [each for each in proof.violations if each not in before and each not in found.accepted]
        refuse(held.id, fresh)
        if fresh and not why:
            raise NotRight("change-unbalanced", tuple(map(fault_of_violation, fresh)), count=len(fresh))
        accepted = tuple(each for each in proof.violations if each in fresh or each in found.accepted)
        after = changed(session, found, pairs, found.kept, found.conflicts, why)
        after = after.model_copy(update={"accepted": accepted})
        _note(session, held, after, more, fewer)
        proofs.append(proof)
        return after

    store(session, round_id, make)
    return proofs[-1]


def _to_change(county: County, held: Round, more: list[Pair], fewer: list[Pair]) -> RoundAllocation:
    must_not_be_anonymous(held, "ballots-nobody-by-name")
    if held.rules.colleagues not in PAIRED:
        raise BadInput("allocation-by-rules", round=held.id)
    found = county.allocation(held.id)
    if found is None:
        raise BadInput("allocation-not-yet", round=held.id)
    there = {*found.pairs, *found.kept}
    for each in more:
        if each in there:
            raise BadInput("pair-there", rater=each.rater, subject=each.subject)
    for each in fewer:
        if each not in there:
            raise BadInput("pair-not-there", rater=each.rater, subject=each.subject)
    work = begun(county, held.id) if fewer else frozenset()
    for each in fewer:
        if each in found.kept or (*each, Purpose.PEER) in work:
            raise BadInput("pair-begun", rater=each.rater, subject=each.subject)
    return found


def _note(session: Session, held: Round, after: RoundAllocation, more: list[Pair], fewer: list[Pair]) -> None:
    """The log is read by others than the organiser: of a confidential round it tells how many, and not who."""
    told: dict[str, object] = {"added": len(more), "removed": len(fewer)}
    if not held.rules.confidential:
        told = {"added": [list(each) for each in more], "removed": [list(each) for each in fewer]}
    audit.note(
        session, "raters-changed", round=held.id, **told, reason=after.changes[-1].reason, digest=after.digest,
        before=after.changes[-1].before,
    )  # fmt: skip

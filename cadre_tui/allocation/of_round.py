"""A round's rules and roster as the allocator takes them, and the proof of a round's pairs."""

from collections.abc import Iterable
from typing import Final

from cadre_tui.allocation.proving import prove
from cadre_tui.allocation.relations import taking_part
from cadre_tui.model.people.person import Roster, Standing
from cadre_tui.model.rounds.allocation import AllocationRules, Pair, Participant, Proof, Violation, Wrong
from cadre_tui.model.rounds.round_rules import RoundRules

SOFT: Final = frozenset({Wrong.OTHER_UNIT, Wrong.SHORT, Wrong.OVER, Wrong.LIGHT, Wrong.HEAVY})
"""What somebody may decide to live with, giving a reason; all else is refused."""


def participants(rules: RoundRules, roster: Roster, pairs: Iterable[Pair] = ()) -> tuple[Participant, ...]:
    """Who can be in a pair: those of the units that take part, without who is on leave; by list also who is named.

    Somebody of several units counts in the first of theirs that takes part.
    """
    named = {each for pair in pairs for each in pair} if rules.colleagues == "list" else set()
    units = frozenset(rules.units)
    found = []
    for each in roster.people:
        shared = taking_part(each, units)
        if (shared and each.standing is not Standing.ON_LEAVE) or each.id in named:
            unit = shared[0] if shared else each.unit
            rated = each.rated and bool(shared)
            found.append(Participant(id=each.id, unit=unit, superior=each.superior, rated=rated))
    return tuple(found)


def allocation_rules(rules: RoundRules, conflicts: Iterable[Pair] = ()) -> AllocationRules:
    """What the pairs of a round must keep to; numbers and units are free where they are a list."""
    balanced = rules.colleagues == "balanced"
    return AllocationRules(
        raters_each=rules.reviewers if balanced else None,
        conflicts=frozenset(conflicts),
        upwards=not (balanced and rules.spare_superiors),
    )


def proof_of(rules: RoundRules, roster: Roster, pairs: Iterable[Pair], conflicts: Iterable[Pair] = ()) -> Proof:
    """What is true of a round's pairs with this roster."""
    given = tuple(pairs)
    return prove(participants(rules, roster, given), given, allocation_rules(rules, conflicts))


def open_violations(proof: Proof, accepted: Iterable[Violation]) -> tuple[Violation, ...]:
    """What is wrong and was not accepted."""
    known = frozenset(accepted)
    return tuple(each for each in proof.violations if each not in known)

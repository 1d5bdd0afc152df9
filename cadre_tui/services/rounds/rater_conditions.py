"""What must hold of who rates whom before a round is opened."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from cadre_tui.allocation.case import cases
from cadre_tui.allocation.circle import Circle
from cadre_tui.allocation.faults import fault_of_violation
from cadre_tui.allocation.merging import merged
from cadre_tui.allocation.obstacles import plain_obstacles
from cadre_tui.allocation.of_round import allocation_rules, open_violations, participants, proof_of
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person, Roster
from cadre_tui.model.rounds.round import Round, UnitMost, Unmet
from cadre_tui.model.rounds.round_allocation import RoundAllocation
from cadre_tui.model.rounds.round_rules import PAIRED, RoundRules
from cadre_tui.services.rounds.rules.rater_checks import SPARE


def raters_unmet(held: Round, roster: Roster, found: RoundAllocation | None, circle: Circle) -> Iterator[Unmet]:
    """What is not met: pairs that are wanting or wrong, people with too few raters, groups without anybody."""
    rules = held.rules
    if rules.colleagues in PAIRED:
        if found is None or not found.pairs:
            if rules.colleagues == "balanced":
                yield from _too_many(rules, roster)
            yield Unmet("allocation-missing", {"round": held.id})
            return
        proof = proof_of(rules, roster, found.pairs, found.conflicts)
        wrong = open_violations(proof, found.accepted)
        if wrong:
            faults = [fault_of_violation(each) for each in wrong[:TOLD]]
            yield Unmet("allocation-unproved", {"round": held.id, "count": len(wrong), "what": faults})
    if rules.colleagues == "groups":
        yield from _groupless(rules, circle)
    if rules.confidential:
        yield from _too_few(rules, circle, roster)


TOLD = 4
"""So many things that are wrong are told at most."""


def _groupless(rules: RoundRules, circle: Circle) -> Iterator[Unmet]:
    weighed = {group.id for group in rules.group if Fraction(group.weight)}
    alone = [each for each in circle.people if not weighed & _counts(circle, each).keys()]
    if alone:
        yield Unmet("groupless", _who(alone))


def _too_many(rules: RoundRules, roster: Roster) -> Iterator[Unmet]:
    """Before anything is dealt out: units that cannot give everybody so many raters, and how many they can give."""
    short = []
    for case in cases(participants(rules, roster), allocation_rules(rules)):
        if case.subjects and plain_obstacles(case):
            fewer = (each for each in range(case.each - 1, 0, -1) if not plain_obstacles(replace(case, each=each)))
            short.append(UnitMost(_unit(roster, case.unit), next(fewer, 0)))
    if short:
        values = {"reviewers": rules.reviewers, "count": len(short), "units": short}
        if rules.confidential:
            yield Unmet("reviewers-confidential", {**values, "needed": rules.least_raters + SPARE})
        else:
            yield Unmet("reviewers", values)


def _unit(roster: Roster, unit_id: str) -> str:
    unit = roster.unit(unit_id)
    return unit.name if unit else unit_id


def _too_few(rules: RoundRules, circle: Circle, roster: Roster) -> Iterator[Unmet]:
    """Somebody has fewer raters than must be asked, in all or in a group that is merged with no other."""
    needed = rules.least_raters + SPARE
    short = [each for each in circle.people if 0 < len(circle.raters(each.id, Purpose.PEER)) < needed]
    if short:
        units = dict.fromkeys(_unit(roster, each.unit) for each in short)
        yield Unmet("raters", {"needed": needed, "units": list(units), **_who(short)})
    if rules.colleagues != "groups":
        return
    wanted = {group.id: (group.minimum or rules.least_raters) + SPARE for group in rules.group}
    for group in rules.group:
        alone = [each for each in circle.people if _short(rules, circle, each, group.id, wanted)]
        if alone:
            values = {"group": group.title, "needed": wanted[group.id], **_who(alone)}
            yield Unmet("group-raters", values)


def _short(rules: RoundRules, circle: Circle, subject: Person, group_id: str, wanted: dict[str, int]) -> bool:
    """Whether a group that is counted by itself, with those that came to it, has too few for this person."""
    counts = _counts(circle, subject)
    host = merged(rules.group, counts, wanted)
    if host[group_id] != group_id or not counts:
        return False
    return sum(counts[each] for each, where in host.items() if where == group_id) < wanted[group_id]


def _counts(circle: Circle, subject: Person) -> Counter[str]:
    """How many raters of each group are asked about somebody."""
    groups = (circle.group_of(each.id, subject.id) for each in circle.raters(subject.id, Purpose.PEER))
    return Counter(group.id for group in groups if group is not None)


def _who(people: list[Person]) -> dict[str, object]:
    return {"count": len(people), "who": [each.name for each in people]}

"""The proof of an allocation, worked out from nothing but the pairs, the people and the rules."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cadre_tui.allocation.case import Case, bar, cases
from cadre_tui.allocation.improving import fewest_pieces
from cadre_tui.allocation.pieces import pieces
from cadre_tui.model.rounds.allocation import (
    AllocationRules,
    Pair,
    Participant,
    Piece,
    Proof,
    Spread,
    UnitProof,
    Violation,
    Wrong,
)


def prove(people: Iterable[Participant], pairs: Iterable[Pair], rules: AllocationRules) -> Proof:
    """What is true of the pairs, and everything that is wrong with them, after whatever change they were made by.

    Pairs are counted with the unit of their subject. Where ``rules.raters_each`` is None, numbers and units are free.
    Pairs that name somebody unknown are told as such, and counted nowhere else.
    """
    everybody = {each.id: each for each in people}
    given = Counter(Pair(*each) for each in pairs)
    violations = list(_forbidden(given, everybody, rules))
    of_unit: dict[str, list[Pair]] = {}
    for each in sorted(given):
        if each.rater in everybody and each.subject in everybody:
            of_unit.setdefault(everybody[each.subject].unit, []).append(each)
    units: list[UnitProof] = []
    loads: list[int] = []
    gets: list[int] = []
    loads_of = Counter(each.rater for unit in of_unit.values() for each in unit)
    for case in cases(everybody.values(), rules):
        unit = of_unit.get(case.unit, [])
        got = Counter(each.subject for each in unit)
        proved = _unit(case, unit, [got[each] for each in case.named(case.subjects)], loads_of, rules)
        units.append(proved)
        gets += (got[each] for each in case.named(case.subjects))
        loads += (loads_of[each] for each in case.named(case.raters))
        if rules.raters_each is not None:
            violations += _unbalanced(case, got, loads_of)
    return Proof(
        per_subject=_spread(gets),
        per_rater=_spread(loads),
        components=max((each.components for each in units), default=0),
        mutual_pairs=_mutual(given),
        units=tuple(units),
        violations=tuple(violations),
    )


def _spread(counts: Sequence[int]) -> Spread:
    return Spread(min=min(counts, default=0), max=max(counts, default=0))


def _mutual(pairs: Iterable[Pair]) -> int:
    given = set(pairs)
    return sum(each.rater < each.subject and Pair(each.subject, each.rater) in given for each in given)


def _unit(
    case: Case, unit: list[Pair], gets: Sequence[int], loads_of: Counter[str], rules: AllocationRules
) -> UnitProof:
    parts = pieces(unit)
    each = rules.raters_each
    told: tuple[Piece, ...] = ()
    split = False
    if len(parts) > 1 and (each is None or each > 1):
        told = tuple(Piece(raters=tuple(sorted(ours)), subjects=tuple(sorted(theirs))) for ours, theirs in parts)
        at_work = sum(len(ours) for ours, _theirs in parts)
        split = each is not None and len(parts) <= fewest_pieces(case, at_work)
    return UnitProof(
        unit=case.unit,
        people=len(case.ids),
        pairs=len(unit),
        per_subject=_spread(gets),
        per_rater=_spread([loads_of[rater] for rater in case.named(case.raters)]),
        components=len(parts),
        mutual_pairs=_mutual(unit),
        pieces=told,
        split_by_rules=split,
    )


def _forbidden(
    given: Counter[Pair], everybody: Mapping[str, Participant], rules: AllocationRules
) -> Iterator[Violation]:
    """Pairs that the rules bar, and those that are there more than once."""
    for each in sorted(given):
        why = bar(each, everybody, rules)
        if why is not None:
            yield Violation(what=Wrong(why.value), rater=each.rater, subject=each.subject)
        if given[each] > 1:
            yield Violation(what=Wrong.DOUBLED, rater=each.rater, subject=each.subject, count=given[each], expected=1)


def _unbalanced(case: Case, got: Counter[str], loads_of: Counter[str]) -> Iterator[Violation]:
    """Cadres with more or fewer raters than the rules say, raters out of balance."""
    for subject in case.named(case.subjects):
        if got[subject] != case.each:
            what = Wrong.SHORT if got[subject] < case.each else Wrong.OVER
            yield Violation(what=what, subject=subject, count=got[subject], expected=case.each)
    most = case.least + bool(case.one_more)
    for rater in case.named(case.raters):
        if loads_of[rater] < case.least:
            yield Violation(what=Wrong.LIGHT, rater=rater, count=loads_of[rater], expected=case.least)
        elif loads_of[rater] > most:
            yield Violation(what=Wrong.HEAVY, rater=rater, count=loads_of[rater], expected=most)

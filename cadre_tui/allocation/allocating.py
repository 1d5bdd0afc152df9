"""Who rates whom: ``raters_each`` raters for each cadre, exactly balanced, or the reason why that cannot be."""

from collections.abc import Callable, Iterable
from random import Random
from typing import Final

from cadre_tui.allocation import obstacles
from cadre_tui.allocation.case import Case, Numbered, bar, cases
from cadre_tui.allocation.design import design, gaps
from cadre_tui.allocation.draft import Draft
from cadre_tui.allocation.faults import fault_of
from cadre_tui.allocation.flow import complete
from cadre_tui.allocation.improving import connect, part_mutual
from cadre_tui.allocation.proving import prove
from cadre_tui.model.refusal import NotRight
from cadre_tui.model.rounds.allocation import Allocation, AllocationRules, Barred, Obstacle, Pair, Participant

Progress = Callable[[int, int], None]
"""Told how many people of how many are done, after each unit."""

CONNECTED_FROM: Final = 2
"""Raters for each cadre from which a unit can be one piece."""


class CannotAllocate(NotRight):
    """The rules make it impossible; ``obstacles`` prove it, at least one for each unit in which it is so."""

    def __init__(self, found: tuple[Obstacle, ...]) -> None:
        faults = tuple(fault for each in found for fault in fault_of(each))
        super().__init__("allocation-impossible", faults, units=len({each.unit for each in found}))
        self.obstacles = found


def allocate(
    people: Iterable[Participant],
    rules: AllocationRules,
    seed: int,
    *,
    kept: Iterable[Pair] = (),
    progress: Progress | None = None,
) -> Allocation:
    """Allocate raters within each unit; the same people, rules, kept pairs and seed give the same pairs.

    Every cadre gets exactly ``raters_each`` raters, every rater of a unit the same number or one more, and no rule
    is broken. From two raters each, each unit is made one connected piece if that can be found (the proof tells the
    pieces where it cannot), and few people rate each other. The order of the people does not matter, and one unit
    does not change another. ``kept`` pairs stay as long as the rules allow them; see ``Allocation`` for the rest.

    Raises:
        CannotAllocate: in at least one unit the rules make it impossible; all such units are told.
        ValueError: ``rules.raters_each`` is not at least 1, or two people have one id.
    """
    listed = tuple(people)
    everybody = {each.id: each for each in listed}
    if rules.raters_each is None or rules.raters_each < 1 or len(everybody) < len(listed):
        raise ValueError(rules.raters_each)
    stays, dropped = _sorted_out(kept, everybody, rules)
    pairs, in_the_way = _dealt_out(listed, rules, stays, seed, progress)
    proof = prove(listed, pairs, rules)
    return Allocation(pairs=pairs, proof=proof, seed=seed, dropped=dropped, obstacles=in_the_way)


def _dealt_out(
    people: tuple[Participant, ...],
    rules: AllocationRules,
    stays: dict[str, list[Pair]],
    seed: int,
    progress: Progress | None,
) -> tuple[tuple[Pair, ...], tuple[Obstacle, ...]]:
    """The pairs of all units, and which kept ones were in the way of their balance.

    Raises:
        CannotAllocate: the rules make it impossible in at least one unit.
    """
    pairs: list[Pair] = []
    found: list[Obstacle] = []
    impossible: list[Obstacle] = []
    done = 0
    for case in cases(people, rules):
        chance = Random(f"{seed}/{case.unit}")  # noqa: S311 - who rates whom must be repeatable by its published seed
        draft, in_the_way = _completed(case, _numbered(case, stays.get(case.unit, ())), chance)
        if draft is None:
            impossible += in_the_way
        elif not impossible:
            found += in_the_way
            if case.each >= CONNECTED_FROM:
                connect(draft, chance)
            part_mutual(draft, chance)
            pairs += map(case.pair, draft.pairs())
        done += len(case.ids)
        if progress is not None:
            progress(done, len(people))
    if impossible:
        raise CannotAllocate(tuple(impossible))
    return tuple(pairs), tuple(found)


def _sorted_out(
    kept: Iterable[Pair], people: dict[str, Participant], rules: AllocationRules
) -> tuple[dict[str, list[Pair]], tuple[Barred, ...]]:
    """The pairs that stay, by unit, and those that the rules no longer allow."""
    stays: dict[str, list[Pair]] = {}
    dropped: list[Barred] = []
    for each in sorted({Pair(*each) for each in kept}):
        why = bar(each, people, rules)
        if why is None:
            stays.setdefault(people[each.subject].unit, []).append(each)
        else:
            dropped.append(Barred(pair=each, bar=why))
    return stays, tuple(dropped)


def _numbered(case: Case, pairs: Iterable[Pair]) -> frozenset[Numbered]:
    numbers = {each: at for at, each in enumerate(case.ids)}
    return frozenset((numbers[each.rater], numbers[each.subject]) for each in pairs)


def _completed(case: Case, fixed: frozenset[Numbered], chance: Random) -> tuple[Draft | None, tuple[Obstacle, ...]]:
    """A draft in which nothing is missing, and the kept pairs in its way; no draft where the rules are in the way."""
    plain = obstacles.plain_obstacles(case)
    if plain:
        return None, plain
    wanted, share = dict.fromkeys(case.subjects, case.each), dict.fromkeys(case.raters, case.least)
    draft = Draft(case, wanted, share, case.one_more, fixed)
    start = list(design(case, chance))
    too_many = tuple(obstacles.too_many_kept(draft))
    if not too_many:
        draft.fill(start)
        draft.fill(gaps(draft, chance))
        cut = complete(draft, chance)
        if cut is None:
            return draft, ()
        if not fixed:
            return None, (obstacles.of_cut(case, cut),)
        too_many = (obstacles.of_kept(draft, cut),)
    free = Draft(case, wanted, share, case.one_more)
    free.fill(start)
    cut = complete(free, chance)
    if cut is not None:
        return None, (obstacles.of_cut(case, cut),)
    return _nearest(draft, start, chance), too_many


def _nearest(draft: Draft, start: Iterable[Numbered], chance: Random) -> Draft:
    """Where kept pairs make exact balance impossible: enough for everybody, the heaviest load as light as can be."""
    case = draft.case
    wanted = {subject: max(case.each, sum(pair[1] == subject for pair in draft.fixed)) for subject in case.subjects}
    most = case.least + bool(case.one_more)
    while True:
        share = {rater: max(most, sum(pair[0] == rater for pair in draft.fixed)) for rater in case.raters}
        eased = Draft(case, wanted, share, 0, draft.fixed)
        eased.fill([*draft.pairs(), *start])
        if complete(eased, chance) is None:
            return eased
        most += 1

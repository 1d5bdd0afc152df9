"""What the allocation is checked against, written apart from it: an own matcher, and sums done from the rules."""

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from cadre_tui.model.rounds.allocation import AllocationRules, Obstacle, ObstacleKind, Pair, Participant


def may(rater: Participant, subject: Participant, rules: AllocationRules) -> bool:
    """Whether the rules let one rate the other."""
    if rater.id == subject.id or not rater.rates or not subject.rated or rater.unit != subject.unit:
        return False
    if (rater.id, subject.id) in rules.conflicts:
        return False
    return (rules.upwards or rater.superior != subject.id) and (rules.downwards or subject.superior != rater.id)


def covers(needs: dict[str, int], room: dict[str, int], allowed: dict[str, list[str]]) -> bool:
    """Whether everybody of ``needs`` gets that many different partners, nobody of ``room`` more than that many.

    One augmenting path after another, by depth first (Kuhn's algorithm with numbers).
    """
    partners: dict[str, set[str]] = {each: set() for each in room}

    def augment(one: str, tried: set[str]) -> bool:
        for other in allowed[one]:
            if other in tried or one in partners[other]:
                continue
            tried.add(other)
            if len(partners[other]) < room[other]:
                partners[other].add(one)
                return True
            for given_up in sorted(partners[other]):
                if augment(given_up, tried):
                    partners[other].remove(given_up)
                    partners[other].add(one)
                    return True
        return False

    return all(augment(one, set()) for one, need in needs.items() for _ in range(need))


def feasible(people: Sequence[Participant], rules: AllocationRules) -> bool:
    """Whether one unit can be balanced exactly.

    By the theorem of Mendelsohn and Dulmage two halves suffice: all cadres can have their raters with nobody above
    the most, and all raters can have their least with no cadre above the number.
    """
    each = rules.raters_each
    assert each is not None
    raters = [one for one in people if one.rates]
    subjects = [one for one in people if one.rated]
    if not raters:
        return not subjects
    least, spare = divmod(each * len(subjects), len(raters))
    by = {s.id: [r.id for r in raters if may(r, s, rules)] for s in subjects}
    of = {r.id: [s.id for s in subjects if may(r, s, rules)] for r in raters}
    enough = covers({s.id: each for s in subjects}, {r.id: least + bool(spare) for r in raters}, by)
    return enough and covers({r.id: least for r in raters}, {s.id: each for s in subjects}, of)


def true_obstacle(obstacle: Obstacle, people: Sequence[Participant], rules: AllocationRules) -> bool:
    """Whether an obstacle's numbers are those of the rules, and prove that its unit cannot be allocated."""
    each = rules.raters_each
    assert each is not None
    unit = [one for one in people if one.unit == obstacle.unit]
    by_id = {one.id: one for one in unit}
    raters = {one.id for one in unit if one.rates}
    subjects = {one.id for one in unit if one.rated}
    assert all(not may(by_id[b.pair.rater], by_id[b.pair.subject], rules) for b in obstacle.barred)
    named, others = set(obstacle.people), set(obstacle.others)
    total = each * len(subjects)
    if obstacle.kind is ObstacleKind.SMALL:
        lonely = {s for s in subjects if len(raters - {s}) < each}
        return named == lonely != set() and obstacle.needed == each > obstacle.possible

    def most(count: int) -> int:
        least, spare = divmod(total, len(raters))
        return count * least + min(count, spare)

    if obstacle.kind is ObstacleKind.SUBJECTS:
        assert named <= subjects
        assert others <= raters
        inside = count_allowed(raters - others, named, by_id, rules)
        needed, possible = each * len(named), inside + most(len(others))
    else:
        assert named <= raters
        assert others <= subjects
        inside = count_allowed(named, subjects - others, by_id, rules)
        needed, possible = total - most(len(raters - named)), inside + each * len(others)
    return (obstacle.needed, obstacle.possible) == (needed, possible) and possible < needed


def count_allowed(raters: set[str], subjects: set[str], by_id: dict[str, Participant], rules: AllocationRules) -> int:
    return sum(may(by_id[rater], by_id[subject], rules) for rater in raters for subject in subjects)


def components(pairs: Iterable[Pair]) -> int:
    """Pieces of the graph of raters and cadres, by spreading out from each."""
    joined: dict[str, set[str]] = {}
    for rater, subject in pairs:
        joined.setdefault(f"r {rater}", set()).add(f"s {subject}")
        joined.setdefault(f"s {subject}", set()).add(f"r {rater}")
    count = 0
    while joined:
        count += 1
        waiting = [next(iter(joined))]
        while waiting:
            waiting += joined.pop(waiting.pop(), ())
    return count


def fewest_components(people: Sequence[Participant], rules: AllocationRules) -> int:
    """The fewest pieces of all exact allocations of a small unit of people who all rate and are rated."""
    each = rules.raters_each
    assert each is not None
    choices = [
        [
            tuple(Pair(r, s.id) for r in chosen)
            for chosen in combinations([r.id for r in people if may(r, s, rules)], each)
        ]
        for s in people
    ]
    fewest = len(people) + 1
    for chosen in product(*choices):
        pairs = [pair for part in chosen for pair in part]
        loads = [pair.rater for pair in pairs]
        if all(loads.count(one.id) == each for one in people):
            fewest = min(fewest, components(pairs))
    return fewest

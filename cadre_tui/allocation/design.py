"""Where an allocation starts from: a random design that is right by itself as long as no rule interferes."""

from collections.abc import Iterator
from math import gcd
from random import Random

from cadre_tui.allocation.case import Case, Numbered
from cadre_tui.allocation.draft import Draft

TRIES = 100
"""Draws of offsets; nearly every draw is connected, and the plain offsets 1, 2, … k always are."""


def design(case: Case, chance: Random) -> Iterator[Numbered]:
    """Exactly balanced pairs for a unit without rules: a circle, or blocks where not all both rate and are rated."""
    if case.raters == case.subjects:
        yield from _circle(case, chance)
        return
    raters, subjects = list(case.raters), list(case.subjects)
    chance.shuffle(raters)
    chance.shuffle(subjects)
    for at in range(case.total if raters else 0):
        yield raters[at % len(raters)], subjects[at // case.each]


def gaps(draft: Draft, chance: Random) -> Iterator[Numbered]:
    """Pairs by chance that fill what rules have left open in a design: nearly all of it, and nearly for nothing."""
    more = int(draft.extra > draft.extra_used())
    raters = [each for each in draft.case.raters if len(draft.subjects_of[each]) < draft.share[each] + more]
    subjects = [each for each in draft.case.subjects if len(draft.raters_of[each]) < draft.wanted[each]]
    chance.shuffle(subjects)
    for subject in subjects:
        chance.shuffle(raters)
        yield from ((rater, subject) for rater in raters)


def _circle(case: Case, chance: Random) -> Iterator[Numbered]:
    """All in a circle by chance; each rates those at the same distances from them."""
    order = list(case.raters)
    chance.shuffle(order)
    size = len(order)
    for offset in _offsets(size, min(case.each, size - 1), chance):
        for at, rater in enumerate(order):
            yield rater, order[(at + offset) % size]


def _offsets(size: int, count: int, chance: Random) -> list[int]:
    """Distances around a circle, by chance: as few people as can be rate each other, and all are joined."""
    for _ in range(TRIES):
        # Of a distance and its opposite, one; then half way round (mutual, but once); then the opposites.
        one_way = [chance.choice((each, size - each)) for each in range(1, (size + 1) // 2)]
        chance.shuffle(one_way)
        half = [size // 2] if size % 2 == 0 else []
        drawn = [*one_way, *half, *(size - each for each in one_way)][:count]
        if len(drawn) < 2 or gcd(size, *(each - drawn[0] for each in drawn)) == 1:
            return drawn
    return list(range(1, count + 1))

"""Who rates whom in a whole county: 10,000 people in units of 6 to 200, five raters each."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import process_time

from cadre_tui.allocation.allocating import allocate
from cadre_tui.model.rounds.allocation import AllocationRules, Pair, Participant
from tests.benchmarks.table import Measured

EACH = 5
MAY_TAKE = 20.0
"""Seconds."""


def county(size: int) -> list[Participant]:
    """So many people in units of 6 to 200."""
    chance = Random(size)
    people: list[Participant] = []
    while len(people) < size:
        left = size - len(people)
        here = min(chance.randint(6, 200), left)
        here = left if left - here < 6 else here
        first = len(people)
        people += [Participant(id=f"p{first + at:05}", unit=f"u{first:05}") for at in range(here)]
    return people


def conflicts(people: list[Participant], each: int) -> frozenset[Pair]:
    """So many a person as there may be in the smallest unit, with people who stand near in the list."""
    chance = Random(each)
    found = set()
    for at, rater in enumerate(people):
        near = [one for one in people[max(0, at - 20) : at + 20] if one.unit == rater.unit and one is not rater]
        if len(near) > EACH * 3:
            found |= {Pair(rater.id, one.id) for one in chance.sample(near, each)}
    return frozenset(found)


def taken(people: list[Participant], rules: AllocationRules) -> float:
    """Seconds; the answer must be right."""
    started = process_time()
    allocation = allocate(people, rules, 1)
    seconds = process_time() - started
    assert allocation.proof.holds
    assert allocation.proof.components == 1
    return seconds


def measure(folder: Path) -> Iterator[Measured]:
    """All rows; nothing is written."""
    del folder
    few, many = county(1_000), county(10_000)
    free = AllocationRules(raters_each=EACH)
    whole = taken(many, free)
    yield Measured("who rates whom among 10,000 people, of 20 s", whole, MAY_TAKE, "s", 1)
    apart = AllocationRules(raters_each=EACH, conflicts=conflicts(many, 2))
    yield Measured("the same with two conflicts a person, of 20 s", taken(many, apart), MAY_TAKE, "s", 1)
    small = min(taken(few, free) for _ in range(3))
    yield Measured("10,000 people, beside 1,000, by person", whole / 10, small, "s", 1.5)

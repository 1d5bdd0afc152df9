"""How many may have a grade, and where the line falls among those who reach it. Pure; ties are never broken here."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import Quota

ROUNDINGS: Final[Mapping[str, Callable[[Fraction], int]]] = {
    "floor": math.floor,
    "half-up": lambda exact: int(round_half_up(exact, 0)),
    "ceil": math.ceil,
}


def places(quota: Quota, people: int) -> int:
    """How many of so many ``people`` may have the grade: share × people, rounded by the quota's own rule."""
    return ROUNDINGS[quota.rounding](quota.share * people)


@dataclass(frozen=True)
class Drawn:
    """Where the line falls. ``cut`` is the lowest total that is in; None where all who reach the grade are in.

    ``tied`` have the total of the line and are more than the places ``left`` for them: who is in, people decide.
    """

    inside: frozenset[str]
    tied: tuple[str, ...]
    left: int
    cut: Decimal | None


def draw(reached: Mapping[str, Decimal], count: int) -> Drawn:
    """The line among those who ``reached`` the grade, by their totals as they are printed, with ``count`` places.

    Whoever stands above the line is in. Equal totals are never parted: where not all of those with one total find a
    place, none of them is in by this alone.
    """
    if len(reached) <= count:
        return Drawn(frozenset(reached), (), 0, None)
    if count == 0:
        return Drawn(frozenset(), (), 0, None)
    ordered = sorted(reached, key=lambda each: -reached[each])
    cut = reached[ordered[count - 1]]
    above = frozenset(each for each in ordered if reached[each] > cut)
    level = tuple(each for each in reached if reached[each] == cut)
    if len(above) + len(level) <= count:
        return Drawn(above | frozenset(level), (), 0, cut)
    return Drawn(above, level, count - len(above), cut)

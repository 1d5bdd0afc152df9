"""Which figures of several people together would tell too much of too few. Pure.

A measure is a table: a row a unit, and one of them all; a column for leaders, one for all others, and one for both.
Whoever knows all of a line but one works that one out, so what is withheld lies on a circle (``scoring.disclosure``),
and what is withheld of one line together is of the minimum of people at least, by rows and by columns. Measures are
bound to each other, too: a total is the sum of its criteria, a focal check of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from cadre_tui.model.results.county_result import Side
from cadre_tui.scoring.disclosure import Cell, Told, withheld
from cadre_tui.scoring.gathering import COUNTY, TOTAL, Group, Place

SIDES: Final = {Side.LEADERS: 0, Side.OTHERS: 1}
COLUMNS: Final = tuple(SIDES)

Pattern = tuple[tuple[Place, Told], ...]


class Sum(NamedTuple):
    """``whole`` is made up of ``parts``. Where one part alone is withheld, another one is, or the whole."""

    whole: str
    parts: tuple[str, ...]


def kept_back(
    places: Mapping[Place, Group], sums: Sequence[Sum], least: int, *, alike: bool
) -> dict[str, frozenset[Place]]:
    """Where each measure is withheld: nothing is told of fewer than ``least`` people.

    ``alike``: nor how people are spread over grades or bands where all are in the same one, nor a mean of all or of
    nothing of the points: that tells everybody's. A total's mean always may be told.
    """
    # The smallest places first: among those that would do as well, they are withheld.
    ordered = sorted(places, key=lambda place: (places[place].people, place.unit or "", place.side or ""))
    told: dict[str, dict[Place, Told]] = {}
    for place in ordered:
        for measure, people, one_alone in places[place].measured():
            # Beyond the minimum it is the same how many they are: so most measures have one pattern between them.
            told.setdefault(measure, {})[place] = Told(min(people, least), telling=one_alone and alike)
    known: dict[Pattern, frozenset[Place]] = {}
    found: dict[str, frozenset[Place]] = dict.fromkeys(told, frozenset())
    while True:
        before = found
        found = {measure: _safe(_marked(told[measure], found[measure]), least, known) for measure in told}
        found = _bound(found, told, sums)
        if found == before:
            return found


def _marked(cells: Mapping[Place, Told], hidden: frozenset[Place]) -> Pattern:
    return tuple((place, each._replace(telling=each.telling or place in hidden)) for place, each in cells.items())


def _safe(pattern: Pattern, least: int, known: dict[Pattern, frozenset[Place]]) -> frozenset[Place]:
    """What must be withheld of one measure, both ways round until nothing more is."""
    if pattern in known:
        return known[pattern]
    units = list(dict.fromkeys(place.unit for place, _told in pattern if place.unit is not None))
    at = {unit: column for column, unit in enumerate(units)}
    cells = dict(pattern)
    hidden: frozenset[Place] = frozenset(place for place, told in pattern if told.telling or told.raters < least)
    while hidden:
        marked = dict(_marked(cells, hidden))
        rows = withheld(
            {_by_unit(place): told for place, told in marked.items()}, least, confidential=True, alike=False
        )
        sides = withheld(
            {_by_side(place, at): told for place, told in marked.items()}, least, confidential=True, alike=False
        )
        more = {Place(each.row, None if each.column is None else COLUMNS[each.column]) for each in rows}
        more |= {
            Place(None if each.column is None else units[each.column], None if each.row is None else Side(each.row))
            for each in sides
        }
        if more <= hidden:
            break
        hidden |= more
    if _follows(cells, hidden):
        hidden = frozenset(cells)
    known[pattern] = hidden
    return hidden


def _follows(cells: Mapping[Place, Told], hidden: frozenset[Place]) -> bool:
    """Whether something withheld is the one missing cell of a line: nothing could protect it but to tell nothing.

    So it is where the county's people who have the measure are those of one unit, or of one side.
    """
    units = {place.unit for place in cells}
    sides = (None, *COLUMNS)
    lines = [[Place(unit, side) for unit in units] for side in sides]
    lines += [[Place(unit, side) for side in sides] for unit in units]
    return any(sum(each in hidden for each in line if each in cells) == 1 for line in lines)


def _by_unit(place: Place) -> Cell:
    return Cell(place.unit, None if place.side is None else SIDES[place.side])


def _by_side(place: Place, at: Mapping[str, int]) -> Cell:
    return Cell(None if place.side is None else place.side.value, None if place.unit is None else at[place.unit])


def _bound(
    found: Mapping[str, frozenset[Place]], told: Mapping[str, Mapping[Place, Told]], sums: Iterable[Sum]
) -> dict[str, frozenset[Place]]:
    """Withhold besides what would give a single withheld part away."""
    more = dict(found)
    for whole, parts in sums:
        asked = [each for each in parts if each in told]
        for place in {place for each in asked for place in more[each]}:
            hidden = [each for each in asked if place in more[each]]
            if len(hidden) != 1 or place not in told.get(whole, {}) or place in more[whole]:
                continue
            others = [each for each in asked if each not in hidden and place in told[each]]
            if whole != TOTAL:
                more[whole] |= {place}
            elif others:  # a total is never withheld to protect a part of it
                second = min(others, key=lambda each: told[each][place].raters)
                more[second] |= {place}
    return more


def levels_kept_back(
    levels: Mapping[str, Group], found: Mapping[str, frozenset[Place]], least: int, *, alike: bool
) -> dict[str, frozenset[str]]:
    """Of each measure the levels at which it is withheld: those of one side add up to that side, of both to all."""
    people = {level: {measure: told for measure, *told in group.measured()} for level, group in levels.items()}
    hidden: dict[str, frozenset[str]] = {}
    for measure in found:
        held: set[str] = set()
        for side in COLUMNS:
            there = {
                level: told[measure] for level, told in people.items() if Side.of(level) is side and measure in told
            }
            if COUNTY in found[measure] or Place(None, side) in found[measure]:
                held |= there.keys()
            else:
                telling = {level for level, (_people, one_alone) in there.items() if one_alone and alike}
                held |= _fewest({level: count for level, (count, _one) in there.items()}, least, telling)
        hidden[measure] = frozenset(held)
    return hidden


def _fewest(counts: Mapping[str, int], least: int, telling: set[str]) -> set[str]:
    """Those with too few, and as many more that they are two at least and together enough."""
    hidden = {each for each, people in counts.items() if people < least} | telling
    rest = sorted((each for each in counts if each not in hidden), key=lambda each: counts[each])
    while hidden and rest and (len(hidden) < 2 or sum(counts[each] for each in hidden) < least):
        hidden.add(rest.pop(0))
    return hidden

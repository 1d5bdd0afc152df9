"""People's figures put together: of a county, of each unit, of leaders and of all others, in one pass. Pure.

What goes in is what is shown of each person, so what comes out follows from it and tells of raters nothing more.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from cadre_tui.model.results.county_result import BANDS, Side

TOTAL: Final = "total"
GRADES: Final = "grades"
"""What is measured besides focal checks (see ``profile_key``) and criteria (by their keys, which hold a ``/``)."""

SPREAD: Final = "#"
"""After a measure's name: how people are spread over its bands."""


class Place(NamedTuple):
    """Some people together: of a ``unit`` (its id; None: of all), on a ``side`` (None: on both)."""

    unit: str | None = None
    side: Side | None = None


COUNTY: Final = Place()


@dataclass(frozen=True)
class OnePerson:
    """What is shown of one person: the total, the place of the grade in the round's list, each criterion's points.

    A criterion stands there with what it could have brought and the measure of its focal check, if it has one.
    """

    unit: str
    level: str
    total: Decimal | None
    grade: int | None
    points: Mapping[str, tuple[Decimal, Decimal, str | None]]

    @property
    def side(self) -> Side:
        """Whether it is a leader."""
        return Side.of(self.level)


@dataclass
class Tally:
    """How many people, and what they reached: sums of points by what those could have been; people by ``BANDS``."""

    people: int = 0
    sums: dict[Decimal, Decimal] = field(default_factory=dict)
    bands: list[int] = field(default_factory=lambda: [0] * len(BANDS))

    def add(self, reached: Decimal, full: Decimal) -> None:
        """One more."""
        self.people += 1
        self.sums[full] = self.sums.get(full, Decimal(0)) + reached
        self.bands[next((at for at, least in enumerate(BANDS) if 100 * reached >= least * full), -1)] += 1

    def join(self, other: "Tally") -> None:
        """All of another one."""
        self.people += other.people
        for full, reached in other.sums.items():
            self.sums[full] = self.sums.get(full, Decimal(0)) + reached
        self.bands = [one + two for one, two in zip(self.bands, other.bands, strict=True)]

    @property
    def at_an_end(self) -> bool:
        """Whether everybody reached everything, or nothing: the mean alone tells that."""
        return self.mean in (0, 1)

    @property
    def mean(self) -> Fraction:
        """The mean of the people's shares of their full points, 0 to 1; there must be somebody."""
        return (
            sum((Fraction(reached) / Fraction(full) for full, reached in self.sums.items()), Fraction(0))
            / self.people
        )


def _one_alone(counts: Sequence[int]) -> bool:
    return sum(each > 0 for each in counts) == 1


@dataclass
class Group:
    """Everything of some people together. ``grades`` are counted by their places, at the end those without one."""

    grades: list[int]
    people: int = 0
    totals: list[Decimal] = field(default_factory=list)
    shares: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, one: OnePerson) -> None:
        """One person more."""
        self.people += 1
        if one.total is not None:
            self.totals.append(one.total)
            self.grades[-1 if one.grade is None else one.grade] += 1
        whole: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
        for key, (reached, full, focus) in one.points.items():
            self.shares[key].add(reached, full)
            if focus is not None:
                whole[focus][0] += reached
                whole[focus][1] += full
        for focus, (reached, full) in whole.items():
            self.shares[focus].add(reached, full)

    def join(self, other: "Group") -> None:
        """All the people of another one."""
        self.people += other.people
        self.totals += other.totals
        self.grades = [one + two for one, two in zip(self.grades, other.grades, strict=True)]
        for key, tally in other.shares.items():
            self.shares[key].join(tally)

    def measured(self) -> Iterator[tuple[str, int, bool]]:
        """Every measure that somebody has, how many have it, and whether it tells that all are in one place."""
        if self.totals:
            yield TOTAL, len(self.totals), False
            yield GRADES, len(self.totals), _one_alone(self.grades)
        for key, tally in self.shares.items():
            yield key, tally.people, tally.at_an_end
            yield key + SPREAD, tally.people, _one_alone(tally.bands)


class Gathering:
    """Takes people one by one, and answers any place's group."""

    def __init__(self, grades: int) -> None:
        self._grades = grades
        self._cells: dict[tuple[str, str], Group] = {}

    def add(self, one: OnePerson) -> None:
        """One person more."""
        self._cells.setdefault((one.unit, one.level), self._empty()).add(one)

    def _empty(self) -> Group:
        return Group([0] * (self._grades + 1))

    def _joined(self, cells: Mapping[tuple[str, str], Group]) -> Group:
        whole = self._empty()
        for each in cells.values():
            whole.join(each)
        return whole

    def places(self) -> dict[Place, Group]:
        """The county, its units, and of each the two sides; only where there is somebody."""
        found: dict[Place, Group] = {COUNTY: self._empty()}
        for (unit, level), group in self._cells.items():
            side = Side.of(level)
            for place in (COUNTY, Place(None, side), Place(unit), Place(unit, side)):
                found.setdefault(place, self._empty()).join(group)
        return found

    def levels(self) -> dict[str, Group]:
        """Each level, of the whole county."""
        found: dict[str, Group] = {}
        for (_unit, level), group in self._cells.items():
            found.setdefault(level, self._empty()).join(group)
        return found

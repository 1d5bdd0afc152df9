"""One unit's task: who is there, who may rate whom, and how many each gives and gets."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cadre_tui.model.rounds.allocation import AllocationRules, Bar, Barred, Pair, Participant

Numbered = tuple[int, int]
"""A pair by the numbers of rater and subject: numbers, unlike texts, go into sets in the same order in every run."""


def bar(pair: Pair, people: Mapping[str, Participant], rules: AllocationRules) -> Bar | None:
    """Why the pair may not be; None where it may. Other units are barred only where balance is asked for."""
    rater, subject = people.get(pair.rater), people.get(pair.subject)
    if pair.rater == pair.subject:
        return Bar.SELF
    if rater is None or subject is None or not rater.rates or not subject.rated:
        return Bar.UNKNOWN
    if pair in rules.conflicts:
        return Bar.CONFLICT
    if rater.superior == subject.id and not rules.upwards:
        return Bar.SUPERIOR
    if subject.superior == rater.id and not rules.downwards:
        return Bar.SUBORDINATE
    return Bar.OTHER_UNIT if rules.raters_each is not None and rater.unit != subject.unit else None


@dataclass(frozen=True)
class Case:
    """A unit's people by number, in the order of their ids. ``barred`` holds neither oneself nor what is allowed."""

    unit: str
    ids: tuple[str, ...]
    raters: tuple[int, ...]
    subjects: tuple[int, ...]
    each: int
    barred: Mapping[Numbered, Bar]

    @property
    def total(self) -> int:
        """Ratings in all."""
        return self.each * len(self.subjects)

    @cached_property
    def least(self) -> int:
        """How many cadres each rater gets at least."""
        return self.total // len(self.raters) if self.raters else 0

    @cached_property
    def one_more(self) -> int:
        """How many raters get one more than that."""
        return self.total - self.least * len(self.raters)

    def given_by(self, count: int) -> int:
        """How many ratings so many raters can give at most."""
        return self.least * count + min(self.one_more, count)

    def allowed(self, rater: int, subject: int) -> bool:
        """Whether one may rate the other."""
        return rater != subject and (rater, subject) not in self.barred

    def named(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(self.ids[each] for each in sorted(numbers))

    def pair(self, numbered: Numbered) -> Pair:
        """The pair by ids."""
        return Pair(self.ids[numbered[0]], self.ids[numbered[1]])

    def told_bars(self, raters: Collection[int], subjects: Collection[int]) -> tuple[Barred, ...]:
        """What is barred between some raters and some subjects, oneself included."""
        found = {(each, each): Bar.SELF for each in raters if each in subjects}
        if len(raters) * len(subjects) < len(self.barred):
            among: Iterable[Numbered] = ((rater, subject) for rater in raters for subject in subjects)
        else:
            among = self.barred
        for rater, subject in among:
            if rater in raters and subject in subjects and (rater, subject) in self.barred:
                found[rater, subject] = self.barred[rater, subject]
        return tuple(Barred(pair=self.pair(each), bar=found[each]) for each in sorted(found))


def cases(people: Iterable[Participant], rules: AllocationRules) -> Iterator[Case]:
    """A case a unit, in the order of the units' names, whatever the order of the people."""
    of_unit: dict[str, list[Participant]] = {}
    for each in sorted(people, key=lambda each: (each.unit, each.id)):
        of_unit.setdefault(each.unit, []).append(each)
    number = {each.id: at for unit in of_unit.values() for at, each in enumerate(unit)}
    unit_of = {each.id: name for name, unit in of_unit.items() for each in unit}
    conflicts: dict[str, dict[Numbered, Bar]] = {unit: {} for unit in of_unit}
    for pair in rules.conflicts:
        unit = unit_of.get(pair.rater)
        if unit is not None and unit == unit_of.get(pair.subject) and pair.rater != pair.subject:
            conflicts[unit][number[pair.rater], number[pair.subject]] = Bar.CONFLICT
    for name, unit_people in of_unit.items():
        barred = conflicts[name]
        for at, each in enumerate(unit_people):
            if each.superior == each.id or unit_of.get(each.superior) != name:
                continue
            if not rules.upwards:
                barred.setdefault((at, number[each.superior]), Bar.SUPERIOR)
            if not rules.downwards:
                barred.setdefault((number[each.superior], at), Bar.SUBORDINATE)
        yield Case(
            unit=name,
            ids=tuple(each.id for each in unit_people),
            raters=tuple(at for at, each in enumerate(unit_people) if each.rates),
            subjects=tuple(at for at, each in enumerate(unit_people) if each.rated),
            each=rules.raters_each or 0,
            barred=dict(sorted(barred.items())),
        )

"""How sure each person's total is, by the round's rule and its rater groups' weights."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.scoring.analysis.figure_errors import Column, Error, errors
from cadre_tui.scoring.analysis.free import FEWEST_FREE
from cadre_tui.services.results.quality.rated_totals import Totals
from cadre_tui.services.results.reader import Found, Reader


@dataclass(frozen=True)
class Errors:
    """By person, points either way with 95 %: ``each`` for whoever works with them, ``told`` as people see their own.

    None is told that was estimated from few differences, which would be these people's own, and none where a rater
    group's figure is kept back: it would tell how many were in that group.
    """

    each: Mapping[str, Fraction] = field(default_factory=dict)
    told: Mapping[str, Decimal] = field(default_factory=dict)


class Votes:
    """Everybody's votes by checklist, gathered while people pass by."""

    def __init__(self) -> None:
        self._of: defaultdict[str, dict[str, tuple[Column, ...]]] = defaultdict(dict)
        self._keeping_back: set[str] = set()

    def add(self, found: Found) -> None:
        """Take in what colleagues gave one person."""
        for checklist, peers in found.peers.items():
            columns = tuple(Column(share, tuple(votes)) for share, votes in peers.votes() if votes)
            if columns:
                self._of[checklist][found.subject.id] = columns
            if any(peers.kept_back(at) for at in range(len(peers.groups))):
                self._keeping_back.add(found.subject.id)

    def errors(self, reader: Reader, totals: Totals) -> Errors:
        """Of everybody's total, where the round's rule allows an honest one."""
        rules = reader.held.rules
        if rules.adopt == "adjusted":
            by_checklist = {key: _adjusted(reader, totals) for key in self._of} if self._can_be_adjusted() else {}
        else:
            rule = rules.rule if isinstance(rules.rule, Rule) else None  # how sure a plugin's is, nobody knows
            by_checklist = {key: errors(rule, people) for key, people in self._of.items()} if rule else {}
        each: dict[str, Fraction] = {}
        told: dict[str, Decimal] = {}
        for person in reader.circle.people:
            parts = [(share, by_checklist.get(key, {}).get(person.id)) for key, share in _shares(reader, person)]
            known = [(share, error) for share, error in parts if error is not None]
            if not known or len(known) < len(parts):
                continue
            # The same colleagues fill in all checklists: at the most they err alike in each.
            each[person.id] = sum((share * Fraction(error.points) for share, error in known), Fraction(0))
            if person.id not in self._keeping_back and min(error.free for _share, error in known) >= FEWEST_FREE:
                told[person.id] = round_half_up(each[person.id], 6)
        return Errors(each, told)

    def _can_be_adjusted(self) -> bool:
        """Whether colleagues' figure is the adjusted one itself: of one checklist, and not weighed from groups."""
        return len(self._of) == 1 and all(len(own) == 1 for people in self._of.values() for own in people.values())


def _adjusted(reader: Reader, totals: Totals) -> Mapping[str, Error]:
    counted = [each for each in totals.ratings if each.rater not in reader.voided]
    if not counted:
        return {}
    from cadre_tui.scoring.analysis.analysing import errors_of_adjusted  # noqa: PLC0415 - numpy, where it is asked for
    from cadre_tui.scoring.analysis.ratings import ratings_of  # noqa: PLC0415

    return errors_of_adjusted(ratings_of(counted))


def _shares(reader: Reader, subject: Person) -> Iterator[tuple[str, Fraction]]:
    """How much of somebody's total colleagues' figure by each checklist is."""
    uses = [
        (purpose, checklist.id, Fraction(use.weight))
        for use, (purpose, checklist) in zip(reader.held.rules.use, reader.uses, strict=True)
        if use.weight and checklist.meant_for(subject.level, purpose)
    ]
    whole = _sum(weight for _purpose, _checklist, weight in uses)
    for purpose, checklist, weight in uses:
        if purpose is Purpose.PEER:
            yield checklist, weight / whole


def _sum(weights: Iterable[Fraction]) -> Fraction:
    return sum(weights, Fraction(0))

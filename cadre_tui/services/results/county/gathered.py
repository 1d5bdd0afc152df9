"""One round's people put together in one pass: which criteria are told, by whose answers, and what each reached."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.results.county_result import CriterionAsked
from cadre_tui.model.results.result import CriterionResult, Result
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.model.text import Text
from cadre_tui.scoring.gathering import TOTAL, Gathering, OnePerson
from cadre_tui.scoring.small_groups import Sum
from cadre_tui.services.results.reader import Use

Progress = Callable[[int, int], None]
"""Told so many people of so many; what it raises ends the work."""

TOLD_BY = (Purpose.PEER, Purpose.CHECK, Purpose.SELF)
"""By whose answers a criterion is told: the first of these whom the round asks for its checklist."""


@dataclass(frozen=True)
class Asked:
    """What is told of a round's people: the criteria that count points in the base sections, and the grades."""

    rules: RoundRules
    criteria: tuple[CriterionAsked, ...]
    checklists: Mapping[str, Checklist]
    rule_by: PinnedRule | None = None

    @property
    def full(self) -> Decimal:
        """What a total can be at most: the checklists' totals by their weights; where nothing weighs, a hundred."""
        by_name = {name: each for each in self.checklists.values() for name in (each.id, each.name)}
        weights = sum((use.weight for use in self.rules.use), Decimal(0))
        return sum((use.weight * by_name[use.checklist].total for use in self.rules.use), Decimal(0)) / (
            weights or 1
        ) or Decimal(100)

    @property
    def sums(self) -> tuple[Sum, ...]:
        """Which figures are made up of which."""
        return (
            Sum(TOTAL, tuple(each.key for each in self.criteria)),
            *(Sum(profile, keys) for profile, keys in self.profile.items()),
        )

    @property
    def profile(self) -> dict[str, tuple[str, ...]]:
        """The focal checks, as measures, with the criteria of each."""
        found: dict[str, tuple[str, ...]] = {}
        for each in self.criteria:
            if each.profile is not None:
                found[each.profile] = (*found.get(each.profile, ()), each.key)
        return found


def asked_of(held: Round, uses: Iterable[Use]) -> Asked:
    """What a round asks; the same checklist is told once, however many fill it."""
    by: dict[str, set[Purpose]] = {}
    checklists: dict[str, Checklist] = {}
    for purpose, checklist in uses:
        by.setdefault(checklist.name, set()).add(purpose)
        checklists[checklist.name] = checklist
    criteria = tuple(
        CriterionAsked(
            key=f"{checklist.id}/{criterion.id}",
            checklist=checklist.name,
            criterion=criterion.id,
            section=section.title,
            text=criterion.text,
            focus=criterion.focus,
            points=criterion.points,
            by=next(each for each in TOLD_BY if each in by[checklist.name]),
            guidance=criterion.guidance,
        )
        for checklist in checklists.values()
        for section in checklist.section
        if section.kind == "base"
        for criterion in section.criterion
        if criterion.points > 0
    )
    return Asked(held.rules, criteria, checklists, held.rule_by)


def gather(asked: Asked, results: Iterable[Result], progress: Progress | None, count: int) -> Gathering:
    """Everybody's figures as they are shown of each person; what is withheld of a person goes into nothing."""
    grades = {each.text: at for at, each in enumerate(asked.rules.grade)}
    criteria = {(each.checklist, each.criterion): each for each in asked.criteria}
    gathering = Gathering(len(asked.rules.grade))
    for done, result in enumerate(results, start=1):
        gathering.add(_one(result, grades, criteria))
        if progress is not None:
            progress(done, count)
    return gathering


def _one(result: Result, grades: Mapping[Text, int], criteria: Mapping[tuple[str, str], CriterionAsked]) -> OnePerson:
    points = {}
    for row in result.criteria:
        asked = criteria.get((row.checklist, row.criterion))
        reached = _figure(row, asked.by) if asked else None
        if asked is not None and reached is not None:
            points[asked.key] = (reached, asked.points, asked.profile)
    grade = grades.get(result.grade) if result.grade is not None else None
    return OnePerson(result.subject.unit, result.subject.level, result.total, grade, points)


def _figure(row: CriterionResult, by: Purpose) -> Decimal | None:
    return {Purpose.PEER: row.peers, Purpose.CHECK: row.inspection, Purpose.SELF: row.own}[by]

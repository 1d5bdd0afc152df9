"""One response, scored: criteria, then sections, then the total and its grade."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from cadre_tui.kinds.kind import Setting, setting_of
from cadre_tui.kinds.line import clamp
from cadre_tui.kinds.registry import kind
from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Checklist, Criterion, Section
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.score_sheet import CriterionScore, ScoreSheet, SectionScore, Step
from cadre_tui.model.summing import summed
from cadre_tui.scoring.grading import grade
from cadre_tui.scoring.known_kinds import need_kinds
from cadre_tui.scoring.missing import missing
from cadre_tui.scoring.visibility import visible

NOTHING: Final = Fraction(0)

CHOICE_ALONE: Final = (frozenset({"choice"}),)
"""The shape of a kind whose answer is a choice and nothing else: who chooses the same earns the same."""


def score(checklist: Checklist, answers: Mapping[str, Answer]) -> ScoreSheet:
    """The score sheet of one response. Answers under hidden criteria are ignored.

    Raises:
        BadInput: where the checklist needs a plugin's kind or scorer.
    """
    sheet = Scorer(checklist).score(answers)
    return sheet.model_copy(update={"missing": missing(checklist, answers)})


class Scorer:
    """Scores any number of responses to one checklist: what a choice earns is worked out once.

    It is for what was handed in, in which nothing is missing: that alone it does not look for.

    Raises:
        BadInput: where the checklist needs a plugin's kind or scorer.
    """

    def __init__(self, checklist: Checklist) -> None:
        need_kinds(checklist)
        self._checklist = checklist
        self._sections = [(each, Setting(checklist, each)) for each in checklist.section]
        self._points = [summed(Fraction(each.points) for each in section.criterion) for section in checklist.section]
        self._always_shown = None if any(each.show_when for each in checklist.criteria()) else visible(checklist, {})
        self._choices = {each.id for each in checklist.criteria() if kind(each.kind).shapes == CHOICE_ALONE}
        self._chosen: dict[tuple[str, str], CriterionScore] = {}

    def score(self, answers: Mapping[str, Answer], *, told: bool = True) -> ScoreSheet:
        """The score sheet of one response. Answers under hidden criteria are ignored.

        ``told``: with the steps of the total and the sections, which nobody reads of one colleague among many.
        """
        checklist = self._checklist
        shown = visible(checklist, answers) if self._always_shown is None else self._always_shown
        scored = [
            (section, [self._criterion(each, answers, shown, setting) for each in section.criterion])
            for section, setting in self._sections
        ]
        sections = tuple(_section(*each, points) for each, points in zip(scored, self._points, strict=True))
        total, exact, steps = _total(checklist, list(zip(checklist.section, sections, strict=True)))
        graded = grade(checklist, answers, shown, total)
        return ScoreSheet(
            checklist=checklist.name,
            digest=checklist.digest,
            total=total,
            grade=graded.grade,
            veto=graded.veto,
            missing=(),
            sections=tuple(each.sheet for each in sections),
            criteria=tuple(each for _, criteria in scored for each in criteria),
            why=(*(each.step() for each in sections), *steps, *graded.why) if told else (),
            exact=exact,
        )

    def _criterion(
        self, criterion: Criterion, answers: Mapping[str, Answer], shown: frozenset[str], setting: Setting
    ) -> CriterionScore:
        answer = answers.get(criterion.id)
        choice = answer.choice if answer and not answer.na and criterion.id in self._choices else None
        if choice is None or criterion.id not in shown:
            return _criterion(criterion, answers, shown, setting)
        known = self._chosen.get((criterion.id, choice))
        if known is None:
            known = self._chosen[criterion.id, choice] = _criterion(criterion, answers, shown, setting)
        return known


def running(checklist: Checklist, criterion: Criterion, answer: Answer | None) -> CriterionScore:
    """What one answer earns, for the number that stands beside it while it is typed."""
    answers = {} if answer is None else {criterion.id: answer}
    return _criterion(criterion, answers, frozenset({criterion.id}), setting_of(criterion, checklist))


def _criterion(
    criterion: Criterion, answers: Mapping[str, Answer], shown: frozenset[str], setting: Setting
) -> CriterionScore:
    answer = answers.get(criterion.id)
    if criterion.id not in shown:
        result, why = _hidden(criterion)
    elif answer is None or not answer.given:
        result, why = _unanswered(criterion)
    else:
        result, why = _answered(criterion, answer, setting)
    return CriterionScore(
        id=criterion.id, section=setting.section.id, score=result, points=Fraction(criterion.points), why=why
    )


def _hidden(criterion: Criterion) -> tuple[Fraction | None, tuple[Step, ...]]:
    return None, (_step("hidden", criterion),)


def _unanswered(criterion: Criterion) -> tuple[Fraction | None, tuple[Step, ...]]:
    """Required: 0, and in the denominator; optional or without points: out."""
    if not criterion.required:
        return None, (_step("unanswered-optional", criterion),)
    if not kind(criterion.kind).scored:
        return None, (_step("unanswered-information", criterion),)
    return Fraction(0), (_step("unanswered", criterion),)


def _answered(criterion: Criterion, answer: Answer, setting: Setting) -> tuple[Fraction | None, tuple[Step, ...]]:
    itself = kind(criterion.kind)
    if not answer.na:
        earned = itself.score(criterion, answer, setting)
        return earned.score, earned.why
    if not itself.scored:
        return None, (_step("na-information", criterion),)
    if not setting.base:
        return None, (_step("na-outside", criterion),)
    match setting.checklist.na_rule:
        case "full":
            return Fraction(criterion.points), (_step("na-full", criterion, result=Fraction(criterion.points)),)
        case "zero":
            return Fraction(0), (_step("na-zero", criterion),)
        case _:
            return None, (_step("na-out", criterion),)


@dataclass(frozen=True)
class _Section:
    """A section's row of the sheet, what it adds to the total, and the points of it that are in."""

    sheet: SectionScore
    adds: Fraction
    points_in: Fraction
    code: str
    values: Mapping[str, Any]

    def step(self) -> Step:
        """How the section came about."""
        return Step(code=self.code, values=self.values)


def _section(section: Section, criteria: list[CriterionScore], points: Fraction) -> _Section:
    scores = [(each, each.score) for each in criteria if each.score is not None]
    earned = summed(score for _, score in scores)
    adds = clamp(earned, section.cap)
    points_in = points if len(scores) == len(criteria) else summed(each.points for each, _ in scores)
    values: dict[str, Any] = {"section": section.id, "sum": earned, "result": adds, "count": len(scores)}
    values |= {"cap": section.cap if adds != earned else None, "points": points_in}
    sheet = SectionScore(id=section.id, score=adds if scores else None, points=points, points_in=points_in)
    return _Section(sheet, adds, points_in, f"section-{section.kind}", values)


def _total(
    checklist: Checklist, sections: list[tuple[Section, _Section]]
) -> tuple[Decimal | None, Fraction | None, Iterable[Step]]:
    """Base sections rescaled to the points that are in, plus bonus and penalty, not below 0: rounded, and exact."""
    base = [(section, each) for section, each in sections if section.kind == "base"]
    earned = summed(each.adds for _, each in base)
    points_in = summed(each.points_in for _, each in base)
    points = summed(each.sheet.points for _, each in base)
    if points and not points_in:
        return None, None, (Step(code="nothing-in", values={"points": points}),)
    full = Fraction(checklist.total)
    start = earned * full / points_in if points else Fraction(0)
    outside = [each.adds for section, each in sections if section.kind != "base"]
    exact = start + summed(outside) if outside else start
    whole = exact if exact.numerator > 0 else NOTHING
    total = round_half_up(whole, checklist.rounding.places)
    values = {"earned": earned, "total": full, "points": points_in, "result": start}
    return total, whole, _total_steps(values, bool(points), outside, exact, total, checklist.rounding.places)


def _total_steps(
    values: dict[str, Any], has_base: bool, outside: list[Fraction], exact: Fraction, total: Decimal, places: int
) -> Iterator[Step]:
    if has_base:
        yield Step(code="base" if values["points"] == values["total"] else "base-rescaled", values=values)
    else:
        yield Step(code="credits-only")
    if outside:
        yield Step(code="outside", values={"start": values["result"], "added": tuple(outside), "result": exact})
    if exact.numerator < 0:
        yield Step(code="floor", values={"raw": exact})
        exact = NOTHING
    if total.as_integer_ratio() != exact.as_integer_ratio():
        yield Step(code="rounded", values={"raw": exact, "places": places, "result": total})


def _step(code: str, criterion: Criterion, **values: Any) -> Step:
    return Step(code=code, values={"criterion": criterion.id, "points": criterion.points, **values})

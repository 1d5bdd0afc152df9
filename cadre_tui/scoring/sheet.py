"""One response, scored: criteria, then sections, then the total and its grade."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cadre_tui.kinds.kind import Setting, setting_of
from cadre_tui.kinds.line import clamp
from cadre_tui.kinds.registry import kind
from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Checklist, Criterion, Section
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.score_sheet import CriterionScore, ScoreSheet, SectionScore, Step
from cadre_tui.scoring.grading import grade
from cadre_tui.scoring.known_kinds import need_kinds
from cadre_tui.scoring.missing import missing
from cadre_tui.scoring.visibility import visible


def score(checklist: Checklist, answers: Mapping[str, Answer]) -> ScoreSheet:
    """The score sheet of one response. Answers under hidden criteria are ignored.

    Raises:
        BadInput: where the checklist needs a plugin's kind or scorer.
    """
    need_kinds(checklist)
    shown = visible(checklist, answers)
    scored = [
        (section, [_criterion(each, answers, shown, Setting(checklist, section)) for each in section.criterion])
        for section in checklist.section
    ]
    sections = tuple(_section(section, criteria) for section, criteria in scored)
    total, exact, steps = _total(checklist, list(zip(checklist.section, sections, strict=True)))
    graded = grade(checklist, answers, shown, total)
    return ScoreSheet(
        checklist=checklist.name,
        digest=checklist.digest,
        total=total,
        grade=graded.grade,
        veto=graded.veto,
        missing=missing(checklist, answers),
        sections=tuple(each.sheet for each in sections),
        criteria=tuple(each for _, criteria in scored for each in criteria),
        why=(*(step for each in sections for step in each.why), *steps, *graded.why),
        exact=exact,
    )


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
    why: tuple[Step, ...]


def _section(section: Section, criteria: list[CriterionScore]) -> _Section:
    scores = [(each, each.score) for each in criteria if each.score is not None]
    summed = sum((earned for _, earned in scores), Fraction(0))
    adds = clamp(summed, section.cap)
    points_in = sum((each.points for each, _ in scores), Fraction(0))
    points = sum((each.points for each in criteria), Fraction(0))
    values: dict[str, Any] = {"section": section.id, "sum": summed, "result": adds, "count": len(scores)}
    values |= {"cap": section.cap if adds != summed else None, "points": points_in}
    sheet = SectionScore(id=section.id, score=adds if scores else None, points=points, points_in=points_in)
    return _Section(sheet, adds, points_in, (Step(code=f"section-{section.kind}", values=values),))


def _total(
    checklist: Checklist, sections: list[tuple[Section, _Section]]
) -> tuple[Decimal | None, Fraction | None, tuple[Step, ...]]:
    """Base sections rescaled to the points that are in, plus bonus and penalty, not below 0: rounded, and exact."""
    base = [(section, each) for section, each in sections if section.kind == "base"]
    earned = sum((each.adds for _, each in base), Fraction(0))
    points_in = sum((each.points_in for _, each in base), Fraction(0))
    points = sum((Fraction(criterion.points) for section, _ in base for criterion in section.criterion), Fraction(0))
    if points and not points_in:
        return None, None, (Step(code="nothing-in", values={"points": points}),)
    full = Fraction(checklist.total)
    start = earned * full / points_in if points else Fraction(0)
    outside = [each.adds for section, each in sections if section.kind != "base"]
    exact = start + sum(outside, Fraction(0))
    whole = max(Fraction(0), exact)
    total = round_half_up(whole, checklist.rounding.places)
    values = {"earned": earned, "total": full, "points": points_in, "result": start}
    return total, whole, tuple(_total_steps(values, bool(points), outside, exact, total, checklist.rounding.places))


def _total_steps(
    values: dict[str, Any], has_base: bool, outside: list[Fraction], exact: Fraction, total: Any, places: int
) -> Iterator[Step]:
    if has_base:
        yield Step(code="base" if values["points"] == values["total"] else "base-rescaled", values=values)
    else:
        yield Step(code="credits-only")
    if outside:
        yield Step(code="outside", values={"start": values["result"], "added": tuple(outside), "result": exact})
    if exact < 0:
        yield Step(code="floor", values={"raw": exact})
    if Fraction(total) != max(Fraction(0), exact):
        yield Step(code="rounded", values={"raw": max(Fraction(0), exact), "places": places, "result": total})


def _step(code: str, criterion: Criterion, **values: Any) -> Step:
    return Step(code=code, values={"criterion": criterion.id, "points": criterion.points, **values})

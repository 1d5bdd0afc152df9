"""From a total to a grade: the first that holds, and the vetoes that pull it down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Checklist, Comparison
from cadre_tui.scoring.visibility import holds

Met = Callable[[Comparison, str], bool]
"""Whether a comparison holds on the answer to the criterion of that id."""


@dataclass(frozen=True)
class Graded:
    """The grade's code, the criterion whose veto has the lowest grade, and why."""

    grade: str | None
    veto: str | None
    why: tuple[Step, ...]


def grade(
    checklist: Checklist, answers: Mapping[str, Answer], shown: frozenset[str], total: Decimal | None
) -> Graded:
    """The grade of a rounded total; where there is no total only a veto gives one."""
    if not checklist.grade:
        return Graded(None, None, ())
    criteria = {criterion.id: criterion for criterion in checklist.criteria()}

    def met(comparison: Comparison, named: str) -> bool:
        return named in shown and holds(comparison, criteria[named], answers.get(named))

    order = {each.code: position for position, each in enumerate(checklist.grade)}
    earned, steps = _earned(checklist, total, met)
    vetoes = [
        (order[each.veto.grade], each.id)
        for each in checklist.criteria()
        if each.veto and each.id in shown and met(each.veto.when, each.veto.when.criterion or each.id)
    ]
    if not vetoes:
        return Graded(earned, None, tuple(steps))
    lowest = max(position for position, _ in vetoes)
    criterion_id = next(each for position, each in vetoes if position == lowest)
    pulls = earned is None or order[earned] < lowest
    final = checklist.grade[lowest].code if pulls else earned
    values = {"criterion": criterion_id, "grade": checklist.grade[lowest].code, "earned": earned}
    steps.append(Step(code="veto" if pulls else "veto-no-lower", values=values))
    return Graded(final, criterion_id, tuple(steps))


def _earned(checklist: Checklist, total: Decimal | None, met: Met) -> tuple[str | None, list[Step]]:
    steps: list[Step] = []
    if total is None or not checklist.grade:
        return None, steps
    for each in checklist.grade:
        if total < each.min:
            continue
        unmet = next((condition for condition in each.require if not met(condition, condition.criterion)), None)
        values = {"grade": each.code, "min": each.min, "total": total}
        if unmet is None:
            steps.append(Step(code="grade", values=values))
            return each.code, steps
        steps.append(Step(code="require-unmet", values={**values, "criterion": unmet.criterion}))
    steps.append(Step(code="grade-none", values={"total": total}))
    return None, steps

"""Which criteria are asked, and when a condition holds."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Checklist, Comparison, Criterion


def visible(checklist: Checklist, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The ids of the criteria that are not hidden. On a hidden one no condition holds, so hiding spreads."""
    criteria = {criterion.id: criterion for section in checklist.section for criterion in section.criterion}
    if not any(criterion.show_when for criterion in criteria.values()):
        return frozenset(criteria)
    shown: dict[str, bool] = {}
    for criterion in criteria.values():
        trail = [criterion]
        # Follow the chain up to something that is known or has no condition, then come back down.
        while (condition := trail[-1].show_when) and condition.criterion not in shown and len(trail) <= len(criteria):
            trail.append(criteria[condition.criterion])
        for each in reversed(trail):
            condition = each.show_when
            shown[each.id] = condition is None or (
                shown.get(condition.criterion, False)
                and holds(condition, criteria[condition.criterion], answers.get(condition.criterion))
            )
    return frozenset(criterion_id for criterion_id, is_shown in shown.items() if is_shown)


def holds(comparison: Comparison, criterion: Criterion, answer: Answer | None) -> bool:
    """Whether the answer to ``criterion``, which is not hidden, is as compared: every key that is there must hold."""
    if answer is None or answer.na or not answer.given:
        return False
    value = kind_of(criterion).value(criterion, answer, comparison.line)
    if value is None:
        return False
    if comparison.equal is not None and not same(value, comparison.equal):
        return False
    if comparison.any_of is not None and not any(same(value, each) for each in comparison.any_of):
        return False
    if comparison.at_least is not None and not _ordered(comparison.at_least, value):
        return False
    return comparison.at_most is None or _ordered(value, comparison.at_most)


def same(one: Any, other: Any) -> bool:
    """Equal and alike: yes is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(_exact(one) == _exact(other))


def _ordered(low: Any, high: Any) -> bool:
    if isinstance(low, date) is not isinstance(high, date) or isinstance(low, str) or isinstance(high, str):
        return False
    return bool(_exact(low) <= _exact(high))


def _exact(value: Any) -> Any:
    """Numbers as fractions, so that one third is compared as one third."""
    return value if isinstance(value, str | date) else Fraction(value)

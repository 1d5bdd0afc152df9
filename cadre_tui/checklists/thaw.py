"""A frozen copy -> the checklist that it was made of."""

from collections.abc import Mapping
from typing import Any, TypeVar

from cadre_tui.checklists.assemble import assemble
from cadre_tui.checklists.canonical import digest
from cadre_tui.kinds.kind import Setting
from cadre_tui.kinds.registry import at_hand, kind_of
from cadre_tui.model.checklists.checklist import Checklist, Comparison, Criterion
from cadre_tui.model.fault import StoreFailure

T = TypeVar("T", bound=Comparison)


def thaw(form: Mapping[str, Any]) -> Checklist:
    """The checklist of a canonical form, with the same digest.

    It was judged when it was frozen and is not judged again: rules that a later program adds do not reach it. A
    criterion whose kind is not at hand keeps what was written of it, and earns no score.

    Raises:
        StoreFailure: where it is no frozen checklist at all.
    """
    raw = dict(form)
    draft = assemble(raw, frozen=True, find=at_hand)
    if draft.faults:
        raise StoreFailure(
            "frozen-checklist-damaged", tuple(draft.faults), name=f"{raw.get('id')}|{raw.get('version')}"
        )
    return with_typed_conditions(draft.checklist).model_copy(update={"digest": digest(raw), "canonical": raw})


def with_typed_conditions(checklist: Checklist) -> Checklist:
    """Numbers and days in ``is`` and ``any_of`` are text in a frozen copy: the kinds know which they are."""
    at = {each.id: (each, Setting(checklist, section)) for section in checklist.section for each in section.criterion}

    def typed(comparison: T, named: str) -> T:
        criterion, setting = at[named]
        comparable = kind_of(criterion).compared(criterion, comparison.line, setting)

        def value(frozen: Any) -> Any:
            return comparable.thawed(frozen) if isinstance(frozen, str) else frozen

        any_of = None if comparison.any_of is None else tuple(value(each) for each in comparison.any_of)
        return comparison.model_copy(update={"equal": value(comparison.equal), "any_of": any_of})

    def criterion_typed(criterion: Criterion) -> Criterion:
        changes: dict[str, Any] = {}
        if criterion.show_when:
            changes["show_when"] = typed(criterion.show_when, criterion.show_when.criterion)
        if criterion.veto:
            when = typed(criterion.veto.when, criterion.veto.when.criterion or criterion.id)
            changes["veto"] = criterion.veto.model_copy(update={"when": when})
        return criterion.model_copy(update=changes) if changes else criterion

    sections = tuple(
        section.model_copy(update={"criterion": tuple(criterion_typed(each) for each in section.criterion)})
        for section in checklist.section
    )
    grades = tuple(
        grade.model_copy(update={"require": tuple(typed(each, each.criterion) for each in grade.require)})
        for grade in checklist.grade
    )
    return checklist.model_copy(update={"section": sections, "grade": grades})

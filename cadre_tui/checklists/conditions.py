"""``show_when``, ``require`` and ``veto``: what they name is there, is alike, and can hold."""

from collections.abc import Iterator
from typing import Any

from cadre_tui.checklists.draft import Draft
from cadre_tui.kinds.comparable import Comparable, any_possible
from cadre_tui.kinds.kind import Setting
from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.checklists.checklist import Comparison, Criterion
from cadre_tui.model.codes import checklists as codes


def check_conditions(draft: Draft) -> None:
    """Note every condition that cannot work, and every circle of ``show_when``."""
    readable = {criterion.id: (criterion, setting) for _, criterion, setting in draft.criteria()}
    for path, comparison, named in _conditions(draft):
        if named not in draft.criterion_ids:
            draft.add(codes.UNKNOWN_CRITERION, f"{path}.criterion", name=named, known=draft.criterion_ids)
        elif named in readable:
            _check_comparison(draft, path, comparison, *readable[named])
    for path, criterion, _ in draft.criteria():
        if criterion.veto and criterion.veto.grade not in draft.grade_codes:
            draft.add(codes.UNKNOWN_GRADE, f"{path}.veto.grade", name=criterion.veto.grade, known=draft.grade_codes)
    _check_circles(draft)


def _conditions(draft: Draft) -> Iterator[tuple[str, Comparison, str]]:
    for path, criterion, _ in draft.criteria():
        if criterion.show_when:
            yield f"{path}.show_when", criterion.show_when, criterion.show_when.criterion
        if criterion.veto:
            yield f"{path}.veto.when", criterion.veto.when, criterion.veto.when.criterion or criterion.id
    for path, grade in draft.grades():
        for position, condition in enumerate(grade.require):
            yield f"{path}.require.{position}", condition, condition.criterion


def _check_comparison(
    draft: Draft, path: str, comparison: Comparison, criterion: Criterion, setting: Setting
) -> None:
    itself = kind_of(criterion)
    lines = itself.lines(criterion)
    if lines and comparison.line is None:
        draft.add(codes.LINE_NEEDED, path, name=criterion.id, known=lines)
        return
    if comparison.line is not None and comparison.line not in lines:
        if lines:
            draft.add(codes.UNKNOWN_LINE, f"{path}.line", name=comparison.line, known=lines)
        else:
            draft.add(codes.LINE_REFUSED, f"{path}.line", name=criterion.id)
        return
    comparable = itself.compared(criterion, comparison.line, setting)
    bounds = {"at_least": comparison.at_least, "at_most": comparison.at_most}
    given = {key: value for key, value in bounds.items() if value is not None}
    values = _values(comparison)
    if not given and not values and comparison.any_of is None:
        draft.add(codes.NOTHING_COMPARED, path)
        return
    unlike = [key for key, value in given.items() if not comparable.ordered or not comparable.like(value)]
    unlike += [key for key, value in values.items() if not comparable.like(value)]
    for key in unlike:
        draft.add(codes.UNLIKE, f"{path}.{key}", name=criterion.id, like=comparable.name)
    if not unlike and not _check_options(draft, path, comparable, values):
        _check_possible(draft, path, comparison, comparable)


def _values(comparison: Comparison) -> dict[str, Any]:
    values: dict[str, Any] = {} if comparison.equal is None else {"is": comparison.equal}
    return values | {f"any_of.{at}": value for at, value in enumerate(comparison.any_of or ())}


def _check_options(draft: Draft, path: str, comparable: Comparable, values: dict[str, Any]) -> bool:
    """Note each code that is no option; whether there was one, or nothing is known of the options."""
    known = comparable.known()
    if comparable.name != "code":
        return False
    wrong = {key: value for key, value in values.items() if value not in known} if known else {}
    for key, value in wrong.items():
        draft.add(codes.UNKNOWN_OPTION, f"{path}.{key}", name=value, known=known)
    return bool(wrong) or not known


def _check_possible(draft: Draft, path: str, comparison: Comparison, comparable: Comparable) -> None:
    least, most = comparison.at_least, comparison.at_most
    choices = None if comparison.any_of is None else set(comparison.any_of)
    if comparison.equal is not None:
        choices = {comparison.equal} if choices is None else choices & {comparison.equal}
    open_range = choices is None and comparable.span(least, most)
    if not open_range and not any_possible(comparable, choices or (), least, most):
        draft.add(codes.NEVER_HOLDS, path)


def _check_circles(draft: Draft) -> None:
    """Each circle is told once, at the first criterion of it."""
    paths = {criterion.id: path for path, criterion, _ in draft.criteria()}
    leads = {each.id: each.show_when.criterion for _, each, _ in draft.criteria() if each.show_when}
    walked: set[str] = set()
    for start in leads:
        trail: dict[str, None] = {}
        at = start
        while at in leads and at not in walked:
            walked.add(at)
            trail[at] = None
            at = leads[at]
        if at in trail:
            members = list(trail)
            circle = (*members[members.index(at) :], at)
            draft.add(codes.CIRCLE, f"{paths[at]}.show_when", circle=circle)

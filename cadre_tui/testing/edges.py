"""The values at which something changes: those that a checklist's conditions name, and the rungs of its tiers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from cadre_tui.model.answers.drawing import Drawing, NumberField
from cadre_tui.model.checklists.checklist import Checklist, Comparison, Value

Edge = tuple[str | None, Value]
"""A line of the criterion (None where it has none), and a value."""


def edges(checklist: Checklist) -> Mapping[str, Sequence[Edge]]:
    """By criterion, the values that ``show_when``, ``require`` and ``veto`` hold an answer against."""
    found: dict[str, list[Edge]] = defaultdict(list)
    for criterion_id, comparison in _comparisons(checklist):
        named = (comparison.equal, comparison.at_least, comparison.at_most, *(comparison.any_of or ()))
        found[criterion_id] += [(comparison.line, each) for each in named if each is not None]
    return found


def rungs(drawing: Drawing) -> tuple[Decimal, ...]:
    """The numbers at which a drawn criterion earns more: its tiers, and what fills its cap."""
    if not isinstance(drawing, NumberField):
        return ()
    full = drawing.cap / drawing.per if drawing.cap and drawing.per else None
    whole = () if full is None or full < 0 else (full.quantize(Decimal(1)),)
    return (*(at_least for at_least, _points in drawing.tiers), *whole)


def _comparisons(checklist: Checklist) -> Iterator[tuple[str, Comparison]]:
    for criterion in checklist.criteria():
        if criterion.show_when:
            yield criterion.show_when.criterion, criterion.show_when
        if criterion.veto:
            yield criterion.veto.when.criterion or criterion.id, criterion.veto.when
    for grade in checklist.grade:
        for condition in grade.require:
            yield condition.criterion, condition


def at_edge(value: Mapping[str, Any], edge: Edge) -> Mapping[str, Any]:
    """The fields of an answer with the very value that a condition names."""
    line, named = edge
    if line is not None:
        return {"lines": {**value.get("lines", {}), line: named}}
    if "done" in value:
        return {"done": named, "planned": Decimal(1)}
    (key,) = value
    return {key: named}

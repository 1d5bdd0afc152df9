"""What a change of an overlay is about: a criterion, a section or the checklist, and one field of it."""

from typing import Any, Final

from cadre_tui.checklists.report import at

Field = tuple[str, ...]
"""A field by the ids that stay while positions move: ``("criterion", "plan.hours", "points")``. The checklist's
own fields begin with ``("checklist", "")``."""

TARGETS: Final = ("criterion", "section", "checklist")

LISTED: Final = {"scale": "id", "grade": "code"}
"""What is translated, too: shared parts of the checklist, each by the key that names it."""


def field_of(path: str, raw: dict[str, Any]) -> Field:
    """The field at a path of a checklist's tables, such as ``section.0.criterion.2.points``."""
    steps = path.split(".") if path else []
    if steps[:1] == ["section"] and len(steps) > 1:
        kind, inner = ("criterion", 4) if steps[2:3] == ["criterion"] and len(steps) > 3 else ("section", 2)
        return (kind, str(at(".".join([*steps[:inner], "id"]), raw)), *steps[inner:])
    return ("checklist", "", *steps)


def in_short(field: Field) -> str:
    """A field as people write it: ``plan.hours › points``."""
    kind, name, *steps = field
    return " › ".join([name or kind, *steps])


def overlapping(one: Field, other: Field) -> bool:
    """Whether both change the same: a field, or one a part of the other."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]

"""The texts of a checklist by where they stand, and which of them another one words otherwise."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from cadre_tui.checklists.changes import TOLD, Change, Class, by_id, by_name, changes, key_of, named
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.checklists.erratum import Field
from cadre_tui.model.text import Text

TEXTS: Final = (TOLD - {"lang"}) | {"unit"}
"""The keys whose value is a text, or a day that is told as one."""


def texts(checklist: Checklist) -> Mapping[Field, Text]:
    """Every text of the checklist; the sections' and criteria's in their order."""
    return dict(_texts(by_id(checklist), ()))


def reworded(before: Checklist, now: Checklist) -> tuple[dict[Field, Text | None], tuple[Change, ...]]:
    """The texts that ``now`` words otherwise (None: it has none there), and every change that is none of wording.

    The order in which things stand, and the language that plain texts are in, cannot be told beside a text: these
    are among the other changes.
    """
    said = texts(now)
    found: dict[Field, Text | None] = {}
    others = []
    for each in changes(before, now):
        field = each.field[:-1] if key_of(each.field[:-1]) == "unit" else each.field
        if each.kind is Class.WORDING and key_of(field) in TEXTS:
            found[field] = said.get(field)
        else:
            others.append(each)
    return found, tuple(others)


def _texts(value: Any, field: Field) -> Iterator[tuple[Field, Text]]:
    if key_of(field) in TEXTS:
        if isinstance(value, date):
            yield field, Text({"zh": value.isoformat()})
        elif value is not None:
            yield field, Text(value)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*field, key))
    elif value and named(value):
        for key, each in by_name(value).items():
            yield from _texts(each, (*field, key))

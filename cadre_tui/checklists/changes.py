"""What differs between two checklists, each change classed by what it does to answers that were given before.

*wording*: it is only told otherwise. *additive*: something is new beside what stays, and an answer given before
scores what it scored. *meaning*: an answer given before may score otherwise, or answers another question.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from cadre_tui.model.checklists.checklist import Checklist


class Class(StrEnum):
    """What a change does, from the least to the most."""

    WORDING = "wording"
    ADDITIVE = "additive"
    MEANING = "meaning"


@dataclass(frozen=True)
class Change:
    """One change: its class, the field by ids, and what was and is written there (None: nothing)."""

    kind: Class
    field: tuple[str, ...]
    before: Any
    now: Any

    @property
    def where(self) -> str:
        """The field in words: ``plan.hours › points``; a criterion's id is known everywhere."""
        return " › ".join(self.field[1:] if self.field[0] == "criterion" else self.field)


NOT_CONTENT: Final = {"id", "version", "digest", "canonical"}
TOLD: Final = frozenset({"title", "text", "guidance", "publisher", "document", "approved", "lang"})
"""The keys that say what is asked, and by whom; ``unit`` is none of them: three hours are not three days."""

NEW_IS_ADDITIVE: Final = frozenset({"scale", "section", "criterion", "line", "option"})
"""Lists to which something can be added beside the rest; another grade takes from the grades beside it."""

LISTS: Final = NEW_IS_ADDITIVE | {"grade"}
"""Lists whose tables have names: ids or codes."""

WIDENED: Final = frozenset({"levels", "purpose"})
"""Lists that restrict: what is left out or longer restricts less."""


def changes(before: Checklist, now: Checklist) -> tuple[Change, ...]:
    """Every change but that of id and version, in the order of the new checklist; what was left out comes last."""
    return tuple(_compared(by_id(before), by_id(now), ()))


def gravest(found: tuple[Change, ...]) -> Class | None:
    """The class of the whole: that of its gravest change; None where nothing differs."""
    return max((each.kind for each in found), key=list(Class).index, default=None)


def by_id(checklist: Checklist) -> dict[str, Any]:
    """The checklist as tables in which criteria stand by themselves, each with its section: they may move."""
    tables = checklist.model_dump(by_alias=True, exclude=NOT_CONTENT)
    criteria = [
        {**criterion, "section": section["id"]} for section in tables["section"] for criterion in section["criterion"]
    ]
    sections = [{key: each for key, each in section.items() if key != "criterion"} for section in tables["section"]]
    return {**tables, "section": sections, "criterion": criteria}


def _compared(before: Any, now: Any, field: tuple[str, ...]) -> Iterator[Change]:
    if before == now:
        return
    if key_of(field) in TOLD:
        yield Change(Class.WORDING, field, before, now)
    elif isinstance(before, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*now, *before)):
            yield from _compared(before.get(key), now.get(key), (*field, key))
    elif named(before) and named(now):
        yield from _lists(by_name(before), by_name(now), field)
    else:
        yield Change(_class(before, now, field), field, before, now)


def _class(before: Any, now: Any, field: tuple[str, ...]) -> Class:
    if key_of(field[:-1]) == "unit" and None in (before, now):  # the unit stays, told in one language more or less
        return Class.WORDING
    wider = field[-1] in WIDENED and (not now or (before and set(before) <= set(now)))
    return Class.ADDITIVE if wider else Class.MEANING


def _lists(before: dict[str, Any], now: dict[str, Any], field: tuple[str, ...]) -> Iterator[Change]:
    key = field[-1]
    for name, table in now.items():
        if name in before:
            yield from _compared(before[name], table, (*field, name))
        else:
            kind = Class.ADDITIVE if key in NEW_IS_ADDITIVE else Class.MEANING
            yield Change(kind, (*field, name), None, table)
    for name, table in before.items():
        if name not in now:
            yield Change(Class.MEANING, (*field, name), table, None)
    order, was = ([each for each in one if each in other] for one, other in ((now, before), (before, now)))
    if order != was:
        # Grades are given from the top: their order decides. Any other order is how things are shown.
        yield Change(Class.MEANING if key == "grade" else Class.WORDING, field, was, order)


def key_of(field: tuple[str, ...]) -> str:
    """The key that a field ends with; empty where it ends with a name that a county chose, such as a line's id."""
    at = 0
    while at + 1 < len(field) and field[at] in LISTS:
        at += 2
    return field[at] if at == len(field) - 1 else ""


def named(value: Any) -> bool:
    """Whether it is a list of tables that have ids or codes."""
    return isinstance(value, list | tuple) and all(isinstance(each, dict) and _name(each) for each in value)


def _name(table: dict[str, Any]) -> str:
    return str(table.get("id") or table.get("code") or "")


def by_name(tables: Any) -> dict[str, Any]:
    """Such a list as tables by their ids or codes."""
    return {_name(each): each for each in tables}

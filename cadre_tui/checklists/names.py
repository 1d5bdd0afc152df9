"""Ids, codes, languages and levels: well formed, and each there once."""

import re
from collections.abc import Iterator
from typing import Any, Final

from cadre_tui.checklists.draft import Draft
from cadre_tui.model.checklists.checklist import LEVELS
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.text import LANGUAGE

CHECKLIST_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+")
"""Dotted, lower case; the first part is the publisher's prefix."""

NAME: Final = re.compile(r"[^\s|]+")
"""Any other id or code: without spaces, and without the bar that joins an id and a version."""

VERSION: Final = re.compile(r"[^\s|]([^|\n\r]*[^\s|])?")


def check_names(draft: Draft) -> None:
    """Note every name that is malformed or there twice."""
    raw, unread = draft.raw, draft.unread
    if isinstance(raw.get("id"), str) and not CHECKLIST_ID.fullmatch(raw["id"]):
        draft.add(codes.BAD_ID, "id", name=raw["id"])
    if isinstance(raw.get("version"), str) and not VERSION.fullmatch(raw["version"]):
        draft.add(codes.BAD_ID, "version", name=raw["version"])
    if isinstance(raw.get("lang"), str) and not LANGUAGE.fullmatch(raw["lang"]):
        draft.add(codes.BAD_LANGUAGE, "lang", name=raw["lang"])
    if "levels" not in unread:
        for position, level in enumerate(draft.checklist.levels):
            if level not in LEVELS and "." not in level:
                draft.add(codes.UNKNOWN_LEVEL, f"levels.{position}", name=level, known=LEVELS)
    seen: dict[tuple[int, str], At] = {}
    for space, at, name in _written_names(raw):
        if not NAME.fullmatch(name) or not name.isprintable():
            draft.add(codes.BAD_ID, _path(at), name=name)
        elif (space, name) in seen:
            draft.add(codes.DUPLICATE, _path(at), name=name, first=_path(seen[space, name]))
        else:
            seen[space, name] = at


At = tuple[Any, str | int]
"""A place in the tables: the place around it (None at the top) and the key, or the number in a list. Only where a
fault is told it is spelt out: of a right checklist, which most are, nobody asks."""

CRITERIA: Final = 0
"""The space of all criteria of the checklist; any other is that of one list, known by its address."""


def _path(at: At | None) -> str:
    steps = []
    while at is not None:  # no recursion here either
        at, step = at
        steps.append(str(step))
    return ".".join(reversed(steps))


def _written_names(raw: dict[str, Any]) -> Iterator[tuple[int, At, str]]:
    """Every ``id`` or ``code`` of a table in a list, with the space in which it must be the only one."""
    todo: list[tuple[At | None, dict[str, Any]]] = [(None, raw)]
    while todo:
        # A stack and no recursion: a dotted key can nest tables by the thousand.
        around, table = todo.pop()
        inner: list[tuple[At | None, dict[str, Any]]] = []
        for key, value in table.items():
            if type(value) is str:  # as most are
                continue
            if isinstance(value, dict):
                inner.append(((around, key), value))
            elif isinstance(value, list):
                here = (around, key)
                space = CRITERIA if key == "criterion" else id(value)
                for number, each in enumerate(value):
                    if isinstance(each, dict):
                        at = (here, number)
                        inner.append((at, each))
                        for name in ("id", "code"):
                            if isinstance(written := each.get(name), str):
                                yield space, (at, name), written
        todo += reversed(inner)

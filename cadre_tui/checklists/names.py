"""Ids, codes, languages and levels: well formed, and each there once."""

import re
from collections.abc import Iterator
from typing import Any, Final

from cadre_tui.checklists.draft import Draft
from cadre_tui.model.checklist import LEVELS
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
    seen: dict[tuple[str, str], str] = {}
    for space, path, name in _written_names(raw):
        if not NAME.fullmatch(name) or not name.isprintable():
            draft.add(codes.BAD_ID, path, name=name)
        elif (space, name) in seen:
            draft.add(codes.DUPLICATE, path, name=name, first=seen[space, name])
        else:
            seen[space, name] = path


def _written_names(raw: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every ``id`` or ``code`` of a table in a list, with the space in which it must be the only one."""
    todo: list[tuple[str, dict[str, Any]]] = [("", raw)]
    while todo:
        # A stack and no recursion: a dotted key can nest tables by the thousand.
        path, table = todo.pop()
        inner: list[tuple[str, dict[str, Any]]] = []
        for key, value in table.items():
            here = f"{path}.{key}" if path else key
            if isinstance(value, dict):
                inner.append((here, value))
            elif isinstance(value, list):
                listed = [(f"{here}.{at}", each) for at, each in enumerate(value) if isinstance(each, dict)]
                inner += listed
                space = "criterion" if key == "criterion" else here
                for at, each in listed:
                    names = [(name, each[name]) for name in ("id", "code") if isinstance(each.get(name), str)]
                    yield from ((space, f"{at}.{name}", written) for name, written in names)
        todo += reversed(inner)

"""The lock: every plugin and every checklist with version and digest, so that a county can see what has changed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from cadre_tui.files.bounds import within_bounds
from cadre_tui.files.content import MEGABYTE, content
from cadre_tui.model.fault import BadInput, NotRight
from cadre_tui.plugins.allowed.installed import PLUGINS
from cadre_tui.plugins.allowed.package_digest import package_digest
from cadre_tui.plugins.known.catalogue import Catalogue

FILE: Final = "plugins.lock"
LARGEST: Final = 4 * MEGABYTE
"""Bytes: a thousand plugins and checklists take a twentieth of it."""


@dataclass(frozen=True)
class Locked:
    """One thing that a lock holds."""

    what: Literal["plugin", "checklist"]
    name: str
    version: str
    digest: str
    brought_by: str


@dataclass(frozen=True)
class Difference:
    """What differs from the lock: ``before`` is None for what is new, ``now`` for what has gone."""

    before: Locked | None
    now: Locked | None


def to_lock(catalogue: Catalogue) -> tuple[Locked, ...]:
    """What there is now: every Python plugin that is installed, and every checklist that can be used."""
    plugins = (
        Locked("plugin", each.name, each.version, package_digest(each.entry), each.brought_by)
        for each in catalogue.plugins
        if each.entry and each.entry.group == PLUGINS
    )
    checklists = (
        Locked("checklist", each.id, each.version, each.digest, each.source.origin.name)
        for each in catalogue.offers()
        if each.problem is None
    )
    return tuple(sorted((*plugins, *checklists), key=_order))


def write(folder: Path, locked: tuple[Locked, ...]) -> Path:
    """Replace the lock in ``folder``; where it lies.

    Raises:
        BadInput: it cannot be written.
    """
    path = folder / FILE
    held = [{"what": each.what, "name": each.name, "version": each.version, "digest": each.digest} for each in locked]
    lines = ",\n".join("  " + json.dumps(each, ensure_ascii=False) for each in held)
    fresh = path.with_name(f".{FILE}.new")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.touch(mode=0o600)
        fresh.write_text(f'{{"schema": 1, "locked": [\n{lines}\n]}}\n', "utf-8")
        fresh.replace(path)
    except OSError as error:
        raise BadInput("lock-unwritable", file=str(path), why=error.strerror or str(error)) from error
    return path


def read(folder: Path) -> tuple[Locked, ...]:
    """What the lock in ``folder`` holds.

    Raises:
        BadInput: there is none.
        NotRight: it cannot be understood.
    """
    path = folder / FILE
    try:
        stated = json.loads(content(path, LARGEST))
        within_bounds(stated)
        return tuple(_locked(each) for each in stated["locked"])
    except FileNotFoundError:
        raise BadInput("lock-missing", file=str(path)) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotRight("lock-unreadable", file=str(path)) from error


def differences(before: tuple[Locked, ...], now: tuple[Locked, ...]) -> Iterator[Difference]:
    """What is new, gone or changed, in the order of names. Two distributions may hold plugins of one name."""
    old, new = _grouped(before), _grouped(now)
    for key in sorted({*old, *new}):
        was, is_now = old.get(key, []), new.get(key, [])
        gone = [each for each in was if _content(each) not in map(_content, is_now)]
        come = [each for each in is_now if _content(each) not in map(_content, was)]
        for index in range(max(len(gone), len(come))):
            yield Difference(gone[index] if index < len(gone) else None, come[index] if index < len(come) else None)


def _locked(stated: Mapping[str, Any]) -> Locked:
    texts = [stated[key] for key in ("what", "name", "version", "digest")]
    if not all(isinstance(each, str) for each in texts) or texts[0] not in ("plugin", "checklist"):
        raise ValueError("locked")
    what: Literal["plugin", "checklist"] = "plugin" if texts[0] == "plugin" else "checklist"
    return Locked(what, texts[1], texts[2], texts[3], "")


def _order(each: Locked) -> tuple[str, str, str, str]:
    return (each.what, each.name, each.version, each.digest)


def _grouped(locked: tuple[Locked, ...]) -> dict[tuple[str, ...], list[Locked]]:
    """By what must be the same: a plugin's name; a checklist's name with its version, which never changes."""
    found: dict[tuple[str, ...], list[Locked]] = {}
    for each in locked:
        key = (each.what, each.name, each.version) if each.what == "checklist" else (each.what, each.name)
        found.setdefault(key, []).append(each)
    return found


def _content(each: Locked) -> tuple[str, str]:
    return (each.version, each.digest)

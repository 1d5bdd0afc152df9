"""Where each field of a checklist comes from, and what overlays have left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from cadre_tui.checklists.overlays.resolve import Origin, Written
from cadre_tui.checklists.report import in_words

NAMED: Final = ("scale", "section", "grade", "criterion")
"""The lists whose tables are told key by key; any other value is told whole."""


@dataclass(frozen=True)
class Traced:
    """One field: its path and place in words, what is written there, and where that comes from."""

    path: str
    where: str
    value: Any
    origin: Origin


def trace(written: Written) -> Iterator[Traced]:
    """Every field that was set, in the order of the resolved checklist."""
    for path, value in _fields(written.raw, ""):
        yield from _traced(written, path, value)


def _traced(written: Written, path: str, value: Any) -> Iterator[Traced]:
    """A value whole where one hand wrote it all; else part by part, such as a text translated by an overlay."""
    origin = written.origin(path)
    parts = list(_parts(value))
    if all(_same_hand(written, f"{path}.{key}", each, origin) for key, each in parts):
        yield Traced(path, in_words(path, written.raw), value, origin)
        return
    for key, each in parts:
        yield from _traced(written, f"{path}.{key}", each)


def _same_hand(written: Written, path: str, value: Any, origin: Origin) -> bool:
    same = written.origin(path).name == origin.name
    return same and all(_same_hand(written, f"{path}.{key}", each, origin) for key, each in _parts(value))


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((str(position), each) for position, each in enumerate(value))


def left_out(written: Written) -> Iterator[tuple[str, Origin]]:
    """Each criterion that an overlay has left out, with the place where it does so; the lowest overlay first."""
    if written.laid is None or written.below is None:
        return
    yield from left_out(written.below)
    for path, exclude in written.laid.overlay.excludes:
        reason = exclude.reason.say("zh") if exclude.reason else ""
        place = written.located.place(path, written.file)
        yield exclude.criterion, Origin(written.checklist.name, place, True, reason)


def _fields(table: dict[str, Any], path: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        here = f"{path}.{key}" if path else key
        if key in NAMED and isinstance(value, list):
            for position, each in enumerate(value):
                yield from _fields(each, f"{here}.{position}")
        else:
            yield here, value

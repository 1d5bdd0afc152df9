"""What a checklist's table says at one place, what a change made of it, and of which class the change is."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cadre_tui.locale import N_, _, language
from cadre_tui.words.printable import printable

if TYPE_CHECKING:
    from cadre_tui.checklists.changes import Change

CLASSES: Final = {"wording": N_("措辞"), "additive": N_("增加"), "meaning": N_("含义")}
"""By the value of ``checklists.changes.Class``."""


def before_and_now(change: "Change") -> tuple[str, str]:
    """What was written there, and what is."""
    return _or_nothing(change.before), _or_nothing(change.now)


def _or_nothing(value: Any) -> str:
    return _("（无）") if value is None or value in ((), []) else said(value)


def said(value: Any) -> str:
    """A value in one short line."""
    if isinstance(value, dict) and all(isinstance(each, str) for each in value.values()) and value:
        value = value.get(language()) or value.get("zh") or next(iter(value.values()))
    return short(printable(_plain(value)))


def short(text: str, most: int = 40) -> str:
    """The beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        name = value.get("id") or value.get("code")
        return str(name) if name else _("，").join(f"{key} {_plain(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return _("、").join(map(_plain, value))
    return str(value)

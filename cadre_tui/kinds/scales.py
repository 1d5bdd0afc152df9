"""Scales that a plugin brings, for checklists that name one of theirs instead of writing it out."""

from collections.abc import Callable
from typing import Final

from cadre_tui.model import outside
from cadre_tui.model.checklist import Scale

Find = Callable[[str], Scale | None]


def _nowhere(name: str) -> None:
    del name


_plugins: Final[list[Find]] = [_nowhere]
"""Where scales are found: one place, set by whoever runs the plugins."""


def find(name: str) -> Scale | None:
    """The scale of that name; None where no plugin that is enabled brings it.

    Raises:
        CadreError: the plugin that brings it cannot be used, or two bring it.
    """
    outside.wanted()
    return _plugins[0](name)


def look_in_plugins(look: Find) -> None:
    """Have scales looked for there."""
    _plugins[0] = look

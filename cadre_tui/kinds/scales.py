"""Scales that a plugin brings, for checklists that name one of theirs instead of writing it out."""

from typing import Final

from cadre_tui.model.checklists.checklist import Scale
from cadre_tui.model.outside import Outside

_brought: Final[Outside[Scale]] = Outside()

find = _brought.find
look_in_plugins = _brought.look_in

"""A file -> a resolved, frozen checklist: read it, tell every fault of it, freeze it, take its digest."""

from cadre_tui.checklists.canonical import digest
from cadre_tui.checklists.needs import needed_as_frozen, needed_of_plugins
from cadre_tui.checklists.overlays import (
    Judged,
    Origin,
    Traced,
    Written,
    contested,
    left_out,
    source,
    tailor,
    trace,
)
from cadre_tui.checklists.positions import in_order
from cadre_tui.checklists.read import TABLES, check, completed, listed, parse, read, stated
from cadre_tui.checklists.thaw import thaw

__all__ = [
    "TABLES",
    "Judged",
    "Origin",
    "Traced",
    "Written",
    "check",
    "completed",
    "contested",
    "digest",
    "in_order",
    "left_out",
    "listed",
    "needed_as_frozen",
    "needed_of_plugins",
    "parse",
    "read",
    "source",
    "stated",
    "tailor",
    "thaw",
    "trace",
]

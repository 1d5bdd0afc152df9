"""A file -> a resolved, frozen checklist: read it, tell every fault of it, freeze it, take its digest."""

from cadre_tui.checklists.canonical import digest
from cadre_tui.checklists.overlays import Judged, Origin, Written, contested, source, tailor
from cadre_tui.checklists.read import TABLES, check, parse, read, stated
from cadre_tui.checklists.thaw import thaw

__all__ = [
    "TABLES",
    "Judged",
    "Origin",
    "Written",
    "check",
    "contested",
    "digest",
    "parse",
    "read",
    "source",
    "stated",
    "tailor",
    "thaw",
]

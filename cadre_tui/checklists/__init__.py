"""A file -> a resolved, frozen checklist: read it, tell every fault of it, freeze it, take its digest."""

from cadre_tui.checklists.canonical import digest
from cadre_tui.checklists.read import TABLES, check, parse, read
from cadre_tui.checklists.thaw import thaw

__all__ = ["TABLES", "check", "digest", "parse", "read", "thaw"]

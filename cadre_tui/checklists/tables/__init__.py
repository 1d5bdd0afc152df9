"""A workbook or CSV file -> the tables that a TOML file would give, and where each of them stands."""

from cadre_tui.checklists.tables.places import Places
from cadre_tui.checklists.tables.reading import TableDraft, read_tables

__all__ = ["Places", "TableDraft", "read_tables"]

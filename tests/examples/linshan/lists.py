"""The county's checklists, which lie beside this file."""

from pathlib import Path

from cadre_tui.plugins import ChecklistSource, hookimpl


@hookimpl
def cadre_checklists():
    yield ChecklistSource(Path(__file__).parent / "linshan.agency.toml")

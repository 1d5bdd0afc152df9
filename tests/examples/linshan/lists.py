"""The county's checklist, and its overlay, which lie beside this file."""

from pathlib import Path

from cadre_tui.plugins import ChecklistSource, OverlaySource, hookimpl

HERE = Path(__file__).parent


@hookimpl
def cadre_checklists():
    yield ChecklistSource(HERE / "linshan.agency.toml")


@hookimpl
def cadre_overlays():
    yield OverlaySource(HERE / "linshan.core.toml")

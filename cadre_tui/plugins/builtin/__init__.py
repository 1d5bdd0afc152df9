"""The checklists that come with the program, offered through the very hook that a county uses."""

from collections.abc import Iterator
from pathlib import Path

from cadre_tui.plugins.hookspecs import ChecklistSource, hookimpl


@hookimpl
def cadre_checklists() -> Iterator[ChecklistSource]:
    """Every TOML file beside this one."""
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        yield ChecklistSource(path)

"""Checklists that were dropped into a folder."""

from collections.abc import Iterator
from pathlib import Path

from cadre_tui.plugins.hookspecs import ChecklistSource, hookimpl

NOT_CHECKLISTS = ("pyproject.toml",)
"""TOML files that stand beside checklists and are something else."""

TABLE_ENDINGS = (".xlsx", ".csv")
"""Of tables that may be checklists."""


def checklist_files(folder: Path) -> tuple[Path, ...]:
    """The files in ``folder`` and below that may be checklists, in order of their paths."""
    tables = (path for ending in TABLE_ENDINGS for path in toml_files(folder, f"*{ending}"))
    found = (path for path in (*toml_files(folder), *tables) if path.name not in NOT_CHECKLISTS)
    return tuple(sorted(path for path in found if not path.name.startswith("~$")))  # Excel's mark of an open file


def toml_files(folder: Path, pattern: str = "*.toml") -> tuple[Path, ...]:
    """The files of that pattern in ``folder`` and below, in order; what is hidden, or lies hidden, is not there."""
    found = (path for path in folder.rglob(pattern) if path.is_file())
    return tuple(sorted(path for path in found if not _hidden(path.relative_to(folder))))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def is_there(path: Path) -> bool:
    """Whether there is anything at ``path`` that one may look at."""
    try:
        return path.exists()
    except OSError:  # a name that no file can have, or a folder that may not be looked into
        return False


class DroppedFiles:
    """A plugin for one folder. A folder that is not there offers nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @hookimpl
    def cadre_checklists(self) -> Iterator[ChecklistSource]:
        """Every file that lies in the folder now and may be a checklist."""
        if self.folder.is_dir():
            yield from map(ChecklistSource, checklist_files(self.folder))

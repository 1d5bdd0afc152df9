"""The hooks: what a plugin may tell the program. One class, one method a hook, each with an example that runs.

A hook gives frozen descriptors, never an object with behaviour: the program reads, checks, draws and stores.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pluggy

PROJECT: Final = "cadre"
"""The name under which hooks and implementations find each other."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True)
class ChecklistSource:
    """Where one checklist lies: an existing TOML file, or a table, in the checklist format.

    Who brings it is noted by the program, which knows whom it asked; a source cannot claim another's name.
    """

    path: Path


class CadreHooks:
    """Every hook of the project ``cadre``. All are called without the program's state and may be left out."""

    @hookspec
    def cadre_checklists(self) -> Iterable[ChecklistSource]:  # type: ignore[empty-body]  # a specification has no body
        """Offer checklists: answer, or yield, a ``ChecklistSource`` for each.

        Called once when the catalogue is put together. The files are read later, when somebody asks for them;
        a faulty one is shown with its faults and left out. An implementation that raises, or answers anything
        but sources, is recorded and left out whole.

        Example::

            from pathlib import Path

            from cadre_tui.plugins import ChecklistSource, hookimpl


            @hookimpl
            def cadre_checklists():
                for path in sorted(Path(__file__).parent.glob("*.toml")):
                    yield ChecklistSource(path)
        """

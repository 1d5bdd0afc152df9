"""A checklist that a command names: a file, or one that is known. A plain file is read without any plugin's room."""

from pathlib import Path
from typing import TYPE_CHECKING

from cadre_tui import checklists
from cadre_tui.cli.invocation import Invocation
from cadre_tui.files.content import is_file
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput, NotRight

if TYPE_CHECKING:
    from cadre_tui.plugins.known.catalogue import Catalogue


def file_or_known(invocation: Invocation, named: str, folders: tuple[str, ...] = ()) -> Checklist:
    """The checklist in a file, or the known one of that id. An overlay may lie beside its base.

    Raises:
        BadInput: there is no such file or checklist.
        NotRight: it is faulty.
    """
    path = Path(named)
    if not (is_file(path) or path.suffix.lower() in {".toml", *checklists.TABLES} or len(path.parts) > 1):
        return _catalogue(invocation, folders).checklist(named)
    try:
        return checklists.read(path)
    except BadInput as error:
        if error.code != "checklist-overlay":
            raise
    from cadre_tui.plugins.known.folder import checklist_files  # noqa: PLC0415 - only an overlay needs what lies beside it

    beside = (path, *(each for each in checklist_files(path.parent) if each.parent == path.parent))
    checklist, faults = _catalogue(invocation, folders).beside(beside).judged(path)
    wrong = tuple(fault for fault in faults if not fault.warning)
    if checklist is None or wrong:
        raise NotRight("checklist-faulty", wrong, file=path.name, count=len(wrong))
    return checklists.completed(checklist)


def _catalogue(invocation: Invocation, folders: tuple[str, ...]) -> "Catalogue":
    from cadre_tui.cli.checklists.folders import catalogue_with  # noqa: PLC0415 - not for a plain file

    return catalogue_with(invocation, folders, run=True)

"""A checklist from a file, or from what is installed, as the program itself reads it."""

from pathlib import Path

import pytest

from cadre_tui import checklists
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.codes.checklists import PLUGIN_NEEDED
from cadre_tui.model.fault import BadInput, CadreError, Fault
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.folder import TABLE_ENDINGS
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.words.faults import sentence as fault_sentence
from cadre_tui.words.refusals import sentence


def judge(place: str | Path, beside: Path) -> tuple[Checklist, tuple[Fault, ...]]:
    """The checklist at ``place``, and its warnings. A test that asks for one that is faulty fails, with every fault.

    ``place``: a table, text file or overlay, relative to ``beside``; or the id of a checklist that is built in or
    installed, ``id`` or ``id|version``.
    """
    catalogue = load_catalogue()
    try:
        if Path(place).suffix.lower() not in (".toml", *TABLE_ENDINGS):
            return catalogue.checklist(str(place)), ()
        return _judged(catalogue, (beside / place).resolve())
    except CadreError as error:
        refused = error
    pytest.fail("\n".join([sentence(refused), *map(fault_sentence, refused.faults)]), pytrace=False)


def read_checklist(place: str | Path, beside: Path | None = None) -> Checklist:
    """The checklist at ``place`` (see ``judge``), relative to the folder ``beside``; left out, to the current one."""
    return judge(place, beside or Path.cwd())[0]


def _judged(catalogue: Catalogue, file: Path) -> tuple[Checklist, tuple[Fault, ...]]:
    if not file.is_file():
        raise BadInput("path-missing", path=str(file))
    checklist, faults = catalogue.beside([file]).judged(file)
    if checklist is None:
        pytest.fail("\n".join(map(fault_sentence, faults)), pytrace=False)
    told = tuple(fault for fault in faults if fault.code != PLUGIN_NEEDED)  # it was looked for, and is there
    return checklists.completed(checklist), told

"""The folders of checklists that a command looks into besides the usual ones."""

from pathlib import Path

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import checklist_folders
from cadre_tui.cli.spoken import SpokenOption
from cadre_tui.locale import N_
from cadre_tui.model.fault import BadInput
from cadre_tui.plugins.catalogue import Catalogue, load_catalogue
from cadre_tui.plugins.folder import is_there

FOLDERS = click.option(
    "--checklists",
    "folders",
    cls=SpokenOption,
    multiple=True,
    metavar=N_("文件夹"),
    help=N_("另外再看这个文件夹里的考评表（可多次使用）"),
)


def catalogue_with(invocation: Invocation, folders: tuple[str, ...]) -> Catalogue:
    """All checklists that are known, and those in ``folders``. Raises ``BadInput`` where one is not there."""
    named = [Path(folder) for folder in folders]
    missing = next((folder for folder in named if not (is_there(folder) and folder.is_dir())), None)
    if missing:
        raise BadInput("folder-missing", path=str(missing))
    return load_catalogue((*checklist_folders(invocation), *named), plugins=invocation.plugins)

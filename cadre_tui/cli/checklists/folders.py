"""The folders of checklists that a command looks into besides the usual ones."""

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import cache_folder, checklist_folders, named_folders, permission_file
from cadre_tui.cli.spoken import SpokenOption
from cadre_tui.locale import M_, N_
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.loading import load_catalogue

FOLDERS = click.option(
    "--checklists",
    "folders",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("文件夹"),
    help=N_("另外再看这个文件夹里的考评表（可多次使用）"),
)


def catalogue_with(
    invocation: Invocation, folders: tuple[str, ...], *, run: bool = False, anew: bool = False
) -> Catalogue:
    """All checklists that are known, and those in ``folders``.

    No plugin's code is run, unless ``run`` is said: then that of enabled ones, for what no data brings.
    ``anew``: every file is read, whatever is kept of it.

    Raises:
        BadInput: a folder is not there.
    """
    return load_catalogue(
        (*checklist_folders(invocation), *named_folders(folders)),
        plugins=invocation.plugins,
        permission=permission_file(invocation),
        run=run,
        cache=None if anew else cache_folder(),
    )

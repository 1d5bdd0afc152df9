"""``cadre plugin preview``: the form of a checklist's file, read anew whenever it is saved. Nothing is stored."""

from pathlib import Path

import click

from cadre_tui.cli.app import preview_file
from cadre_tui.cli.checklists.folders import FOLDERS, catalogue_with
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.spoken import SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.files.content import is_folder
from cadre_tui.locale import M_, N_
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.plugins.known.folder import is_there


@click.command(
    "preview", cls=SpokenCommand, help=N_("看考评表文件填写时的样子：文件一保存就重新读入，填的什么也不保存")
)
@click.argument("path", cls=SpokenArgument, metavar=M_("文件"), type=click.Path(path_type=Path))
@click.option(
    "--purpose",
    cls=SpokenOption,
    type=click.Choice([each.value for each in Purpose]),
    help=N_("按哪种用途看：self 自我检查，peer 评价同事，check 督查（不写则用考评表的第一种）"),
)
@FOLDERS
@click.pass_obj
def preview(invocation: Invocation, path: Path, purpose: str | None, folders: tuple[str, ...]) -> int:
    """One file: a text file, a table or an overlay, whose base is a known checklist or lies beside it."""
    if not is_there(path):
        raise BadInput("path-missing", path=str(path))
    if is_folder(path):
        raise BadInput("checklist-unreadable", file=str(path))
    known = catalogue_with(invocation, folders, run=True)
    return preview_file(invocation, path, Purpose(purpose) if purpose else None, lambda: known)

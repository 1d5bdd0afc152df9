"""``cadre plugin``: which checklists and plugins there are, what one holds, if it is right, if it may run."""

import click

from cadre_tui.cli.checklists.checking import check
from cadre_tui.cli.checklists.comparing import diff
from cadre_tui.cli.checklists.informing import info
from cadre_tui.cli.checklists.listing import list_offers
from cadre_tui.cli.checklists.locking import lock
from cadre_tui.cli.checklists.plugin_new import new
from cadre_tui.cli.checklists.previewing import preview
from cadre_tui.cli.checklists.schema import schema
from cadre_tui.cli.checklists.switching import disable, enable
from cadre_tui.cli.checklists.tracing import explain
from cadre_tui.cli.spoken import SpokenGroup
from cadre_tui.locale import N_


@click.command("plugin", cls=SpokenGroup, help=N_("考评表和插件：列出、查看、检查、启用、停用"))
def plugin() -> None:
    """The noun; its verbs are in the files beside this one."""


for verb in (list_offers, info, check, preview, new, explain, diff, schema, enable, disable, lock):
    plugin.add_command(verb)

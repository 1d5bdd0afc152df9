"""``cadre plugin enable`` and ``disable``. Whoever may write in the data folder may; no plugin's code is run.

With ``--as`` (or a token) it is done as that organiser, and noted in the audit log.
"""

import os
from typing import TYPE_CHECKING

import click

from cadre_tui.cli import asking
from cadre_tui.cli.checklists import plugin_json
from cadre_tui.cli.checklists.folders import FOLDERS, catalogue_with
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import permission_file
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.model.people.person import Role
from cadre_tui.plugins.known import switching
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.words.checklists import plugins as words

if TYPE_CHECKING:
    from cadre_tui.services.session import Session


@click.command(
    "enable", cls=SpokenCommand, help=N_("启用一个 Python 插件（只认现在装的版本），或重新采用停用的考评表")
)
@click.argument("name", cls=SpokenArgument, metavar=M_("名称"))
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("知道启用意味着什么，不再询问"))
@FOLDERS
@AS_JSON
@click.pass_obj
def enable(invocation: Invocation, name: str, yes: bool, folders: tuple[str, ...], as_json: bool) -> None:
    """Says what in-process code cannot be kept from, and asks; a checklist is data and needs no question."""
    catalogue = catalogue_with(invocation, folders)
    record = switching.python_plugin(catalogue, name)
    if record:
        switching.refuse_unusable(record)
        click.echo("\n".join(words.meaning(record)), err=True)
        if not yes and not asking.agreed(_("启用吗？")):
            raise BadInput("plugin-not-agreed", name=record.name)
    session = _acting(invocation)
    file = permission_file(invocation)
    done = _enabled_by(session, name) if session else switching.enable(file, catalogue, name)
    if as_json:
        click.echo(plugin_json.written({"enabled": list(done.names), "version": done.version or None}))
        return
    click.echo(words.switched_on(done, name))


@click.command(
    "disable",
    cls=SpokenCommand,
    help=N_("停用一个插件、一张考评表，或者提供考评表的安装包；先说哪些轮次、考评表要用它"),
)
@click.argument("name", cls=SpokenArgument, metavar=M_("名称"))
@FOLDERS
@AS_JSON
@click.pass_obj
def disable(invocation: Invocation, name: str, folders: tuple[str, ...], as_json: bool) -> None:
    """Says what leans on it, and asks nothing: it can be undone."""
    session = _acting(invocation)
    catalogue = catalogue_with(invocation, folders)
    file = permission_file(invocation)
    for each in _held_up(invocation, catalogue, switching.to_disable(file, catalogue, name), name):
        click.echo(each, err=True)
    done = _disabled_by(session, name) if session else switching.disable(file, catalogue, name)
    if as_json:
        click.echo(plugin_json.written({"disabled": list(done.names)}))
    else:
        click.echo(words.switched_off(done, name))


def _held_up(invocation: Invocation, catalogue: Catalogue, now: switching.Switched, name: str) -> list[str]:
    """What leans on it, a sentence each. Where no data can be read it goes out of use all the same."""
    if not now.names:
        return []
    from cadre_tui.cli.acting import county_of  # noqa: PLC0415 - only where something was in use
    from cadre_tui.services import plugin_uses, plugins  # noqa: PLC0415
    from cadre_tui.words.checklists import leaning  # noqa: PLC0415

    try:
        county = county_of(invocation)
        waiting, found = plugins.waiting_rounds(county), plugin_uses.leanings(county, catalogue)
    except CadreError:
        waiting, found = (), plugin_uses.leanings(None, catalogue)
    if not now.plugin:
        names = plugin_uses.checklists_called(catalogue, name)
        return leaning.on_checklist(plugin_uses.leaning_on_checklists(found, names))
    (plugin,) = now.names
    of_plugin = plugin_uses.leaning_on_plugin(found, plugin)
    return [*words.stops_counting(waiting, plugin), *leaning.on_plugin(of_plugin, plugin)]


def _acting(invocation: Invocation) -> "Session | None":
    """The organiser who is named, if one is."""
    if not (invocation.acting or os.environ.get("CADRE_TOKEN")):
        return None
    from cadre_tui.cli.acting import session_of  # noqa: PLC0415 - only where somebody acts

    return session_of(invocation, Role.ORGANISER)


def _enabled_by(session: "Session", name: str) -> switching.Switched:
    from cadre_tui.services import plugins  # noqa: PLC0415 - only where somebody acts

    return plugins.enable(session, name)


def _disabled_by(session: "Session", name: str) -> switching.Switched:
    from cadre_tui.services import plugins  # noqa: PLC0415 - only where somebody acts

    return plugins.disable(session, name)

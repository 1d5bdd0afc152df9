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
from cadre_tui.words.checklists import plugins as words

if TYPE_CHECKING:
    from cadre_tui.model.rounds.round import Round


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
    done = _as_somebody(invocation, "enable", name) or switching.enable(permission_file(invocation), catalogue, name)
    if as_json:
        click.echo(plugin_json.written({"enabled": list(done.names), "version": done.version or None}))
        return
    click.echo(words.switched_on(done, name))


@click.command("disable", cls=SpokenCommand, help=N_("停用一个插件、一张考评表，或者提供考评表的安装包"))
@click.argument("name", cls=SpokenArgument, metavar=M_("名称"))
@FOLDERS
@AS_JSON
@click.pass_obj
def disable(invocation: Invocation, name: str, folders: tuple[str, ...], as_json: bool) -> None:
    """Asks nothing: it can be undone."""
    done = _as_somebody(invocation, "disable", name)
    if done is None:
        done = switching.disable(permission_file(invocation), catalogue_with(invocation, folders), name)
    held_up = words.stops_counting(_waiting(invocation), done.names[0]) if done.plugin and done.names else []
    if as_json:
        click.echo(plugin_json.written({"disabled": list(done.names)}))
    else:
        click.echo(words.switched_off(done, name))
    for each in held_up:
        click.echo(each, err=True)


def _waiting(invocation: Invocation) -> "tuple[Round, ...]":
    """The rounds that a plugin's rule is to count. Where no data can be read it goes out of use all the same."""
    from cadre_tui.cli.acting import county_of  # noqa: PLC0415 - only where a plugin was in use
    from cadre_tui.services import plugins  # noqa: PLC0415

    try:
        return plugins.waiting_rounds(county_of(invocation))
    except CadreError:
        return ()


def _as_somebody(invocation: Invocation, what: str, name: str) -> switching.Switched | None:
    """The same by the organiser who is named, if one is."""
    if not (invocation.acting or os.environ.get("CADRE_TOKEN")):
        return None
    from cadre_tui.cli.acting import session_of  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services import plugins  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    return plugins.enable(session, name) if what == "enable" else plugins.disable(session, name)

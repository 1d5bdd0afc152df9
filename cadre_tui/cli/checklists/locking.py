"""``cadre plugin lock``: which plugins and checklists there are, with version and digest, kept to compare later."""

from typing import Any

import click

from cadre_tui.cli.checklists import plugin_json
from cadre_tui.cli.checklists.folders import FOLDERS, catalogue_with
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import data_folder
from cadre_tui.cli.spoken import AS_JSON, SpokenCommand, SpokenOption
from cadre_tui.locale import N_, _, ngettext
from cadre_tui.plugins.known import lock as locks
from cadre_tui.plugins.known.lock import Difference, Locked
from cadre_tui.words.checklists.imprint import DIGITS


@click.command(
    "lock",
    cls=SpokenCommand,
    help=N_("把全部插件和考评表的名称、版本、指纹记下来；加 --check 就和记下的核对"),
)
@click.option("--check", cls=SpokenOption, is_flag=True, help=N_("只核对，不写：有不同就列出来，退出码为 1"))
@FOLDERS
@AS_JSON
@click.pass_context
def lock(ctx: click.Context, check: bool, folders: tuple[str, ...], as_json: bool) -> None:
    """No plugin's code is run: of what Python plugins bring, their own package stands for it."""
    invocation: Invocation = ctx.obj
    now = locks.to_lock(catalogue_with(invocation, folders, anew=True))
    if check:
        _check(ctx, list(locks.differences(locks.read(data_folder(invocation)), now)), as_json)
    path = locks.write(data_folder(invocation), now)
    if as_json:
        click.echo(plugin_json.written({"file": str(path), "locked": [_as_json(each) for each in now]}))
        return
    told = ngettext("记下了 {count} 项，在 {file}。", "记下了 {count} 项，在 {file}。", len(now))
    click.echo(told.format(count=len(now), file=path))


def _check(ctx: click.Context, found: list[Difference], as_json: bool) -> None:
    if as_json:
        told = [
            {key: which and _as_json(which) for key, which in (("before", each.before), ("now", each.now))}
            for each in found
        ]
        click.echo(plugin_json.written({"same": not found, "differences": told}))
    else:
        click.echo("\n".join(map(_told, found)) or _("和记下的一样。"))
        if found:
            click.echo(_("有不同。核对无误以后，重新记下：cadre plugin lock"), err=True)
    ctx.exit(1 if found else 0)


def _told(each: Difference) -> str:
    if each.before is None and each.now is not None:
        return _("多了 {now}").format(now=_named(each.now))
    if each.now is None and each.before is not None:
        return _("少了 {before}").format(before=_named(each.before))
    assert each.before is not None and each.now is not None  # noqa: S101 - one of them is always there
    return _("变了 {before} → {now}").format(before=_named(each.before), now=_named(each.now))


def _named(each: Locked) -> str:
    what = _("插件") if each.what == "plugin" else _("考评表")
    return f"{what} {each.name} {each.version} {each.digest[:DIGITS]}"


def _as_json(each: Locked) -> dict[str, Any]:
    return {"what": each.what, "name": each.name, "version": each.version, "digest": each.digest}

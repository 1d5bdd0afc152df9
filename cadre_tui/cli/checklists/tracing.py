"""``cadre plugin explain``: where each field of a checklist comes from: base or overlay, file and line."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli.checklists import plugin_json
from cadre_tui.cli.checklists.code_page import CODE, tell_code
from cadre_tui.cli.checklists.folders import FOLDERS, catalogue_with
from cadre_tui.cli.checklists.placing import placed
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.words.checklists.changed import said, short
from cadre_tui.words.printable import printable

if TYPE_CHECKING:
    from cadre_tui.checklists import Origin, Traced


@click.command(
    "explain",
    cls=SpokenCommand,
    help=N_("说明一张考评表的每一处出自哪里：依据的考评表还是补充规定，哪个文件第几行；或一个错误代码的意思"),
)
@click.argument("name", cls=SpokenArgument, metavar=M_("考评表编号或错误代码"))
@click.option("--changed", cls=SpokenOption, is_flag=True, help=N_("只看补充规定改过的"))
@FOLDERS
@AS_JSON
@click.pass_obj
def explain(invocation: Invocation, name: str, changed: bool, folders: tuple[str, ...], as_json: bool) -> None:
    """Every field of one checklist, by ``id`` (the newest version) or ``id|version``; then what was left out.

    Of a code instead: its page.
    """
    if CODE.fullmatch(name):
        tell_code(name.upper(), as_json)
        return
    from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

    written = catalogue_with(invocation, folders).written(name)
    fields = [each for each in checklists.trace(written) if each.origin.overlay or not changed]
    gone = tuple(checklists.left_out(written))
    if as_json:
        click.echo(plugin_json.written(_as_json(written.checklist.name, written.checklist.digest, fields, gone)))
        return
    rows = [(each.where, said(each.value), *_from(each.origin)) for each in fields]
    rows += [(where, _("（已去掉）"), *_from(origin)) for where, origin in gone]
    if not rows:
        click.echo(_("{name} 没有补充规定改过的地方。").format(name=written.checklist.name))
        return
    click.echo(fitting((_("位置"), _("内容"), _("出自"), _("文件"), _("理由")), rows, _("：")))


def _from(origin: "Origin") -> tuple[str, str, str]:
    words = _("补充规定 {name}") if origin.overlay else "{name}"
    return (
        words.format(name=origin.name),
        placed(origin.place.file or "", origin.place),
        short(printable(origin.reason)),
    )


def _as_json(
    name: str, digest: str, fields: "Sequence[Traced]", gone: "Sequence[tuple[str, Origin]]"
) -> dict[str, Any]:
    told = [
        {"path": each.path, "field": each.where, "value": jsonable(each.value), **_origin(each.origin)}
        for each in fields
    ]
    excluded = [{"criterion": where, **_origin(origin)} for where, origin in gone]
    return {"checklist": name, "digest": digest, "fields": told, "excluded": excluded}


def _origin(origin: "Origin") -> dict[str, Any]:
    kind = "overlay" if origin.overlay else "base"
    reason = origin.reason or None
    place = origin.place
    where = {"file": place.file, "line": place.line, **plugin_json.cell(place)}
    return {"from": kind, "name": origin.name, **where, "reason": reason}


def jsonable(value: Any) -> Any:
    """A value of a checklist's table as JSON has it."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: jsonable(each) for key, each in value.items()}
    return [jsonable(each) for each in value] if isinstance(value, list | tuple) else value

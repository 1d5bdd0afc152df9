"""``cadre roster``: who there is in the county."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import person, tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.table import table
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput, Fault
from cadre_tui.model.people import Person, Role
from cadre_tui.model.roster_change import Changed, Field, RosterChange
from cadre_tui.words import terms

SHOWN = 30
"""People that are shown by name; of more, the rest is counted."""

FIELDS: dict[Field, str] = {
    "name": N_("姓名"),
    "unit": N_("单位"),
    "level": N_("层级"),
    "duty": N_("职务"),
    "colleagues": N_("评价同事"),
}


@click.group("roster", cls=SpokenGroup, help=N_("花名册：导入"))
def roster() -> None:
    """The noun; its verb is below."""


@roster.command("import", cls=SpokenCommand, help=N_("导入花名册（.xlsx 或 .csv）：先看会改什么，同意后整份写入"))
@click.argument("file", cls=SpokenArgument, metavar=N_("花名册文件"), type=click.Path(path_type=Path))
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接写入"))
@click.option("--dry-run", cls=SpokenOption, is_flag=True, help=N_("只看会改什么，不写入"))
@AS_JSON
@click.pass_obj
def import_(invocation: Invocation, file: Path, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Show the change, ask, then do it whole or not at all."""
    from cadre_tui.services.people.roster import compare, import_roster  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    change = compare(session, file)
    if not as_json:
        click.echo(_told(change))
    if not dry_run:
        if not yes and not asking.agreed(_("写入花名册吗？")):
            raise BadInput("not-agreed")
        change = import_roster(session, file, shown=change)
    if as_json:
        tell({"imported": not dry_run, **_as_json(change)})
        return
    click.echo("\n" + (_("只是查看，没有写入。") if dry_run else _("花名册已经写入。")))


def _told(change: RosterChange) -> str:
    parts = [_warnings(change.warnings)]
    parts.append(
        _("增加 {joined} 人，减少 {left} 人，变动 {changed} 人，不变 {same} 人。").format(
            joined=len(change.joined), left=len(change.left), changed=len(change.changed), same=change.same
        )
    )
    parts.append(_people(_("增加："), change.joined))
    parts.append(_people(_("减少（已经开始的轮次不受影响）："), change.left))
    if change.changed:
        parts.append(_("变动：") + "\n" + _changes(change.changed) + _more(len(change.changed)))
    units = _("、").join(each.name for each in change.units_joined)
    if units and change.same + len(change.changed) + len(change.left):
        parts.append(_("新的单位：{units}").format(units=units))
    return "\n\n".join(part for part in parts if part)


def _warnings(warnings: Sequence[Fault]) -> str:
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only

    return "\n".join(_("提醒：{what}").format(what=sentence(each)) for each in warnings)


def _people(heading: str, people: Sequence[Person]) -> str:
    if not people:
        return ""
    headings = (_("编号"), _("姓名"), _("单位"), _("层级"), _("职务"))
    rows = [(each.id, each.name, each.unit, terms.level(each.level), each.duty) for each in people[:SHOWN]]
    return heading + "\n" + table(headings, rows) + _more(len(people))


def _changes(changed: Sequence[Changed]) -> str:
    rows = [
        (each.after.id, each.after.name, _(FIELDS[field]), _value(each.before, field), _value(each.after, field))
        for each in changed[:SHOWN]
        for field in each.fields
    ]
    return table((_("编号"), _("姓名"), _("哪一项"), _("原来"), _("改为")), rows)


def _value(each: Person, field: Field) -> str:
    if field == "colleagues":
        return _("、").join(each.colleagues)
    value = str(getattr(each, field))
    return terms.level(value) if field == "level" else value


def _more(count: int) -> str:
    return "\n" + _("……共 {count} 人").format(count=count) if count > SHOWN else ""


def _as_json(change: RosterChange) -> dict[str, Any]:
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only

    return {
        "joined": [person(each) for each in change.joined],
        "left": [person(each) for each in change.left],
        "changed": [
            {
                "id": each.after.id,
                "name": each.after.name,
                "fields": {
                    field: {"before": _plain(each.before, field), "after": _plain(each.after, field)}
                    for field in each.fields
                },
            }
            for each in change.changed
        ],
        "same": change.same,
        "warnings": [{"code": each.code, "message": sentence(each)} for each in change.warnings],
    }


def _plain(each: Person, field: Field) -> Any:
    value = getattr(each, field)
    return list(value) if isinstance(value, tuple) else value

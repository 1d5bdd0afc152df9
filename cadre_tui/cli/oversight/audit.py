"""``cadre audit``: what organisers did, and the proof that nothing of it was changed."""

from typing import Any

import click

from cadre_tui.cli.acting import county_of, watching
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import NotRight
from cadre_tui.model.oversight.audit import AuditEntry
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.words.oversight import audit as words


@click.group("audit", cls=SpokenGroup, help=N_("操作记录：核对是否被改动，查看谁在什么时候办了什么"))
def audit() -> None:
    """The noun; its verbs are below."""


@audit.command(
    "verify",
    cls=SpokenCommand,
    help=N_("核对操作记录是否被改动；写上报告上的指纹，就查它在不在这份记录里；不用登录"),
)
@click.argument("printed", cls=SpokenArgument, metavar=M_("指纹"), required=False)
@AS_JSON
@click.pass_obj
def verify(invocation: Invocation, printed: str | None, as_json: bool) -> int:
    """Exit 1 where the log is broken, or does not hold the hash that a report prints."""
    from cadre_tui.services import audit as service  # noqa: PLC0415 - only where a store is opened

    county = county_of(invocation)
    report = service.verify(county)
    found = service.entry_of_hash(county, printed) if printed is not None and report.wrong is None else None
    right = report.wrong is None and (printed is None or found is not None)
    if as_json:
        told: dict[str, Any] = {"right": right, **report.model_dump(mode="json")}
        if printed is not None:
            told["printed"] = found.number if found else None
        tell(told)
        return 0 if right else NotRight.exit_code
    click.echo(words.verdict(report))
    if found:
        click.echo(
            _("报告上的指纹是第 {number} 条的（{day}），报告以后又记了 {more} 条。").format(
                number=found.number, day=f"{found.at.astimezone(CHINA):%Y-%m-%d}", more=report.count - found.number
            )
        )
    elif printed is not None and report.wrong is None:
        click.echo(_("报告上的指纹不在这份操作记录里：记录被整个换过，或者报告不是这里出的。"))
    return 0 if right else NotRight.exit_code


@audit.command("show", cls=SpokenCommand, help=N_("查看操作记录，新的在前（组织者、督查员）"))
@click.option("--round", "round_id", cls=SpokenOption, metavar=M_("编号"), help=N_("只看这一轮的"))
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, round_id: str | None, as_json: bool) -> None:
    """What was done, by whom, when and why."""
    from cadre_tui.services import audit as service  # noqa: PLC0415 - only where somebody acts

    session = watching(invocation)
    found = [each for each in service.entries(session) if round_id is None or each.values.get("round") == round_id]
    if as_json:
        tell({"entries": [{**each.model_dump(mode="json"), "says": words.what(each)} for each in found]})
        return
    if not found:
        click.echo(_("还没有操作记录。"))
        return
    names = {each.id: each.name for each in session.county.roster().people}
    rows = [_row(each, names.get(each.who, "")) for each in reversed(found)]
    click.echo(fitting((_("条"), _("时间"), _("谁"), _("办了什么")), rows, _("：")))
    click.echo("\n" + "\n".join(words.seal("", service.last_hash(session.county))))


def _row(entry: AuditEntry, name: str) -> tuple[str, ...]:
    return (
        str(entry.number),
        f"{entry.at.astimezone(CHINA):%Y-%m-%d %H:%M}",
        words.who(entry, name),
        words.what(entry),
    )

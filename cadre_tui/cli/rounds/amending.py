"""``cadre round amend``: another checklist in the place of one that a round froze, for more than wording."""

from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import session_of
from cadre_tui.cli.checklists.comparing import changes_json, changes_told, unlike_json
from cadre_tui.cli.checklists.named import file_or_known
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role

if TYPE_CHECKING:
    from cadre_tui.model.rounds.round import Amendment
    from cadre_tui.services.rounds.amending import Preview


@click.command(
    "amend",
    cls=SpokenCommand,
    help=N_("修订一轮用的考评表：先看改了什么、退回多少份、哪些答案带过来，同意后整个办成；原件保留，不再计入"),
)
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.argument("checklist", cls=SpokenArgument, metavar=M_("新考评表文件或编号"))
@click.option(
    "--reason",
    cls=SpokenOption,
    required=True,
    metavar=M_("理由"),
    help=N_("理由，填表的人都看得到，记入操作记录"),
)
@click.option(
    "--until",
    cls=SpokenOption,
    metavar=M_("截止时间"),
    help=N_("大家延长到什么时候；现在已经不能填的，必须写。只写日期是到当天结束，北京时间"),
)
@click.option("--dry-run", cls=SpokenOption, is_flag=True, help=N_("只看会怎样，不写入"))
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接办"))
@AS_JSON
@click.pass_obj
def amend(
    invocation: Invocation,
    round_id: str,
    checklist: str,
    reason: str,
    until: str | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Show, ask, then do it whole or not at all."""
    from cadre_tui.services.rounds import amending as service  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.rules import moments  # noqa: PLC0415
    from cadre_tui.words import amending as words  # noqa: PLC0415

    moment = None if until is None else moments.until(until)
    session = session_of(invocation, Role.ORGANISER)
    read = file_or_known(invocation, checklist)
    preview = service.considered(session, round_id, read)
    if not as_json:
        click.echo(f"{preview.before.name} → {preview.now.name}\n\n{changes_told(preview.changes)}\n")
        click.echo("\n".join(words.effects(preview)))
    made = None
    if not dry_run:
        if not yes and not asking.agreed(_("照这样修订吗？")):
            raise BadInput("not-agreed")
        made = service.amend(session, round_id, read, reason, moment)
    if as_json:
        tell(_as_json(preview, made))
        return
    click.echo("\n" + (_("只是查看，没有写入。") if made is None else words.done(made)))


def _as_json(preview: "Preview", made: "Amendment | None") -> dict[str, Any]:
    return {
        "round": preview.held.id,
        "amended": made is not None,
        "before": {"checklist": preview.before.name, "digest": preview.before.digest},
        "now": {"checklist": preview.now.name, "digest": preview.now.digest},
        "changes": changes_json(preview.changes),
        "carried": list(preview.carried),
        "anew": unlike_json(preview.unlike),
        "responses": {
            purpose.value: {"handed_in": count.handed_in, "begun": count.begun}
            for purpose, count in preview.counts.items()
        },
        "reopened": made.reopened if made else preview.reopened,
        "needs_time": [each.value for each in preview.needs_time],
        "until": {purpose.value: until.isoformat() for purpose, until in made.until.items()} if made else {},
    }

"""``cadre round originals``: what one had handed in before it was given back, or its checklist amended."""

import click

from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.people.person import Role


@click.command(
    "originals", cls=SpokenCommand, help=N_("看自己原来提交、后来退回或因修订重填的答卷：只供查看，不计入")
)
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@AS_JSON
@click.pass_obj
def originals(invocation: Invocation, round_id: str, as_json: bool) -> None:
    """Each with the checklist that it answers."""
    from cadre_tui.scoring import write_answer  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.filling.originals import originals as kept_of  # noqa: PLC0415
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415
    from cadre_tui.words.documents import originals as words  # noqa: PLC0415

    session = signed_in(invocation)
    role = Role.CADRE if Role.CADRE in session.roles else Role.RATER
    found = kept_of(act_as(session, role), round_id)
    if as_json:
        told = [
            {
                "subject": each.subject.id,
                "purpose": each.purpose.value,
                "checklist": each.checklist.name,
                "digest": each.checklist.digest,
                "submitted": each.original.submitted.isoformat() if each.original.submitted else None,
                "amended": each.original.amended,
                "reason": each.original.reason,
                "at": each.original.at.isoformat(),
                "answers": {key: write_answer(answer) for key, answer in each.original.answers.items()},
            }
            for each in found
        ]
        tell({"round": round_id, "originals": told})
        return
    for each in found:
        table = fitting((_("考评项"), _("回答")), list(words.answers(each)), _("："))
        click.echo(f"{words.heading(each)}\n{words.why(each)}\n{table}\n")
    if not found:
        click.echo(_("没有退回过，也没有因修订重填过。"))

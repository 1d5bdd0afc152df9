"""``cadre respond``: a response from a file, handed in by the same rules as from the form."""

from pathlib import Path

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.checklists.response_file import response_bytes
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.people.person import Role


@click.command("respond", cls=SpokenCommand, help=N_("用文件提交一份答卷：规则和界面里填写的一样"))
@click.argument("file", cls=SpokenArgument, metavar=M_("答卷文件"), type=click.Path(path_type=Path))
@click.option("--round", "round_id", cls=SpokenOption, required=True, metavar=M_("编号"), help=N_("哪一轮"))
@click.option(
    "--subject",
    cls=SpokenOption,
    metavar=M_("编号"),
    required=True,
    help=N_("被评人的编号；自评写自己的编号"),
)
@click.option(
    "--rater",
    cls=SpokenOption,
    metavar=M_("编号"),
    help=N_("照谁的纸质表录入：单位联络员替本单位的人录，记入操作记录"),
)
@click.option(
    "--renew",
    cls=SpokenOption,
    is_flag=True,
    help=N_("账号重新发放以前填的这一份已经封存：把它作废（原件保留），用这个文件重新提交"),
)
@AS_JSON
@click.pass_obj
def respond(
    invocation: Invocation, file: Path, round_id: str, subject: str, rater: str | None, renew: bool, as_json: bool
) -> None:
    """The whole response or nothing of it."""
    from cadre_tui.scoring import parse_response  # noqa: PLC0415 - only where somebody answers
    from cadre_tui.services.filling import paper, responses  # noqa: PLC0415

    content = response_bytes(file)
    session = session_of(invocation, Role.CADRE) if rater is None else session_of(invocation, Role.CLERK)
    raw = parse_response(content, file.name)
    if rater is None:
        done = responses.respond(session, round_id, subject, raw, renew=renew)
    else:
        done = paper.enter(session, round_id, rater, subject, raw)
    if as_json:
        tell(
            {
                "round": round_id,
                "rater": rater or session.person,
                "entered_by": done.entered_by,
                "subject": done.subject,
                "purpose": done.purpose.value,
                "checklist": done.checklist,
                "digest": done.digest,
                "state": done.state.value,
                "submitted": done.submitted.isoformat() if done.submitted else None,
            }
        )
        return
    click.echo(_("已提交：{checklist}，被评人 {subject}。").format(checklist=done.checklist, subject=done.subject))

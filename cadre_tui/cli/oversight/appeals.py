"""``cadre appeal``: objecting to a result, looking into it, putting it right, answering it."""

import click

from cadre_tui.cli.acting import overseeing, session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption, TextOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.appeal import Appeal, Verdict
from cadre_tui.model.people.person import Role

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
RECEIPT = click.argument("receipt", cls=SpokenArgument, metavar=M_("回执号"))
CRITERION = M_("考评表编号/考评项编号")


@click.group("appeal", cls=SpokenGroup, help=N_("异议：提出、受理、更正、答复"))
def appeal() -> None:
    """The noun; its verbs are below."""


@appeal.command("new", cls=SpokenCommand, help=N_("对自己的结果提出异议，得到回执号"))
@ROUND
@click.option("--text", cls=TextOption, required=True, metavar=M_("理由"), help=N_("哪里不对，有什么依据"))
@click.option("--criterion", cls=SpokenOption, metavar=CRITERION, help=N_("对哪一项；不写，就是对总分"))
@AS_JSON
@click.pass_obj
def new(invocation: Invocation, round_id: str, text: str, criterion: str | None, as_json: bool) -> None:
    """For a cadre, within the days that the round gives."""
    from cadre_tui.services.oversight import appeals as service  # noqa: PLC0415 - only where somebody acts

    where = ("", "") if criterion is None else split(criterion)
    made = service.appeal(session_of(invocation, Role.CADRE), round_id, text, *where)
    if as_json:
        tell(made.model_dump(mode="json"))
        return
    click.echo(_("已收到，回执号 {receipt}。先由一人核查，再由另一人书面答复。").format(receipt=made.receipt))


@appeal.command("list", cls=SpokenCommand, help=N_("组织者、督查员看一轮的全部异议；干部看自己的"))
@ROUND
@click.option("--own", cls=SpokenOption, is_flag=True, help=N_("只看自己提出的"))
@AS_JSON
@click.pass_obj
def list_(invocation: Invocation, round_id: str, own: bool, as_json: bool) -> None:
    """Those that wait first."""
    from cadre_tui.services.oversight import appeal_pages  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.oversight import appeals as words  # noqa: PLC0415

    session = session_of(invocation, Role.CADRE) if own else overseeing(invocation, else_role=Role.CADRE)
    read = appeal_pages.own_page if session.role is Role.CADRE else appeal_pages.page
    page = read(session, round_id)
    if as_json:
        tell(
            {
                "round": page.round,
                "until": page.until.isoformat() if page.until else None,
                "appeals": [each.appeal.model_dump(mode="json") for each in page.lines],
            }
        )
        return
    if not page.lines:
        click.echo(_("没有异议。"))
    for each in page.lines:
        click.echo(f"[{words.stage_of(each.appeal).word}]")
        click.echo("\n".join("  " + what + _("：") + said for what, said in words.told(each)) + "\n")


@appeal.command("take", cls=SpokenCommand, help=N_("受理一条异议，写明核查情况（组织者、督查员）"))
@ROUND
@RECEIPT
@click.option("--text", cls=TextOption, required=True, metavar=M_("核查情况"), help=N_("查了什么，查到什么"))
@AS_JSON
@click.pass_obj
def take(invocation: Invocation, round_id: str, receipt: str, text: str, as_json: bool) -> None:
    """The first handler; somebody else answers."""
    from cadre_tui.services.oversight import appeals as service  # noqa: PLC0415 - only where somebody acts

    done = service.take(overseeing(invocation), round_id, receipt, text)
    _tell(done, as_json, _("已受理 {receipt}。请由另一个人书面答复。"))


@appeal.command("correct", cls=SpokenCommand, help=N_("更正自评或督查的一项，原件保留；同事打的分不能动（组织者）"))
@ROUND
@RECEIPT
@click.option("--criterion", cls=SpokenOption, required=True, metavar=M_("考评项编号"), help=N_("更正哪一项"))
@click.option(
    "--answer", "written", cls=TextOption, required=True, metavar="JSON", help=N_("正确的答案，写法和答卷文件一样")
)
@click.option(
    "--by",
    cls=SpokenOption,
    type=click.Choice([Purpose.SELF.value, Purpose.CHECK.value]),
    default=Purpose.SELF.value,
    help=N_("更正谁填的：self 自评，check 督查；不写是自评"),
)
@click.option("--inspector", cls=SpokenOption, metavar=M_("编号"), help=N_("哪一位督查人；只有一位可以不写"))
@AS_JSON
@click.pass_obj
def correct(
    invocation: Invocation,
    round_id: str,
    receipt: str,
    criterion: str,
    written: str,
    by: str,
    inspector: str | None,
    as_json: bool,
) -> None:
    """What an appeal has shown to be wrong."""
    from cadre_tui.scoring import parse_response  # noqa: PLC0415 - only where something is put right
    from cadre_tui.services.oversight import corrections as service  # noqa: PLC0415

    raw = parse_response(written.encode(), "--answer")
    if not isinstance(raw, dict):
        raise BadInput("answer-not-an-object")
    session = session_of(invocation, Role.ORGANISER)
    done = service.correct(session, round_id, receipt, Purpose(by), criterion, raw, rater=inspector)
    _tell(done, as_json, _("已更正 {receipt}，原件保留。"))


@appeal.command("answer", cls=SpokenCommand, help=N_("书面答复一条异议：受理人以外的人才可以（组织者、督查员）"))
@ROUND
@RECEIPT
@click.option(
    "--verdict",
    cls=SpokenOption,
    required=True,
    type=click.Choice([each.value for each in Verdict]),
    help=N_("upheld 异议成立，rejected 异议不成立"),
)
@click.option("--text", cls=TextOption, required=True, metavar=M_("答复"), help=N_("给提出人的书面答复"))
@AS_JSON
@click.pass_obj
def answer(invocation: Invocation, round_id: str, receipt: str, verdict: str, text: str, as_json: bool) -> None:
    """By somebody other than the first handler."""
    from cadre_tui.services.oversight import appeals as service  # noqa: PLC0415 - only where somebody acts

    done = service.answer(overseeing(invocation), round_id, receipt, Verdict(verdict), text)
    _tell(done, as_json, _("已答复 {receipt}，提出人在首页可以看到。"))


def split(written: str) -> tuple[str, str]:
    """``core.mutual/plan.overall``: the ids of a checklist and of one of its criteria.

    Raises:
        BadInput: it is not written so.
    """
    checklist, _slash, criterion = written.partition("/")
    if not checklist or not criterion:
        raise BadInput("criterion-address", written=written)
    return checklist, criterion


def _tell(done: Appeal, as_json: bool, sentence: str) -> None:
    if as_json:
        tell(done.model_dump(mode="json"))
    else:
        click.echo(sentence.format(receipt=done.receipt))

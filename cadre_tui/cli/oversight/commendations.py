"""``cadre commend``: a word of encouragement, what one received, and what becomes of an abusive one."""

import click

from cadre_tui.cli.acting import overseeing, session_of, signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.oversight.appeals import CRITERION, split
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption, TextOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.oversight.commendation import Commendation
from cadre_tui.model.people.person import Role

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
RECEIVER = click.argument("receiver", cls=SpokenArgument, metavar=M_("同事编号"))
WHICH = click.argument("commendation_id", cls=SpokenArgument, metavar=M_("留言编号"))
REASON = click.option("--reason", cls=SpokenOption, required=True, metavar=M_("理由"), help=N_("为什么"))


@click.group("commend", cls=SpokenGroup, help=N_("鼓励：给同事写一句，看收到的，举报和隐藏不当的"))
def commend() -> None:
    """The noun; its verbs are below."""


@commend.command("write", cls=SpokenCommand, help=N_("就一个考评项给同事写一句鼓励，不计分；最多 100 字"))
@ROUND
@RECEIVER
@click.option("--criterion", cls=SpokenOption, required=True, metavar=CRITERION, help=N_("就哪一项"))
@click.option("--text", cls=TextOption, required=True, metavar=M_("一句话"), help=N_("写什么"))
@AS_JSON
@click.pass_obj
def write(invocation: Invocation, round_id: str, receiver: str, criterion: str, text: str, as_json: bool) -> None:
    """Signed, or not, as the round says."""
    from cadre_tui.services.oversight import encouragement  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415

    checklist, item = split(criterion)
    session = signed_in(invocation)
    session = act_as(session, Role.CADRE if Role.CADRE in session.roles else Role.RATER)
    done = encouragement.commend(session, round_id, receiver, checklist, item, text)
    if as_json:
        tell(done.shown().model_dump(mode="json"))
        return
    if done.signed:
        click.echo(_("写给 {receiver} 了，署你的名字。").format(receiver=receiver))
    else:
        click.echo(_("写给 {receiver} 了，不署名。").format(receiver=receiver))


@commend.command("list", cls=SpokenCommand, help=N_("看自己收到的；--reported：组织者看被举报的"))
@ROUND
@click.option("--reported", cls=SpokenOption, is_flag=True, help=N_("只看被举报的，由组织者处理"))
@AS_JSON
@click.pass_obj
def list_(invocation: Invocation, round_id: str, reported: bool, as_json: bool) -> None:
    """Others' words stay unread, unless they are reported."""
    from cadre_tui.services.oversight import commendation_pages as pages  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.oversight import encouragement as words  # noqa: PLC0415

    if reported:
        lines = pages.reported_lines(session_of(invocation, Role.ORGANISER), round_id)
    else:
        lines = pages.received_lines_of(session_of(invocation, Role.CADRE), round_id)
    if as_json:
        tell({"round": round_id, "commendations": [each.commendation.model_dump(mode="json") for each in lines]})
        return
    if not lines:
        click.echo(_("没有留言。"))
    for each in lines:
        heading = f"{each.receiver}（{each.commendation.receiver}）" if reported else words.from_whom(each)
        told = (each.commendation.id, words.day(each), heading)
        click.echo("  ".join(told) + f"\n    {each.commendation.text}")
        if judged := words.judged(each):
            click.echo(f"    {judged}")


@commend.command("report", cls=SpokenCommand, help=N_("举报自己收到的不当留言"))
@ROUND
@WHICH
@REASON
@AS_JSON
@click.pass_obj
def report(invocation: Invocation, round_id: str, commendation_id: str, reason: str, as_json: bool) -> None:
    """The organiser then decides."""
    from cadre_tui.services.oversight import encouragement  # noqa: PLC0415 - only where somebody acts

    done = encouragement.report(session_of(invocation, Role.CADRE), round_id, commendation_id, reason)
    _answer(done, as_json, _("已经举报，请组织者处理。"))


@commend.command("hide", cls=SpokenCommand, help=N_("隐藏一句被举报的留言（组织者）：收到的人不再看到，也不计数"))
@ROUND
@RECEIVER
@WHICH
@REASON
@AS_JSON
@click.pass_obj
def hide(
    invocation: Invocation, round_id: str, receiver: str, commendation_id: str, reason: str, as_json: bool
) -> None:
    """With a reason, which is noted."""
    from cadre_tui.services.oversight import encouragement  # noqa: PLC0415 - only where somebody acts

    done = encouragement.hide(session_of(invocation, Role.ORGANISER), round_id, receiver, commendation_id, reason)
    _answer(done, as_json, _("已经隐藏，记入操作记录。"))


@commend.command("restore", cls=SpokenCommand, help=N_("恢复一句隐藏了的留言（组织者）：收到的人又能看到，也计数"))
@ROUND
@RECEIVER
@WHICH
@REASON
@AS_JSON
@click.pass_obj
def restore(
    invocation: Invocation, round_id: str, receiver: str, commendation_id: str, reason: str, as_json: bool
) -> None:
    """With a reason, which is noted."""
    from cadre_tui.services.oversight import encouragement  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    done = encouragement.restore(session, round_id, receiver, commendation_id, reason)
    _answer(done, as_json, _("已经恢复，记入操作记录。"))


@commend.command("count", cls=SpokenCommand, help=N_("各单位收到多少句鼓励：只看句数（组织者、督查员）"))
@ROUND
@AS_JSON
@click.pass_obj
def count(invocation: Invocation, round_id: str, as_json: bool) -> None:
    """Numbers alone."""
    from cadre_tui.services.oversight import encouragement  # noqa: PLC0415 - only where somebody acts

    session = overseeing(invocation)
    counts = encouragement.counted(session, round_id)
    if as_json:
        tell({"round": round_id, "units": counts})
        return
    if not counts:
        click.echo(_("还没有人写。"))
        return
    names = {each.id: each.name for each in session.county.roster().units}
    rows = [(names.get(unit, unit), str(number)) for unit, number in counts.items()]
    click.echo(fitting((_("单位"), _("收到的鼓励（句）")), rows, _("：")))


def _answer(done: Commendation, as_json: bool, told: str) -> None:
    if as_json:
        tell(done.model_dump(mode="json"))
    else:
        click.echo(told)

"""``cadre ballot count``, ``paper`` and ``open``: two tellers together."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.words.ballots import told

if TYPE_CHECKING:
    from cadre_tui.services.ballots.tellers import TwoTellers

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
WITH = click.option(
    "--with",
    "second",
    cls=SpokenOption,
    metavar=M_("编号"),
    required=True,
    help=N_("另一位监票人，在这里登录"),
)


def _both(invocation: Invocation, round_id: str, second: str) -> "TwoTellers":
    """Both sign in: the one who acts first, then the other."""
    from cadre_tui.services.ballots import tellers  # noqa: PLC0415 - only where somebody acts

    session = signed_in(invocation)
    password = asking.secret(_("{who} 的密码：").format(who=second))
    return tellers.together(session, round_id, second, password)


@click.command("count", cls=SpokenCommand, help=N_("两位监票人清点一个评价主体的票条，记入操作记录"))
@ROUND
@click.option("--group", cls=SpokenOption, required=True, metavar=M_("主体"), help=N_("评价主体的编号"))
@click.option("--drawn", cls=SpokenOption, type=int, required=True, metavar=M_("张数"), help=N_("领走几张"))
@click.option("--returned", cls=SpokenOption, type=int, default=0, metavar=M_("张数"), help=N_("没用退回几张"))
@click.option("--voided", cls=SpokenOption, type=int, default=0, metavar=M_("张数"), help=N_("作废几张"))
@WITH
@AS_JSON
@click.pass_obj
def count(
    invocation: Invocation,
    round_id: str,
    group: str,
    drawn: int,
    returned: int,
    voided: int,
    second: str,
    as_json: bool,
) -> None:
    """What the two counted."""
    from cadre_tui.services.ballots import tellers  # noqa: PLC0415 - only where somebody acts

    both = _both(invocation, round_id, second)
    tellers.count_slips(both, round_id, group, drawn, returned, voided)
    if as_json:
        tell({"round": round_id, "group": group, "drawn": drawn, "returned": returned, "voided": voided})
        return
    click.echo(
        _("已记下：领走 {drawn}，退回 {returned}，作废 {voided}。").format(
            drawn=drawn, returned=returned, voided=voided
        )
    )


@click.command(
    "paper",
    cls=SpokenCommand,
    help=N_("两位监票人各录一遍一张纸质票，比对一致就投进去；先读两个人的密码，再读随票的测评码"),
)
@ROUND
@click.argument("first", cls=SpokenArgument, metavar=M_("第一遍.json"), type=click.Path(path_type=Path))
@click.argument("again", cls=SpokenArgument, metavar=M_("第二遍.json"), type=click.Path(path_type=Path))
@WITH
@AS_JSON
@click.pass_obj
def paper(invocation: Invocation, round_id: str, first: Path, again: Path, second: str, as_json: bool) -> None:
    """Keyed twice and compared; what is not valid by the rules goes in as void."""
    from cadre_tui.services.ballots import tellers  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.ballots.marks_file import read_marks  # noqa: PLC0415

    both = _both(invocation, round_id, second)
    found = tellers.paper_ballot(both, round_id, asking.secret(_("票条上的测评码：")))
    one, other = (read_marks(found.form, path) for path in (first, again))
    valid = tellers.hand_in_paper(both, found, one, other)
    if as_json:
        tell({"round": round_id, "valid": valid})
        return
    click.echo(_("两遍一致，已投进票箱。") if valid else _("两遍一致；按规则是无效票，已作为无效票投进票箱。"))


@click.command("open", cls=SpokenCommand, help=N_("两位监票人登录开箱：先报票数和操作记录指纹，然后才能算分"))
@ROUND
@WITH
@AS_JSON
@click.pass_obj
def open_(invocation: Invocation, round_id: str, second: str, as_json: bool) -> None:
    """Counts with the audit hash, before any figure."""
    from cadre_tui.services.ballots import counting  # noqa: PLC0415 - only where somebody acts

    opened = counting.open_boxes(_both(invocation, round_id, second), round_id)
    if as_json:
        counts = [
            {**each.model_dump(mode="json"), "void": each.void, "too_many": each.too_many} for each in opened.counts
        ]
        tell({"round": round_id, "hash": opened.hash, "groups": counts})
        return
    click.echo("\n".join(told.protocol(opened)))

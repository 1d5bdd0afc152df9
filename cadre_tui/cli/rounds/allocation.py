"""``cadre round allocate``, ``assign``, ``raters`` and ``seed``: who rates whom in a round."""

from pathlib import Path

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import session_of, signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.allocation import Pair

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
PAIR = M_("评价人:被评人")


@click.command(
    "allocate",
    cls=SpokenCommand,
    help=N_("平均分配谁评价谁，给出证明；已经开启的轮次，按新的花名册重新安排，已经开始填的都保留"),
)
@ROUND
@click.option(
    "--conflicts",
    cls=SpokenOption,
    metavar=M_("文件"),
    type=click.Path(path_type=Path),
    help=N_("回避名单：评价人、被评人各一列；不写就沿用上次的"),
)
@click.option(
    "--seed",
    cls=SpokenOption,
    metavar=M_("种子"),
    type=click.IntRange(min=0),
    help=N_("种子；不写就抽一个"),
)
@click.option("--dry-run", cls=SpokenOption, is_flag=True, help=N_("只看结果，不采用"))
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接采用"))
@AS_JSON
@click.pass_obj
def allocate(
    invocation: Invocation,
    round_id: str,
    conflicts: Path | None,
    seed: int | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Show it with its proof, then take it."""
    from cadre_tui.cli.oversight.progress import Progress  # noqa: PLC0415
    from cadre_tui.cli.rounds import allocation_words as words  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.raters import allocation as service  # noqa: PLC0415
    from cadre_tui.services.rounds.raters.pair_files import pairs_in  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    apart = None if conflicts is None else pairs_in(session, conflicts)
    with Progress() as progress:
        proposal = service.preview(session, round_id, apart, seed, progress.tell)
    if not as_json:
        click.echo(words.proposal_in_words(proposal))
    if not dry_run:
        if asking.at_a_terminal() and not yes and not asking.agreed(_("采用吗？")):
            raise BadInput("not-agreed")
        service.take(session, proposal)
    if as_json:
        tell({"taken": not dry_run, **words.proposal_json(proposal)})
        return
    click.echo("\n" + (_("只是查看，没有采用。") if dry_run else _("已经采用。")))


@click.command(
    "assign",
    cls=SpokenCommand,
    help=N_("手工安排谁评价谁：整份名单（--list），或一对一对地加、减；改完重新核对"),
)
@ROUND
@click.option(
    "--list",
    "listed",
    cls=SpokenOption,
    metavar=M_("文件"),
    type=click.Path(path_type=Path),
    help=N_("名单：评价人、被评人各一列（colleagues 为 list 的轮次，开启以前）"),
)
@click.option("--add", cls=SpokenOption, multiple=True, metavar=PAIR, help=N_("加一对，可以写几次"))
@click.option("--remove", cls=SpokenOption, multiple=True, metavar=PAIR, help=N_("减一对，可以写几次"))
@click.option("--reason", cls=SpokenOption, default="", metavar=M_("理由"), help=N_("改了以后不再均衡时要写的理由"))
@AS_JSON
@click.pass_obj
def assign(
    invocation: Invocation,
    round_id: str,
    listed: Path | None,
    add: tuple[str, ...],
    remove: tuple[str, ...],
    reason: str,
    as_json: bool,
) -> None:
    """Change it and prove it anew."""
    from cadre_tui.cli.rounds import allocation_words as words  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.raters import allocation as service  # noqa: PLC0415
    from cadre_tui.services.rounds.raters.allocation_changes import change  # noqa: PLC0415
    from cadre_tui.services.rounds.raters.asked import who_rates_whom  # noqa: PLC0415
    from cadre_tui.services.rounds.raters.pair_files import pairs_in  # noqa: PLC0415

    if (listed is None) is not bool(add or remove):
        raise BadInput("assign-nothing")
    more, fewer = [_pair(each) for each in add], [_pair(each) for each in remove]
    session = session_of(invocation, Role.ORGANISER)
    if listed is not None:
        service.take_list(session, round_id, pairs_in(session, listed, by_hand=True))
    else:
        change(session, round_id, more, fewer, reason)
    found = who_rates_whom(session, round_id)
    if as_json:
        tell(words.raters_json(found))
        return
    click.echo(_("已经改好。") + "\n\n" + words.standing(found))


@click.command("raters", cls=SpokenCommand, help=N_("看谁评价谁：各人的人数和证明；写上一个人，列出他的评价人"))
@ROUND
@click.option("--subject", cls=SpokenOption, metavar=M_("编号"), help=N_("只看这个人：谁评他，他评谁"))
@AS_JSON
@click.pass_obj
def raters(invocation: Invocation, round_id: str, subject: str | None, as_json: bool) -> None:
    """Who is asked; never what they say."""
    from cadre_tui.cli.rounds import allocation_words as words  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.raters.asked import asked_about, who_rates_whom  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    if subject is None:
        found = who_rates_whom(session, round_id)
        if as_json:
            tell(words.raters_json(found))
            return
        click.echo(words.everybody(found))
        return
    one = asked_about(session, round_id, subject)
    if as_json:
        tell({"round": round_id, **words.one_json(one)})
        return
    click.echo(words.one_person(one))


@click.command("seed", cls=SpokenCommand, help=N_("看谁评价谁的指纹；填写结束以后也看种子（登录的人都可以看）"))
@ROUND
@AS_JSON
@click.pass_obj
def seed(invocation: Invocation, round_id: str, as_json: bool) -> None:
    """Whoever signs in may check that nothing was chosen afterwards."""
    from cadre_tui.cli.rounds import allocation_words as words  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.raters.allocation import seed_of  # noqa: PLC0415

    found = seed_of(signed_in(invocation), round_id)
    if as_json:
        tell({"round": round_id, "allocation": words.seed_json(found)})
        return
    click.echo(words.seed_in_words(found))


def _pair(written: str) -> Pair:
    rater, _colon, subject = (each.strip() for each in written.replace("：", ":").partition(":"))
    if not rater or not subject:
        raise BadInput("pair-unreadable", given=written)
    return Pair(rater, subject)

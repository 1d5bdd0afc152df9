"""``cadre ballot print``, ``status`` and ``close``: the organiser's part."""

from pathlib import Path

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import session_of, signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell, texts
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.ballots.told import BallotStatus, PrintedSlips
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.words.ballots import slips, told

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
CUT = "- " * 30


@click.command(
    "print",
    cls=SpokenCommand,
    help=N_("印票条：每个评价主体一次，测评码只在这里出现；写了 --to 就写成可以打印的网页"),
)
@ROUND
@click.option(
    "--count",
    "counts",
    cls=SpokenOption,
    multiple=True,
    required=True,
    metavar=M_("主体=张数"),
    help=N_("哪个评价主体印几张，如 a=35（可多次使用）"),
)
@click.option(
    "--to",
    cls=SpokenOption,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=M_("文件"),
    help=N_("写进这个新文件（网页，打印以后请删去）"),
)
@click.option(
    "--again", cls=SpokenOption, is_flag=True, help=N_("作废原来的票条重印：只有还没有清点、没有人用过时可以")
)
@AS_JSON
@click.pass_obj
def print_(
    invocation: Invocation, round_id: str, counts: tuple[str, ...], to: Path | None, again: bool, as_json: bool
) -> None:
    """The codes leave the program here, and stay nowhere in it."""
    from cadre_tui.services.ballots import printing  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.people.slips_file import new_file  # noqa: PLC0415

    wanted = dict(map(_count, counts))
    session = session_of(invocation, Role.ORGANISER)
    if to is None:
        printed = printing.print_slips(session, round_id, wanted, again=again)
    else:
        with new_file(to) as file:
            printed = printing.print_slips(session, round_id, wanted, again=again)
            file.write(slips.page(printed))
    if as_json:
        tell({"round": round_id, "file": str(to) if to else None, "groups": [_json(each, to) for each in printed]})
        return
    if to is None:
        for each in printed:
            for code in each.codes:
                click.echo("\n".join((CUT.rstrip(), *slips.lines(each, code))))
        click.echo(CUT.rstrip())
    click.echo(told.printed_told(sum(len(each.codes) for each in printed), len(printed)), err=to is None)


def _count(written: str) -> tuple[str, int]:
    group, _equals, count = written.rpartition("=")
    if not group or not (count.isascii() and count.isdigit()):
        raise BadInput("ballot-count-written", written=written)
    return group.strip(), int(count)


def _json(printed: PrintedSlips, to: Path | None) -> dict[str, object]:
    told_too = {} if to else {"codes": list(printed.codes)}
    return {"group": printed.group, "title": texts(printed.group_title), "count": len(printed.codes), **told_too}


@click.command("status", cls=SpokenCommand, help=N_("看投票进度：开箱以前张数只按五张一级，不显示谁、何时"))
@ROUND
@AS_JSON
@click.pass_obj
def status(invocation: Invocation, round_id: str, as_json: bool) -> None:
    """Counts in steps of five."""
    from cadre_tui.services.ballots import counting  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415

    session = signed_in(invocation)
    watching = next((each for each in (Role.ORGANISER, Role.SUPERVISOR) if each in session.roles), None)
    _tell(counting.status(act_as(session, watching) if watching else session, round_id), as_json)


@click.command("close", cls=SpokenCommand, help=N_("封箱：没有用的测评码作废，没投的草稿销毁；不能再开"))
@ROUND
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接办"))
@AS_JSON
@click.pass_obj
def close(invocation: Invocation, round_id: str, yes: bool, as_json: bool) -> None:
    """A person at a terminal is asked first: there is no way back."""
    from cadre_tui.services.ballots import counting  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    if asking.at_a_terminal() and not yes:
        question = _("封箱以后谁也不能再投，没有用的测评码作废。封箱吗？")
        if not asking.agreed(question):
            raise BadInput("not-agreed")
    _tell(counting.close(session, round_id), as_json)


def _tell(found: BallotStatus, as_json: bool) -> None:
    exact = found.opened is not None
    if as_json:
        groups = [
            {
                "group": each.group,
                "title": texts(each.title),
                "printed": each.printed,
                "handed_in": each.handed_in,
                "exact": exact,
                "slips": each.slips.model_dump(mode="json", include={"drawn", "returned", "voided"})
                if each.slips
                else None,
            }
            for each in found.groups
        ]
        tell({"round": found.round, "closed": found.closed, "opened": exact, "groups": groups})
        return
    rows = [
        (
            each.title.say(language()),
            str(each.printed),
            told.handed_in(each, exact=exact) if each.printed else "·",
            told.slips_counted(each),
        )
        for each in found.groups
    ]
    click.echo(fitting((_("评价主体"), _("印制"), _("收到"), _("票条")), rows, _("：")))
    click.echo("\n" + told.state(found))
    if found.opened is not None:
        click.echo("\n".join(told.protocol(found.opened)))

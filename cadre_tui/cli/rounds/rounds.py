"""``cadre round``: a round's life, from its file to its results."""

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import session_of, watching
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.oversight import progress_words
from cadre_tui.cli.oversight.posting import bulletin
from cadre_tui.cli.oversight.reminding import remind
from cadre_tui.cli.rounds import round_words
from cadre_tui.cli.rounds.allocation import allocate, assign, raters, seed
from cadre_tui.cli.rounds.amending import amend
from cadre_tui.cli.rounds.disclosure import disclosure, look_before_publishing, raw
from cadre_tui.cli.rounds.errata import errata, erratum
from cadre_tui.cli.rounds.giving_time import extend, reopen
from cadre_tui.cli.rounds.originals import originals
from cadre_tui.cli.rounds.outcome import decide, outcome, work_out_before_publishing
from cadre_tui.cli.rounds.quality import quality
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Phase
from cadre_tui.words.rounds import conditions

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
LEAVE_OUT = click.option(
    "--leave-out",
    cls=SpokenOption,
    metavar=M_("理由"),
    help=N_("没提交的不计入，往下办；理由记入操作记录"),
)
YES = click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接办"))


@click.group(
    "round",
    cls=SpokenGroup,
    lazy={
        verb: f"cadre_tui.cli.rounds.round_files:{name}"
        for verb, name in (("template", "template"), ("check", "check"), ("new", "new"), ("show", "show"))
    },
    help=N_("考评轮次：模板、检查、新建、开启、结束、公布、看进度"),
)
def rounds() -> None:
    """The noun; its verbs are below."""


@rounds.command(
    "open",
    cls=SpokenCommand,
    help=N_("开启一轮：冻结规则，请大家填写；先自评后互评的，再用一次开始互评"),
)
@ROUND
@LEAVE_OUT
@YES
@AS_JSON
@click.pass_obj
def open_(invocation: Invocation, round_id: str, leave_out: str | None, yes: bool, as_json: bool) -> None:
    """Freeze and begin; after the self-assessment, begin with colleagues."""
    _move(invocation, round_id, "open", leave_out, yes, as_json)


@rounds.command("close", cls=SpokenCommand, help=N_("结束填写，转入审核；没有提交的不计入，要写明理由"))
@ROUND
@LEAVE_OUT
@YES
@AS_JSON
@click.pass_obj
def close(invocation: Invocation, round_id: str, leave_out: str | None, yes: bool, as_json: bool) -> None:
    """End the filling in."""
    _move(invocation, round_id, "close", leave_out, yes, as_json)


@rounds.command("publish", cls=SpokenCommand, help=N_("公布一轮：每个人可以看自己的结果"))
@ROUND
@LEAVE_OUT
@click.option(
    "--disclosed",
    cls=SpokenOption,
    is_flag=True,
    help=N_("保密的轮次：一并做保密检查，结果只报个数（不写就要先用 cadre round disclosure 看过）"),
)
@YES
@AS_JSON
@click.pass_obj
def publish(
    invocation: Invocation, round_id: str, leave_out: str | None, disclosed: bool, yes: bool, as_json: bool
) -> None:
    """Let everybody see their own result."""
    _move(invocation, round_id, "publish", leave_out, yes, as_json, disclosed=disclosed)


@rounds.command("archive", cls=SpokenCommand, help=N_("归档一轮：只能看，不能再改"))
@ROUND
@YES
@AS_JSON
@click.pass_obj
def archive(invocation: Invocation, round_id: str, yes: bool, as_json: bool) -> None:
    """Put it away."""
    _move(invocation, round_id, "archive", None, yes, as_json)


def _move(
    invocation: Invocation,
    round_id: str,
    verb: str,
    leave_out: str | None,
    yes: bool,
    as_json: bool,
    *,
    disclosed: bool = False,
) -> None:
    """One phase on. A person at a terminal is asked first: there is no way back."""
    from cadre_tui.services.rounds import life as service  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    held = service.find(session.county, round_id)
    if verb == "publish" and held.phase is Phase.MODERATION:
        look_before_publishing(session, held, seen=disclosed, yes=yes)
        work_out_before_publishing(session, held, seen=disclosed)
    to, unmet = service.next_step(session, round_id)
    undecided = [each for each in unmet if each.code == "not-handed-in"]
    if asking.at_a_terminal() and not yes and to is not None:
        if undecided and leave_out is None and len(undecided) == len(unmet):
            click.echo(conditions.sentence(undecided[0]), err=True)
            leave_out = asking.line(_("没有提交的不计入，理由是（直接回车就不办）：")).strip() or None
        if (leave_out or not undecided) and not asking.agreed(round_words.question(held, to)):
            raise BadInput("not-agreed")
    moves = {
        "open": lambda: service.open_round(session, round_id, leave_out),
        "close": lambda: service.close_round(session, round_id, leave_out),
        "publish": lambda: service.publish(session, round_id, leave_out),
        "archive": lambda: service.archive(session, round_id),
    }
    held = moves[verb]()
    if as_json:
        tell(round_words.round_json(held))
        return
    click.echo(round_words.moved(held))


@rounds.command("status", cls=SpokenCommand, help=N_("看进度：一轮写编号；不写编号列出所有轮次"))
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"), required=False)
@AS_JSON
@click.pass_obj
def status(invocation: Invocation, round_id: str | None, as_json: bool) -> None:
    """Counts alone, never what somebody answered."""
    from cadre_tui.cli.rounds import allocation_words  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.oversight import progress  # noqa: PLC0415
    from cadre_tui.services.rounds import life as service  # noqa: PLC0415
    from cadre_tui.services.rounds.frozen import drifted  # noqa: PLC0415
    from cadre_tui.services.rounds.raters.allocation import seed_of  # noqa: PLC0415
    from cadre_tui.words.amending import drifted_in_words  # noqa: PLC0415

    session = watching(invocation)
    if round_id is None:
        held = service.rounds(session)
        if as_json:
            tell({"rounds": [round_words.round_json(each) for each in held]})
            return
        click.echo(round_words.rounds_in_words(held))
        return
    found = progress.status(session, round_id)
    dealt = seed_of(session, round_id)
    organises = session.role is Role.ORGANISER
    step = service.next_step(session, round_id) if organises else None
    copies = drifted(session.county, service.find(session.county, round_id)) if organises else ()
    if as_json:
        told = {**progress_words.as_json(found), "allocation": allocation_words.seed_json(dealt)}
        if step is not None:
            told |= round_words.next_json(*step)
            told["own_copies"] = [{"checklist": each.pin.name, "installed": each.how.value} for each in copies]
        tell(told)
        return
    click.echo(progress_words.in_words(found))
    if dealt is not None:
        click.echo("\n" + allocation_words.seed_in_words(dealt))
    if step:
        click.echo("\n" + round_words.next_in_words(*step))
    for each in copies:
        click.echo(drifted_in_words(each))


rounds.add_command(allocate)
rounds.add_command(assign)
rounds.add_command(raters)
rounds.add_command(seed)
rounds.add_command(disclosure)
rounds.add_command(outcome)
rounds.add_command(decide)
rounds.add_command(raw)
rounds.add_command(quality)
rounds.add_command(extend)
rounds.add_command(reopen)
rounds.add_command(amend)
rounds.add_command(originals)
rounds.add_command(erratum)
rounds.add_command(errata)
rounds.add_command(remind)
rounds.add_command(bulletin)

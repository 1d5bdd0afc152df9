"""``cadre round``: a round's life, from its file to its results."""

from datetime import UTC, datetime
from pathlib import Path

import click

from cadre_tui.cli import asking, progress_words, round_words
from cadre_tui.cli.acting import session_of, watching
from cadre_tui.cli.allocation import allocate, assign, raters, seed
from cadre_tui.cli.giving_time import extend, reopen
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.places import checklist_folders
from cadre_tui.cli.posting import bulletin
from cadre_tui.cli.reminding import remind
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput, CadreError, NotRight
from cadre_tui.model.people import Role
from cadre_tui.words import conditions

FILE = click.argument("file", cls=SpokenArgument, metavar=N_("轮次文件"), type=click.Path(path_type=Path))
ROUND = click.argument("round_id", cls=SpokenArgument, metavar=N_("轮次编号"))
LEAVE_OUT = click.option(
    "--leave-out",
    cls=SpokenOption,
    metavar=N_("理由"),
    help=N_("没提交的不计入，往下办；理由记入操作记录"),
)
YES = click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接办"))


@click.group("round", cls=SpokenGroup, help=N_("考评轮次：新建、检查、开启、结束、公布、看进度"))
def rounds() -> None:
    """The noun; its verbs are below."""


@rounds.command("new", cls=SpokenCommand, help=N_("按轮次文件（TOML）新建一轮；还不会要求任何人填写"))
@FILE
@AS_JSON
@click.pass_obj
def new(invocation: Invocation, file: Path, as_json: bool) -> None:
    """Read the file, make the round, and say what was understood."""
    from cadre_tui.services.rounds import life as service  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.file import read_round_file  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    rules, warnings = read_round_file(file)
    held = service.new(session, rules)
    if as_json:
        tell({**round_words.round_json(held), "warnings": round_words.warnings_json(warnings)})
        return
    click.echo(round_words.rules_in_words(rules, warnings, session.county.now()))
    click.echo("\n" + _("轮次“{round}”建好了。准备好以后开启：cadre round open {round}").format(round=rules.id))


@rounds.command("check", cls=SpokenCommand, help=N_("检查轮次文件，逐条说明错在哪里；不用登录，不写入"))
@FILE
@AS_JSON
@click.pass_obj
def check(invocation: Invocation, file: Path, as_json: bool) -> None:
    """Exit 1 where the file is not right."""
    from cadre_tui.plugins.catalogue import load_catalogue  # noqa: PLC0415 - only where a round is checked
    from cadre_tui.services.rounds.file import read_round_file  # noqa: PLC0415

    try:
        rules, warnings = read_round_file(file)
    except BadInput as error:
        if error.code == "round-file-faulty":
            raise NotRight(error.code, error.faults, **error.values) from None
        raise
    catalogue = load_catalogue(checklist_folders(invocation), plugins=invocation.plugins)
    for use in rules.use:
        try:
            catalogue.checklist(use.checklist)
        except CadreError as error:
            raise NotRight(error.code, error.faults, **error.values) from None
    if as_json:
        tell({"round": rules.id, "right": True, "warnings": round_words.warnings_json(warnings)})
        return
    click.echo(round_words.rules_in_words(rules, warnings, datetime.now(UTC)))
    click.echo("\n" + _("{file} 没有错误。").format(file=file.name))


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
@YES
@AS_JSON
@click.pass_obj
def publish(invocation: Invocation, round_id: str, leave_out: str | None, yes: bool, as_json: bool) -> None:
    """Let everybody see their own result."""
    _move(invocation, round_id, "publish", leave_out, yes, as_json)


@rounds.command("archive", cls=SpokenCommand, help=N_("归档一轮：只能看，不能再改"))
@ROUND
@YES
@AS_JSON
@click.pass_obj
def archive(invocation: Invocation, round_id: str, yes: bool, as_json: bool) -> None:
    """Put it away."""
    _move(invocation, round_id, "archive", None, yes, as_json)


def _move(invocation: Invocation, round_id: str, verb: str, leave_out: str | None, yes: bool, as_json: bool) -> None:
    """One phase on. A person at a terminal is asked first: there is no way back."""
    from cadre_tui.services.rounds import life as service  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    held = service.find(session.county, round_id)
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
@click.argument("round_id", cls=SpokenArgument, metavar=N_("轮次编号"), required=False)
@AS_JSON
@click.pass_obj
def status(invocation: Invocation, round_id: str | None, as_json: bool) -> None:
    """Counts alone, never what somebody answered."""
    from cadre_tui.cli import allocation_words  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.oversight import progress  # noqa: PLC0415
    from cadre_tui.services.rounds import life as service  # noqa: PLC0415
    from cadre_tui.services.rounds.allocation import seed_of  # noqa: PLC0415

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
    if as_json:
        tell({**progress_words.as_json(found), "allocation": allocation_words.seed_json(dealt)})
        return
    click.echo(progress_words.in_words(found))
    if dealt is not None:
        click.echo("\n" + allocation_words.seed_in_words(dealt))


rounds.add_command(allocate)
rounds.add_command(assign)
rounds.add_command(raters)
rounds.add_command(seed)
rounds.add_command(extend)
rounds.add_command(reopen)
rounds.add_command(remind)
rounds.add_command(bulletin)

"""``cadre``: the options that every command shares, and how a refusal is told."""

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from itertools import pairwise

import click

from cadre_tui import __version__, locale
from cadre_tui.cli import streams
from cadre_tui.cli.invocation import EVERYTHING, Invocation, left_out
from cadre_tui.cli.spoken import GLYPHS, LANG, SpokenGroup, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model import outside
from cadre_tui.model.refusal import CadreError, StoreFailure

COMMANDS = {
    "init": "cadre_tui.cli.init:init",
    "demo": "cadre_tui.cli.demo:demo",
    "roster": "cadre_tui.cli.people.roster:roster",
    "codes": "cadre_tui.cli.people.codes:codes",
    "account": "cadre_tui.cli.people.account:account",
    "sign-in": "cadre_tui.cli.people.sign_in:sign_in",
    "round": "cadre_tui.cli.rounds.rounds:rounds",
    "ballot": "cadre_tui.cli.ballots.ballot:ballot",
    "respond": "cadre_tui.cli.checklists.respond:respond",
    "results": "cadre_tui.cli.rounds.results:results",
    "plan": "cadre_tui.cli.growth.plan:plan",
    "study": "cadre_tui.cli.study.study:study",
    "report": "cadre_tui.cli.rounds.report:report",
    "county": "cadre_tui.cli.rounds.county:county",
    "remedy": "cadre_tui.cli.oversight.remedies:remedy",
    "appeal": "cadre_tui.cli.oversight.appeals:appeal",
    "commend": "cadre_tui.cli.oversight.commendations:commend",
    "score": "cadre_tui.cli.checklists.score:score",
    "analyse": "cadre_tui.cli.ratings.analyse:analyse",
    "allocate": "cadre_tui.cli.rounds.allocate:allocate",
    "plugin": "cadre_tui.cli.checklists.plugin:plugin",
    "backup": "cadre_tui.cli.safekeeping.backup:backup",
    "restore": "cadre_tui.cli.safekeeping.backup:restore",
    "store": "cadre_tui.cli.safekeeping.store:store",
    "doctor": "cadre_tui.cli.safekeeping.doctor:doctor",
    "audit": "cadre_tui.cli.oversight.audit:audit",
    "ssh-entry": "cadre_tui.cli.people.ssh_entry:ssh_entry",
}
"""Commands in the order of ``cadre --help``."""

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells have it."""

CUT_OFF = 141
"""The exit code where nobody reads the output any more, as shells have it."""


def tell_version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    """Say which version this is, and end."""
    del param
    if asked and not ctx.resilient_parsing:
        click.echo(f"cadre {__version__}")
        ctx.exit()


class Cadre(SpokenGroup):
    """The group of all commands; its ``--no-plugins`` has a value only where ``=`` gives one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does."""
        return super().parse_args(ctx, [f"{each}={EVERYTHING}" if each == "--no-plugins" else each for each in args])


@click.command(
    cls=Cadre,
    lazy=COMMANDS,
    invoke_without_command=True,
    help=N_("县级干部学习考评。不带命令时打开终端界面。"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@LANG
@click.option(
    "--data",
    cls=SpokenOption,
    envvar="CADRE_DATA",
    metavar=M_("文件夹"),
    help=N_("数据文件夹（也可用 CADRE_DATA）"),
)
@click.option(
    "--store",
    cls=SpokenOption,
    envvar="CADRE_STORE",
    metavar=M_("地址"),
    help=N_("数据存储地址：tinydb:///文件夹 或 sqlite:///文件（也可用 CADRE_STORE）"),
)
@click.option(
    "--checklists",
    "folders",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("文件夹"),
    help=N_("另外再看这个文件夹里的考评表（可多次使用）"),
)
@click.option(
    "--no-plugins",
    cls=SpokenOption,
    envvar="CADRE_NO_PLUGINS",
    metavar=M_("[=名称,…]"),
    help=N_("不加载任何插件，只用内置考评表；写了名称就只不加载这几个（也可用 CADRE_NO_PLUGINS）"),
)
@click.option(
    "--as",
    "acting",
    cls=SpokenOption,
    metavar=M_("编号"),
    help=N_("以谁的身份办理（密码由标准输入读入，或用 CADRE_TOKEN）"),
)
@GLYPHS
@click.option("--debug", cls=SpokenOption, is_flag=True, help=N_("出错时显示程序内部信息"))
@click.option(
    "--version",
    cls=SpokenOption,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=tell_version,
    help=N_("显示版本"),
)
@click.pass_context
def cadre(
    ctx: click.Context,
    data: str | None,
    store: str | None,
    folders: tuple[str, ...],
    no_plugins: str | None,
    acting: str | None,
    glyphs: str | None,
    debug: bool,
) -> int | None:
    """Gather the shared options; without a command, open the app."""
    everything, names = left_out(no_plugins)
    ctx.obj = Invocation(data, store, not everything, acting, debug, glyphs, names, folders)
    outside.when_wanted(partial(_start_plugins, ctx.obj))
    if ctx.invoked_subcommand is not None:
        return None
    from cadre_tui.cli.app import open_on  # noqa: PLC0415 - a command needs no screen

    return open_on(ctx.obj, glyphs)


def _start_plugins(invocation: Invocation) -> None:
    from cadre_tui.cli.places import permission_file  # noqa: PLC0415 - only where a plugin may be needed
    from cadre_tui.plugins.allowed import running  # noqa: PLC0415

    if invocation.plugins:
        running.start_allowed(permission_file(invocation))
    else:
        running.start(tuple)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and answer its exit code."""
    with streams.shown():
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    locale.use(_language(arguments))
    debug = "--debug" in arguments
    try:
        answer = cadre.main(args=list(arguments), prog_name="cadre", standalone_mode=False)
    except CadreError as error:
        if debug:
            _show_inside(error)
        _tell(error)
        return error.exit_code
    except click.ClickException as error:
        from cadre_tui.cli import usage  # noqa: PLC0415 - only where something is refused

        click.echo(usage.sentence(error), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return CUT_OFF
    except SystemExit as end:  # how click ends when whoever reads its output has gone
        return CUT_OFF if end.code == 1 else int(end.code or 0)
    except Exception as error:
        if debug:
            _show_inside(error)
        return _crash(error, arguments)
    return answer if isinstance(answer, int) else 0


def _show_inside(error: BaseException) -> None:
    from cadre_tui.cli import crash  # noqa: PLC0415 - hardly ever

    click.echo("\n".join(crash.told(error)), err=True)


def _language(arguments: Sequence[str]) -> str:
    """The language asked for: known before anything is read, so that also a wrong use is told in it."""
    asked = _said("--lang", arguments)
    return asked if asked in locale.LANGUAGES else locale.preferred()


def _said(option: str, arguments: Sequence[str]) -> str | None:
    """The value of one option, before the command line has been understood."""
    for each, following in pairwise([*arguments, ""]):
        if each == option:
            return following
        if each.startswith(f"{option}="):
            return each.removeprefix(f"{option}=")
    return None


def _tell(error: CadreError) -> None:
    from cadre_tui.model.rounds.round import Unmet  # noqa: PLC0415 - only where something is refused
    from cadre_tui.words import faults, refusals  # noqa: PLC0415
    from cadre_tui.words.rounds import conditions  # noqa: PLC0415

    click.echo(refusals.sentence(error), err=True)
    for fault in error.faults:
        click.echo(conditions.sentence(fault) if isinstance(fault, Unmet) else faults.sentence(fault), err=True)


def _crash(error: Exception, arguments: Sequence[str]) -> int:
    from cadre_tui.cli import crash, places  # noqa: PLC0415 - hardly ever

    log = places.log_file(_said("--data", arguments) or os.environ.get("CADRE_DATA"))
    if crash.note(error, log):
        told = _(
            "程序出了错，没有办成；已经保存的内容都在。出错的位置记在 {log}，请交给管理员（里面没有答卷内容）。"
        ).format(log=log)
    else:
        told = _("程序出了错，没有办成；已经保存的内容都在。请加上 --debug 再运行一次，把显示的内容交给管理员。")
    click.echo(told, err=True)
    return StoreFailure.exit_code


def collect_seldom() -> None:
    """Let Python look for circles among objects a thirtieth as often: what is made here in numbers are values."""
    gc.set_threshold(20_000)


def keep_no_core() -> None:
    """Let the system keep no image of this process's memory, should it be killed: answers would stand in it.

    One byte is too little for a file, and tells Linux to hand none to a program that collects them; nothing does not.
    """
    from resource import RLIMIT_CORE, getrlimit, setrlimit  # noqa: PLC0415 - POSIX alone has it, and so has this program

    hard = getrlimit(RLIMIT_CORE)[1]
    setrlimit(RLIMIT_CORE, (hard and 1, hard and 1))


def main() -> None:
    """The console script."""
    collect_seldom()
    keep_no_core()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name that the terminal's encoding lacks is no reason to fail
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has gone: nothing is left to tell at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CUT_OFF
    sys.exit(code)

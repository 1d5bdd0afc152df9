"""``cadre``: the options that every command shares, and how a refusal is told."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from cadre_tui import __version__, locale
from cadre_tui.cli.spoken import SpokenGroup, SpokenOption
from cadre_tui.locale import N_
from cadre_tui.model.fault import CadreError

COMMANDS = {
    "demo": "cadre_tui.cli.demo:demo",
    "score": "cadre_tui.cli.score:score",
    "plugin": "cadre_tui.cli.plugin:plugin",
}
"""Commands in the order of ``cadre --help``."""


@dataclass(frozen=True)
class Invocation:
    """What was said before the command."""

    data: str | None
    store: str | None
    plugins: bool
    acting: str | None
    debug: bool


def speak(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """Choose the language before anything is said."""
    del ctx, param
    locale.use(value or locale.preferred())
    return locale.language()


@click.command(
    cls=SpokenGroup,
    lazy=COMMANDS,
    invoke_without_command=True,
    help=N_("县级干部学习考评。不带命令时打开终端界面。"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--lang",
    cls=SpokenOption,
    type=click.Choice(locale.LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=speak,
    help=N_("界面语言：zh 或 en（也可用 CADRE_LANG）"),
)
@click.option("--data", cls=SpokenOption, envvar="CADRE_DATA", help=N_("数据文件夹（也可用 CADRE_DATA）"))
@click.option("--store", cls=SpokenOption, envvar="CADRE_STORE", help=N_("数据存储地址（也可用 CADRE_STORE）"))
@click.option("--no-plugins", cls=SpokenOption, is_flag=True, help=N_("不加载任何插件，只用内置考评表"))
@click.option("--as", "acting", cls=SpokenOption, help=N_("以谁的身份办理（密码由标准输入读入，或用 CADRE_TOKEN）"))
@click.option("--debug", cls=SpokenOption, is_flag=True, help=N_("出错时显示程序内部信息"))
@click.version_option(__version__, prog_name="cadre")
@click.pass_context
def cadre(
    ctx: click.Context, data: str | None, store: str | None, no_plugins: bool, acting: str | None, debug: bool
) -> None:
    """Gather the shared options; without a command, open the app."""
    ctx.obj = Invocation(data, store, not no_plugins, acting, debug)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and answer its exit code."""
    debug = "--debug" in arguments
    try:
        answer = cadre.main(args=list(arguments), prog_name="cadre", standalone_mode=False)
    except CadreError as error:
        if debug:
            raise
        from cadre_tui.words import faults, refusals  # noqa: PLC0415 - only where something is refused

        click.echo(refusals.sentence(error), err=True)
        for fault in error.faults:
            click.echo(faults.sentence(fault), err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 2
    return answer if isinstance(answer, int) else 0


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))

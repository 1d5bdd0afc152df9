"""``cadre demo``: the app on a made-up county, in a folder of its own."""

import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import data_folder
from cadre_tui.cli.spoken import GLYPHS, LANG, SpokenCommand, SpokenOption
from cadre_tui.locale import N_, _

if TYPE_CHECKING:
    from cadre_tui.services.county import County
    from cadre_tui.tui.start import SignInHint


@click.command(cls=SpokenCommand, help=N_("在虚构的县里试用：数据单独存放，可以随便改"))
@click.option("--reset", cls=SpokenOption, is_flag=True, help=N_("重新生成这个县，丢掉试填的内容"))
@LANG
@GLYPHS
@click.pass_obj
def demo(invocation: Invocation, reset: bool, glyphs: str | None) -> int:
    """Make the county where it is not there or its round is over, then open the app on it."""
    from cadre_tui.demo import county  # noqa: PLC0415
    from cadre_tui.demo.rounds import CHINA  # noqa: PLC0415

    folder = data_folder(invocation) / "demo"
    today = datetime.now(CHINA).date()
    if reset or county.is_over(folder, today):
        _say_wait()
        county.make(folder, today)
    opened = county.open_demo(folder)
    if not sys.stdout.isatty():
        return _tell(folder, opened)
    return _open(folder, opened, glyphs or invocation.glyphs)


def _say_wait() -> None:
    if sys.stdout.isatty():
        click.echo(_("正在生成虚构的清河县，请稍候……"))


def _tell(folder: Path, opened: "County") -> int:
    """Without a terminal: where the county lies and whom one can be."""
    from cadre_tui.cli.table import table  # noqa: PLC0415
    from cadre_tui.demo.balloting import slip_to_draw  # noqa: PLC0415
    from cadre_tui.demo.county import PASSWORD  # noqa: PLC0415
    from cadre_tui.demo.people_to_be import people_to_be  # noqa: PLC0415

    click.echo(_("虚构的清河县在：{folder}").format(folder=folder))
    rows = [(each.id, each.name, each.duty, PASSWORD, each.note) for each in people_to_be(opened)]
    click.echo(table((_("编号"), _("姓名"), _("单位职务"), _("密码"), _("可以看什么")), rows))
    code = slip_to_draw(folder, opened)
    if code:
        click.echo(_("测评码：{code}").format(code=code))
    return 0


def _open(folder: Path, opened: "County", glyphs: str | None) -> int:
    from cadre_tui.tui.start import open_app  # noqa: PLC0415

    return open_app(opened, glyphs=glyphs, hints=partial(_hints, folder, opened), log=folder / "cadre.log", idle=0)


def _hints(folder: Path, opened: "County") -> "tuple[SignInHint, ...]":
    """Whom one can be, in the language in use, and a slip that nobody has voted with."""
    from cadre_tui.demo.balloting import slip_to_draw  # noqa: PLC0415
    from cadre_tui.demo.county import PASSWORD  # noqa: PLC0415
    from cadre_tui.demo.people_to_be import people_to_be  # noqa: PLC0415
    from cadre_tui.tui.start import SignInHint  # noqa: PLC0415

    hints = tuple(SignInHint(each.id, each.name, each.duty, PASSWORD, each.note) for each in people_to_be(opened))
    code = slip_to_draw(folder, opened)
    if not code:
        return hints
    return *hints, SignInHint("slip", _("测评票条"), code, "", _("抽到的一张：用它投不记名的票"), ballot=code)

"""``cadre store``: where the data lie, as far as it is another place or engine."""

from pathlib import Path

import click

from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.oversight.progress import Progress
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup
from cadre_tui.locale import M_, N_, _


@click.group("store", cls=SpokenGroup, help=N_("数据存在哪里：从一种存储复制到另一种（文件夹、SQLite）"))
def store() -> None:
    """The noun; its verb is below."""


@store.command(
    "copy",
    cls=SpokenCommand,
    help=N_(
        "把全部数据原样复制到另一处（文件夹，或 tinydb:///、sqlite:/// 地址），逐份核对；那里必须还没有数据；不用登录"
    ),
)
@click.argument("source", cls=SpokenArgument, metavar=M_("从哪里"))
@click.argument("target", cls=SpokenArgument, metavar=M_("到哪里"))
@AS_JSON
def copy(source: str, target: str, as_json: bool) -> None:
    """All of it and compared, or nothing."""
    from cadre_tui.services.county import open_county  # noqa: PLC0415 - only where a store is opened
    from cadre_tui.services.safekeeping import copying  # noqa: PLC0415
    from cadre_tui.words import safekeeping as words  # noqa: PLC0415

    county, to = open_county(_address(source), plugins=False), _address(target)
    with Progress(N_("已复制 {done}/{of} 份，Ctrl+C 停下，什么也不会留下")) as progress:
        found = copying.copy(county, to, progress.tell)
    if as_json:
        tell({"from": _address(source), "to": to, **found.model_dump(mode="json")})
        return
    told = _("复制好了，逐份核对过：{to}，共 {count} 份。指纹：{digest}")
    click.echo(told.format(to=to, count=found.documents, digest=found.digest))
    if found.unnoted:
        click.echo(words.unnoted())
    click.echo(_("以后用 --store {to} 打开它。复制开始以后在原处做的事不在里面；考评表文件夹没有动。").format(to=to))


def _address(said: str) -> str:
    """A URL as it was said; a folder's, where it is no URL."""
    from cadre_tui.services.county import address  # noqa: PLC0415 - only where a store is opened

    return said if "://" in said else address(Path(said))

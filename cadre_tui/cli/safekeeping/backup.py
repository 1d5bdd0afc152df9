"""``cadre backup`` and ``cadre restore``: a county in one file, and back."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.places import data_folder, dropped_checklists, store_url
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _, by_count

if TYPE_CHECKING:
    from cadre_tui.model.safekeeping import Backup


@click.command(
    "backup",
    cls=SpokenCommand,
    help=N_("把全部数据备份成一个文件，不用停下来；--verify 核对一份备份是否完好；不用登录"),
)
@click.argument("file", cls=SpokenArgument, metavar=M_("文件"), type=click.Path(path_type=Path))
@click.option("--encrypt", cls=SpokenOption, is_flag=True, help=N_("用口令加密；口令由标准输入读入一行"))
@click.option(
    "--open-ballots",
    cls=SpokenOption,
    is_flag=True,
    help=N_("连正在投票的票箱一起备份：投票前后各有一份，就能看出那一张票；不写就不放进去"),
)
@click.option("--verify", cls=SpokenOption, is_flag=True, help=N_("不备份，只核对这份备份"))
@AS_JSON
@click.pass_obj
def backup(
    invocation: Invocation, file: Path, encrypt: bool, open_ballots: bool, verify: bool, as_json: bool
) -> None:
    """Written whole and read back, or not there at all."""
    if verify:
        say_verified(file, as_json)
        return
    from cadre_tui.services.county import open_county  # noqa: PLC0415 - only where a store is opened
    from cadre_tui.services.safekeeping import backups  # noqa: PLC0415
    from cadre_tui.words import safekeeping as words  # noqa: PLC0415

    county = open_county(store_url(invocation), plugins=False)
    checklists = dropped_checklists(invocation)
    found = backups.back_up(county, file, checklists, _new_passphrase if encrypt else None, open_ballots=open_ballots)
    if as_json:
        tell(_as_json(found))
        return
    click.echo(
        _("备份好了，读回核对过：{file}，共 {count} 份。指纹：{digest}").format(
            file=found.file, count=found.documents, digest=found.digest
        )
    )
    _say_checklists(found)
    _say_damaged(found)
    if found.damaged:
        click.echo(_("请运行 cadre doctor，补救以后再备份一次。"))
    if found.left_out:
        click.echo(_("正在投票的票箱有 {count} 个，没有放进去；封箱以后请再备份一次。").format(count=found.left_out))
    if found.files_left_out.count:
        click.echo(words.files_left_out(found.files_left_out))
    if found.unnoted:
        click.echo(words.unnoted())
    if found.encrypted:
        click.echo(_("没有口令谁也打不开它：请把口令和备份分开存好，程序里没有记。"))
    else:
        click.echo(_("里面有全部答卷，谁拿到都能看：请像数据本身一样保管，或者加 --encrypt。"))


@click.command(
    "restore",
    cls=SpokenCommand,
    help=N_("把一份备份恢复到空文件夹（不写就是数据文件夹）：全部恢复，或者一点不动；不用登录"),
)
@click.argument("file", cls=SpokenArgument, metavar=M_("文件"), type=click.Path(path_type=Path))
@click.argument("folder", cls=SpokenArgument, metavar=M_("文件夹"), required=False, type=click.Path(path_type=Path))
@AS_JSON
@click.pass_obj
def restore(invocation: Invocation, file: Path, folder: Path | None, as_json: bool) -> None:
    """Into an empty place, so that nothing is ever lost by it."""
    from cadre_tui.services.safekeeping import restoring  # noqa: PLC0415 - only where a backup is opened

    target = folder or data_folder(invocation)
    store = invocation.store if folder is None else None
    found = restoring.restore(file, target, _passphrase, store)
    where = store or str(target.absolute())
    if as_json:
        tell({**_as_json(found), "folder": where})
        return
    told = _("恢复好了，逐份核对过：{folder}，共 {count} 份，是 {made} 备份的。")
    click.echo(told.format(folder=where, count=found.documents, made=_day(found)))
    again = f"cadre --store {where} doctor" if store else f"cadre --data {where} doctor"
    _say_checklists(found)
    _say_damaged(found)
    click.echo(_("请再运行 {command} 看一遍；那以后做的事不在里面。").format(command=again))


def say_verified(file: Path, as_json: bool) -> None:
    """Whether a backup is whole.

    Raises:
        NotRight: it is not.
        BadInput: there is none, or the passphrase is wrong.
    """
    from cadre_tui.services.safekeeping import backups  # noqa: PLC0415 - only where a backup is opened

    found = backups.verify(file, _passphrase)
    if as_json:
        tell({"right": True, **_as_json(found)})
        return
    told = _("备份完好：{file}，共 {count} 份，是 {made} 用第 {program} 版备份的。指纹：{digest}")
    click.echo(
        told.format(
            file=found.file,
            count=found.documents,
            made=_day(found),
            program=found.program,
            digest=found.digest,
        )
    )
    _say_checklists(found)
    _say_damaged(found)


def _say_checklists(found: "Backup") -> None:
    """What is in it beside the documents: whose checklists they are, one wants to know before one needs them."""
    if found.checklists:
        told = by_count(N_("连同 checklists 文件夹里的 {count} 个文件。"), found.checklists)
        click.echo(told.format(count=found.checklists))


def _say_damaged(found: "Backup") -> None:
    """A backup is whole also where something in it was damaged before it was made."""
    if found.damaged:
        told = by_count(N_("里面有 {count} 份在备份以前就已经损坏，原样放着。"), found.damaged)
        click.echo(told.format(count=found.damaged))


def _new_passphrase() -> str:
    return asking.new_password(_("备份的口令（至少 12 个字符）："))


def _passphrase() -> str:
    return asking.secret(_("备份的口令："))


def _day(found: "Backup") -> str:
    from cadre_tui.services.rounds.hours import CHINA  # noqa: PLC0415 - only where a time is told

    return f"{found.made.astimezone(CHINA):%Y-%m-%d %H:%M}"


def _as_json(found: "Backup") -> dict[str, Any]:
    return found.model_dump(mode="json")

"""``cadre plugin info``: what one checklist holds, or how one plugin stands. No plugin's code is run."""

import click

from cadre_tui.checklists import needed_of_plugins
from cadre_tui.cli.checklists import plugin_json
from cadre_tui.cli.checklists.folders import FOLDERS, catalogue_with
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand
from cadre_tui.cli.table import table
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.checklists.checklist import Checklist, Grade, Section
from cadre_tui.plugins.allowed.package_digest import package_digest, publisher
from cadre_tui.plugins.allowed.standing import PluginRecord
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.words import terms
from cadre_tui.words.checklists import plugins as words
from cadre_tui.words.checklists.requiring import required
from cadre_tui.words.refusals import sentence


@click.command(
    "info",
    cls=SpokenCommand,
    help=N_("查看一张考评表：适用对象、各节分值、等次、来源、指纹；或者一个插件：状态、错误"),
)
@click.argument("name", cls=SpokenArgument, metavar=M_("名称"))
@FOLDERS
@AS_JSON
@click.pass_obj
def info(invocation: Invocation, name: str, folders: tuple[str, ...], as_json: bool) -> None:
    """One plugin by its name, or one checklist, by ``id`` (the newest version) or ``id|version``."""
    catalogue = catalogue_with(invocation, folders)
    records = [each for each in catalogue.plugins if each.name == name]
    if records:
        _plugins(records, as_json)
        return
    checklist = catalogue.listed(name, disabled=True)
    offer = next(each for each in catalogue.offers() if each.digest == checklist.digest)
    if as_json:
        click.echo(plugin_json.written(plugin_json.information(offer, checklist)))
        return
    _tell(_about(checklist, offer))
    rows = [(each.title.say(language()), str(len(each.criterion)), _points(each)) for each in checklist.section]
    click.echo("\n" + table((_("节"), _("项数"), _("分值")), rows))
    if checklist.grade:
        rows = [(each.text.say(language()), f"{each.min:f}", _asked(each, checklist)) for each in checklist.grade]
        click.echo("\n" + table((_("等次"), _("最低分"), _("另有条件")), rows))


def _plugins(records: list[PluginRecord], as_json: bool) -> None:
    """Several only where they share a name: then none of them runs."""
    if as_json:
        told = [plugin_json.plugin(each) for each in records]
        click.echo(plugin_json.written(told[0] if len(told) == 1 else {"plugins": told}))
        return
    for record in records:
        _tell(_about_plugin(record))
        if record.problem:
            click.echo(f"! {sentence(record.problem)}")
        click.echo()


def _tell(about: list[tuple[str, str]]) -> None:
    for heading, value in about:
        if value:
            click.echo(heading + _("：") + value)


def _about_plugin(record: PluginRecord) -> list[tuple[str, str]]:
    entry = record.entry
    return [
        (_("插件"), record.name),
        (_("版本"), record.version),
        (_("安装包"), record.brought_by),
        (_("发布单位"), publisher(entry) if entry else ""),
        (_("状态"), words.standing(record)),
        (_("要求的程序版本"), entry.needs if entry else ""),
        (_("入口"), entry.value if entry else ""),
        (_("指纹"), package_digest(entry) if entry else ""),
    ]


def _about(checklist: Checklist, offer: Offer) -> list[tuple[str, str]]:
    return [
        (_("名称"), checklist.title.say(language())),
        (_("编号"), checklist.id),
        (_("版本"), checklist.version),
        (_("发布单位"), checklist.publisher.say(language()) if checklist.publisher else ""),
        (_("文号"), checklist.document.say(language()) if checklist.document else ""),
        (_("批准日期"), checklist.approved.isoformat() if checklist.approved else ""),
        (_("适用对象"), terms.levels(checklist.levels)),
        (_("用途"), terms.purposes(checklist.purpose)),
        (_("总分"), f"{checklist.total:f}"),
        (_("状态"), words.usable(offer)),
        (_("来源"), words.source(offer.source)),
        (_("依据"), offer.base),
        (_("要用插件"), _("、").join(needed_of_plugins(checklist))),
        (_("文件"), str(offer.source.path)),
        (_("指纹"), checklist.digest),
    ]


def _asked(grade: Grade, checklist: Checklist) -> str:
    return _("、").join(required(each, checklist, language()) for each in grade.require)


def _points(section: Section) -> str:
    if section.kind == "base":
        return f"{sum(each.points for each in section.criterion):f}"
    told = [_("加分") if section.kind == "bonus" else _("扣分")]
    if section.cap is not None:
        told.append(_("最多 {cap} 分").format(cap=f"{section.cap:f}"))
    if any(each.veto for each in section.criterion):
        told.append(_("含一票否决"))
    return _("，").join(told)

"""``cadre plugin``: which checklists there are, what one holds, whether a file is right. No plugin's code is run."""

import click

from cadre_tui.cli.checklists import plugin_json
from cadre_tui.cli.checklists.checking import check
from cadre_tui.cli.checklists.comparing import diff
from cadre_tui.cli.checklists.folders import FOLDERS, catalogue_with
from cadre_tui.cli.checklists.plugin_new import new
from cadre_tui.cli.checklists.tracing import explain
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup
from cadre_tui.cli.table import fitting, table
from cadre_tui.locale import N_, _, language
from cadre_tui.model.checklist import Checklist, Grade, Section
from cadre_tui.plugins.host import Brought
from cadre_tui.plugins.offer import Offer
from cadre_tui.plugins.standing import PluginRecord
from cadre_tui.words import terms
from cadre_tui.words.refusals import sentence

DIGITS = 8
"""How much of a digest is shown where people compare it by eye."""


@click.command("plugin", cls=SpokenGroup, help=N_("考评表和插件：列出、查看、检查"))
def plugin() -> None:
    """The noun; its verbs are below, and in the files beside this one."""


plugin.add_command(explain)
plugin.add_command(new)
plugin.add_command(diff)
plugin.add_command(check)


@plugin.command("list", cls=SpokenCommand, help=N_("列出全部考评表：内置的、放进文件夹的、安装的"))
@FOLDERS
@AS_JSON
@click.pass_obj
def list_offers(invocation: Invocation, folders: tuple[str, ...], as_json: bool) -> None:
    """Every checklist with where it comes from and whether it can be used, then what is wrong."""
    catalogue = catalogue_with(invocation, folders)
    if as_json:
        click.echo(plugin_json.written(plugin_json.listing(catalogue)))
        return
    headings = (_("编号"), _("版本"), _("名称"), _("适用对象"), _("发布单位"), _("来源"), _("状态"), _("指纹"))
    click.echo(fitting(headings, [_row(offer) for offer in catalogue.offers()], _("：")))
    if catalogue.plugins:
        rows = [(record.name, record.brought_by, _plugin_status(record)) for record in catalogue.plugins]
        click.echo("\n" + table((_("插件"), _("安装包"), _("状态")), rows))
    told = [offer.problem for offer in catalogue.offers() if offer.problem] + list(catalogue.problems)
    for problem in dict.fromkeys(sentence(each) for each in told):
        click.echo(f"\n! {problem}")


@plugin.command("info", cls=SpokenCommand, help=N_("查看一张考评表：适用对象、各节分值、等次、来源、指纹"))
@click.argument("name", cls=SpokenArgument, metavar=N_("考评表编号"))
@FOLDERS
@AS_JSON
@click.pass_obj
def info(invocation: Invocation, name: str, folders: tuple[str, ...], as_json: bool) -> None:
    """One checklist, by ``id`` (the newest version) or ``id|version``."""
    catalogue = catalogue_with(invocation, folders)
    checklist = catalogue.checklist(name)
    offer = next(each for each in catalogue.offers() if each.digest == checklist.digest)
    if as_json:
        click.echo(plugin_json.written(plugin_json.information(offer, checklist)))
        return
    for heading, value in _about(checklist, offer):
        click.echo(heading + _("：") + value)
    rows = [(each.title.say(language()), str(len(each.criterion)), _points(each)) for each in checklist.section]
    click.echo("\n" + table((_("节"), _("项数"), _("分值")), rows))
    if checklist.grade:
        rows = [(each.text.say(language()), f"{each.min:f}", _asked(each)) for each in checklist.grade]
        click.echo("\n" + table((_("等次"), _("最低分"), _("另有条件")), rows))


def _row(offer: Offer) -> tuple[str, ...]:
    known = not offer.problem or bool(offer.digest)
    return (
        offer.id or "?",
        offer.version or "?",
        offer.title.say(language()) if offer.title else offer.source.path.name,
        terms.levels(offer.levels) if known else "",
        offer.publisher.say(language()) if offer.publisher else "",
        _source(offer.source) + (_("，依据 {base}").format(base=offer.base) if offer.base else ""),
        _status(offer),
        offer.digest[:DIGITS],
    )


def _source(brought: Brought) -> str:
    if brought.origin.kind == "builtin":
        return _("内置")
    if brought.origin.kind == "folder":
        return _("文件 {name}").format(name=brought.path.name)
    return brought.origin.name


def _status(offer: Offer) -> str:
    if offer.problem is None:
        return _("可用")
    if offer.digest:
        return _("重名，未采用")
    return _("有错误，未采用") if offer.faults else _("未采用")


def _plugin_status(record: PluginRecord) -> str:
    words = {"on": _("已启用"), "not-enabled": _("未启用"), "failed": _("出错，未采用")}
    return words[record.status]


def _about(checklist: Checklist, offer: Offer) -> list[tuple[str, str]]:
    told = [
        (_("名称"), checklist.title.say(language())),
        (_("编号"), checklist.id),
        (_("版本"), checklist.version),
        (_("发布单位"), checklist.publisher.say(language()) if checklist.publisher else ""),
        (_("文号"), checklist.document.say(language()) if checklist.document else ""),
        (_("批准日期"), checklist.approved.isoformat() if checklist.approved else ""),
        (_("适用对象"), terms.levels(checklist.levels)),
        (_("用途"), terms.purposes(checklist.purpose)),
        (_("总分"), f"{checklist.total:f}"),
        (_("来源"), _source(offer.source)),
        (_("依据"), offer.base),
        (_("文件"), str(offer.source.path)),
        (_("指纹"), checklist.digest),
    ]
    return [(heading, value) for heading, value in told if value]


def _asked(grade: Grade) -> str:
    return _("、").join(condition.criterion for condition in grade.require)


def _points(section: Section) -> str:
    if section.kind == "base":
        return f"{sum(each.points for each in section.criterion):f}"
    told = [_("加分") if section.kind == "bonus" else _("扣分")]
    if section.cap is not None:
        told.append(_("最多 {cap} 分").format(cap=f"{section.cap:f}"))
    if any(each.veto for each in section.criterion):
        told.append(_("含一票否决"))
    return _("，").join(told)

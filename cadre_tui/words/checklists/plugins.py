"""Plugins and checklists in words: how they stand, what enabling one means, what was changed."""

from collections.abc import Iterable
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.rounds.round import Round
from cadre_tui.plugins.allowed.standing import PluginRecord, Standing
from cadre_tui.plugins.asking.host import Brought
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.plugins.known.switching import Switched
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds.title import round_title

STANDINGS: Final = {
    Standing.ON: N_("已启用"),
    Standing.NOT_ENABLED: N_("未启用"),
    Standing.OTHER_VERSION: N_("版本变了，未运行"),
    Standing.NEEDS_OTHER_PROGRAM: N_("程序版本不合"),
    Standing.DOUBLE_NAME: N_("重名，未采用"),
    Standing.LEFT_OUT: N_("这次不加载"),
    Standing.DISABLED: N_("已停用"),
    Standing.FAILED: N_("出错，未采用"),
}


def standing(record: PluginRecord) -> str:
    """How a plugin stands."""
    return _(STANDINGS[record.status])


def usable(offer: Offer) -> str:
    """Whether a checklist can be used."""
    if offer.problem is None and offer.needs:
        return _("要先启用 {plugins}").format(plugins=_("、").join(offer.needs))
    if offer.problem is None:
        return _("可用")
    if is_disabled(offer):
        return _("已停用")
    if offer.digest:
        return _("重名，未采用")
    return _("有错误，未采用") if offer.faults else _("未采用")


def is_disabled(offer: Offer) -> bool:
    """Whether somebody put the checklist out of use."""
    return offer.problem is not None and offer.problem.code == "checklist-disabled"


def source(brought: Brought) -> str:
    """Who brings a checklist."""
    if brought.origin.kind == "builtin":
        return _("内置")
    if brought.origin.kind == "folder":
        return _("文件 {name}").format(name=brought.path.name)
    return brought.origin.name


def meaning(record: PluginRecord) -> tuple[str, ...]:
    """What enabling a Python plugin means, paragraph by paragraph: what nothing can keep it from."""
    return (
        _("{name} 是 Python 插件，由 {package} 提供。启用就是让它的程序在本程序里运行。").format(
            name=record.name, package=record.brought_by
        ),
        _(
            "它和本程序有同样的权限，拦不住：能读、能改数据文件夹里的一切（花名册、答卷、得分、操作记录），"
            "能看到正在填写的内容，能连网络，能运行别的程序。"
        ),
        _("只启用信得过的单位提供、有人看过程序的插件。启用只认 {version} 这一个版本，升级以后要重新启用。").format(
            version=record.version
        ),
    )


def switched_on(done: Switched, asked: str) -> str:
    """What ``enable`` did."""
    if not done.names:
        return (
            _("{name} 的 {version} 版本来就启用了。").format(name=asked, version=done.version)
            if done.plugin
            else _("{name} 没有停用，本来就在用。").format(name=asked)
        )
    if done.plugin:
        return _("已启用 {name} 的 {version} 版。已经打开的程序，要关了重开才全部用上。").format(
            name=done.names[0], version=done.version
        )
    return _("重新采用：{names}").format(names=_("、").join(done.names))


def switched_off(done: Switched, asked: str) -> str:
    """What ``disable`` did."""
    if not done.names:
        return (
            _("{name} 本来就没有启用。").format(name=asked)
            if done.plugin
            else _("{name} 已经停用了。").format(name=asked)
        )
    if done.plugin:
        return _("已停用 {name}。已经打开的程序，要关了重开才不再运行它。").format(name=done.names[0])
    return _("已停用 {name}：新的轮次不能再用；已经开启的轮次照旧。").format(name=done.names[0])


def stops_counting(rounds: Iterable[Round], plugin: str) -> list[str]:
    """What disabling a plugin holds up: each round that its rule is to count and that is not published."""
    return [
        printable(
            _(
                "轮次“{title}”（{round}）按它的规则计分，还没有公布：停用期间算不出等次，也不能公布。"
                "要公布，重新启用 {plugin} {version}：cadre plugin enable {plugin}"
            ).format(
                title=round_title(each.rules.title, each.rules.mock),
                round=each.id,
                plugin=plugin,
                version=each.rule_by.version,
            )
        )
        for each in rounds
        if each.rule_by is not None and each.rule_by.plugin == plugin
    ]

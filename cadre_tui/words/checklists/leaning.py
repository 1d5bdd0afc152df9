"""What putting a plugin, or a checklist, out of use holds up, in words."""

from collections.abc import Iterable
from typing import Final

from cadre_tui.locale import N_, _, language
from cadre_tui.services.plugin_uses import How, Leaning
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds.title import round_title

MOST: Final = 5
"""Checklists that are named."""

OF_PLUGIN: Final = {
    How.WILL_COUNT: N_("筹备中的轮次“{title}”（{round}）写着按它的规则计分：停用期间开不了。"),
    How.WILL_ASK: N_("筹备中的轮次“{title}”（{round}）的考评表{checklist}要用它：停用期间开不了。"),
    How.ASKS: N_(
        "轮次“{title}”（{round}）正在填的考评表{checklist}要用它：停用期间它带来的考评项填不了，也算不出总分；"
        "已经填的都在。"
    ),
    How.SCORED: N_("轮次“{title}”（{round}）的考评表{checklist}要用它：停用期间算不出总分；已经填的都在。"),
}
"""By how a round leans on the plugin."""


def on_plugin(leanings: Iterable[Leaning], plugin: str) -> list[str]:
    """What leans on a plugin that is to be disabled, and how it is put into use again."""
    found = tuple(leanings)
    told = [_of_round(OF_PLUGIN[each.how], each) for each in found if each.how in OF_PLUGIN]
    offered = [_called(each) for each in found if each.how is How.OFFERED]
    if offered:
        more = _("等 {count} 份").format(count=len(offered)) if len(offered) > MOST else ""
        listed = _("、").join(offered[:MOST]) + more
        told.append(printable(_("要用它的考评表：{checklists}，停用期间新的轮次不能用。").format(checklists=listed)))
    if told:
        told.append(_("要恢复，重新启用：cadre plugin enable {plugin}").format(plugin=plugin))
    return told


def on_checklist(leanings: Iterable[Leaning]) -> list[str]:
    """What leans on a checklist that is to be put out of use."""
    said = N_(
        "筹备中的轮次“{title}”（{round}）要用考评表{checklist}：停用期间开不了。要恢复：cadre plugin enable {id}"
    )
    return [_of_round(said, each) for each in leanings]


def _of_round(said: str, leaning: Leaning) -> str:
    held = leaning.round
    assert held is not None  # noqa: S101 - only a checklist on offer has none
    return printable(
        _(said).format(
            title=round_title(held.rules.title, held.rules.mock),
            round=held.id,
            checklist=_called(leaning),
            id=leaning.checklist.partition("|")[0],
        )
    )


def _called(leaning: Leaning) -> str:
    if leaning.title is None:
        return _("“{name}”").format(name=leaning.checklist)
    return _("“{title}”（{name}）").format(title=leaning.title.say(language()), name=leaning.checklist)

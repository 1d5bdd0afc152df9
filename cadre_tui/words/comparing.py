"""Why a criterion cannot be held against that of another checklist, in words."""

from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.comparable import Apart, Unlike

FIELDS: Final = {
    "kind": N_("类型"),
    "points": N_("分值"),
    "focus": N_("四项重点"),
    "required": N_("是不是必填"),
    "allow_na": N_("能不能填“不适用”"),
    "evidence": N_("要不要佐证"),
    "reason": N_("要不要理由"),
    "fact": N_("取哪个已知的数"),
    "show_when": N_("什么情况下才问"),
    "veto": N_("一票否决"),
    "scale": N_("量表"),
    "option": N_("选项"),
    "line": N_("小项"),
    "tier": N_("分档"),
    "per": N_("每一个计多少分"),
    "cap": N_("封顶"),
    "unit": N_("计量单位"),
    "section": N_("所在部分的性质"),
    "na_rule": N_("“不适用”怎么算"),
    "scorer": N_("算分的办法"),
}
"""What makes a criterion's meaning another, by the first key; what a plugin's kind adds is told by its key."""


def why_apart(unlike: Unlike, *, now: bool = False) -> str:
    """Why it cannot be compared; ``now``: of an amendment, which is no former round."""
    match unlike.why:
        case Apart.NEW:
            return _("新增的一项") if now else _("那一轮没有这一项")
        case Apart.GONE:
            return _("不再问") if now else _("这一轮没有这一项")
        case Apart.MEANING:
            return _("含义变了：{fields}").format(fields=fields_told(unlike))


def fields_told(unlike: Unlike) -> str:
    """The fields that make its meaning another, each once."""
    heads = dict.fromkeys(path[0] for path in unlike.fields)
    return _("、").join(_(FIELDS[each]) if each in FIELDS else each for each in heads)

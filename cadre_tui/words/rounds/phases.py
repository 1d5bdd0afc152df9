"""What a step of a round does, and what is settled before it: what an organiser reads before agreeing."""

from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.rounds.round import Phase, Round

SETTLED: Final = {
    "checklist": N_("考评表都在，用得上。"),
    "people": N_("规则里写的人和单位，花名册里都有。"),
    "nobody": N_("有人参加。"),
    "allocation-missing": N_("谁评价谁已经分配好，核对无误。"),
    "groupless": N_("每个人都有评价主体。"),
    "raters": N_("每个人的评价人都够。"),
    "not-handed-in": N_("该交的都交齐了，或者已经写明理由。"),
    "ballots-unsealed": N_("票箱已经封好，谁也不能再投。"),
    "disclosure-unread": N_("保密检查看过了。"),
    "outcome-waiting": N_("等次的形成看过了，要决定的都定了。"),
    "appeals-until": N_("提出异议的时间已过，异议都已答复。"),
}

VERBS: Final = {
    Phase.SELF: N_("开启，先自评"),
    Phase.OPEN: N_("开启"),
    Phase.PEER: N_("结束自评，开始互评"),
    Phase.MODERATION: N_("结束填写，转入审核"),
    Phase.PUBLISHED: N_("公布结果"),
    Phase.ARCHIVED: N_("归档"),
}

EFFECTS: Final = {
    Phase.SELF: (
        N_("冻结这一轮的规则、考评表和花名册，之后改文件也不影响这一轮。"),
        N_("大家可以填写自评；互评以后另外开启。"),
    ),
    Phase.OPEN: (
        N_("冻结这一轮的规则、考评表和花名册，之后改文件也不影响这一轮。"),
        N_("大家可以开始填写。"),
    ),
    Phase.PEER: (
        N_("自评就此结束，没有交的不再能交。"),
        N_("大家可以开始评价同事。"),
    ),
    Phase.MODERATION: (
        N_("填写就此结束，没有交的不计入。"),
        N_("结果还看不到：公布以前谁也看不到。"),
    ),
    Phase.PUBLISHED: (N_("每个人都能看到自己的结果，组织者看到全部。"),),
    Phase.ARCHIVED: (N_("这一轮只能看，不能再改。"),),
}


def verb(to: Phase) -> str:
    """What going on to a phase is called."""
    return _(VERBS[to])


def effects(held: Round, to: Phase) -> list[str]:
    """What is frozen, ended and begun by it; none of it can be taken back."""
    told = [_(each) for each in EFFECTS[to]]
    if to in (Phase.SELF, Phase.OPEN) and held.rules.mock:
        told.append(_("这是演练：每个页面都标明，结果不作数。"))
    return [*told, _("这一步不能退回。")]


def settled(code: str) -> str:
    """A condition that holds."""
    return _(SETTLED[code])

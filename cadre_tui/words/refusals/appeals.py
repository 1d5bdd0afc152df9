"""Refusals about appeals and words of encouragement, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    # What is typed to be read by others
    "nothing-written": N_("还没有写内容：请写清楚再交。"),
    "too-much-written": N_("写得太长（{count} 字）：最多 {longest} 字，请精简。"),
    "unsound-text": N_("里面有不能保存的字符：请删去看不见的控制字符再试。"),
    # Appeals
    "appeals-not-offered": N_("轮次“{round}”的规则没有安排异议：有疑问请直接向组织者反映。"),
    "appeals-over": N_("提出异议的时间到 {until} 为止，已经过了：有特殊情况，请与组织者联系。"),
    "appeal-no-criterion": N_("考评表“{checklist}”里没有“{criterion}”这一项：请核对编号。"),
    "appeal-unknown": N_("轮次“{round}”没有回执号为“{receipt}”的异议：请核对回执号。"),
    "appeal-own": N_("这是你自己的异议：请由别人受理和答复。"),
    "appeal-handled": N_("异议“{receipt}”已经由别人受理：请由受理人补充，或由你来答复。"),
    "appeal-not-taken": N_("异议“{receipt}”还没有人受理：请先由一人受理、写明核查情况，再由另一人更正、答复。"),
    "appeal-same-handler": N_("你是受理人，不能自己更正或答复：更正请另一位组织者办，答复请另一位组织者或督查办。"),
    "appeal-other-criterion": N_("这条异议只针对“{named}”这一项，不能借它更正“{criterion}”。"),
    "appeal-answered": N_("异议“{receipt}”已经答复，不能再改。"),
    "voters-stay-closed": N_("同事打的分不拆封、不更改：只能更正自评和督查的内容。"),
    "nothing-to-correct": N_("“{criterion}”没有提交过的答卷可以更正：请核对考评项和督查人。"),
    "answer-not-an-object": N_('--answer 要写成 JSON 对象，例如 {{"choice": "good"}} 或 {{"number": 3}}。'),
    "criterion-address": N_("“{written}”要写成“考评表编号/考评项编号”，例如 core.mutual/plan.overall。"),
    # Words of encouragement
    "commendations-not-offered": N_("轮次“{round}”没有开设鼓励留言。"),
    "commendation-to-oneself": N_("鼓励是写给同事的，不能写给自己。"),
    "commended-already": N_("这一项你已经给这位同事写过一句了。"),
    "commendation-unknown": N_("没有编号为“{id}”的留言：请核对编号。"),
    "commendation-not-hidden": N_("这句留言没有隐藏，不用恢复。"),
    "commendation-not-reported": N_("这句留言没有人举报：只有被举报的才能看、才能隐藏。"),
}

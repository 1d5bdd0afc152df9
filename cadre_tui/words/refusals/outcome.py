"""Sentences for what is refused when organisers settle a round's outcome."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "not-in-moderation": N_("等次在结束填写以后、公布以前决定；公布以后只决定因异议更正的人。"),
    "decide-about-oneself": N_(
        "不能决定自己的等次：请由别的组织者办理；没有别的组织者，由督查办理（cadre round decide）。"
    ),
    "decide-by-supervisor": N_("督查只决定组织者本人的等次：其他人的由组织者办理。"),
    "decide-without-reason": N_("没有写理由：请写明为什么这样定，理由本人看得到，并记入操作记录。"),
    "decide-nothing": N_(
        "轮次“{round}”里编号为“{who}”的人没有要决定的：请先看等次的形成，用 cadre round outcome {round}。"
    ),
    "decide-no-such-grade": N_("不能定为“{grade}”：可以定的有 {known}（不高于按分数得到的等次，也不突破名额）。"),
    "decide-no-place": N_("并列的人里只剩 {left} 个名额，都已经给了别人：请先改定别人的，或定为下一等次。"),
}

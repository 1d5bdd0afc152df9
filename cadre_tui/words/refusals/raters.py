"""Refusals of who rates whom in a round, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "allocation-not-balanced": N_(
        "轮次“{round}”不是平均分配（balanced）的：谁评价谁由规则或名单决定，用 cadre round raters {round} 查看。"
    ),
    "allocation-no-list": N_('轮次“{round}”不用名单：要用名单，请在轮次文件里写 colleagues = "list"，重新新建。'),
    "allocation-by-rules": N_(
        "轮次“{round}”里谁评价谁由规则和花名册决定，不能一对一对地改：请改花名册，或另建一轮用名单（list）。"
    ),
    "allocation-not-yet": N_("轮次“{round}”还没有定好谁评价谁：请先分配（cadre round allocate），或导入名单。"),
    "allocation-faulty": N_("这样安排谁评价谁有 {count} 处错误，没有改动“{round}”，请改正后再试："),
    "allocation-meanwhile": N_(
        "看过以后，轮次“{round}”的花名册、安排或答卷又有了变化，没有改动：请重新看一遍再采用。"
    ),
    "allocation-changed": N_("轮次“{round}”里谁评价谁的记录和它的指纹对不上，被改动过：请从备份恢复，不要手工改动。"),
    "list-too-late": N_(
        "轮次“{round}”已经开启，不能换整份名单：可以一对一对地改，用 cadre round assign {round} --add 或 --remove。"
    ),
    "roster-as-before": N_("从轮次“{round}”开启或上次安排以来，没有人进出花名册：不用重新安排。"),
    "allocation-stopped": N_("已经停下，什么都没有改动。"),
    "pair-there": N_("{rater} 评 {subject} 已经在里面：不用再加。"),
    "pair-not-there": N_("没有安排 {rater} 评 {subject}：请核对编号和先后，先写评价人，后写被评人。"),
    "pair-begun": N_("{rater} 已经开始评 {subject}，不能去掉：填过的不能丢。"),
    "pair-unreadable": N_("“{given}”看不懂：写成“评价人:被评人”，两个编号中间用冒号，如 q1:q2。"),
    "assign-nothing": N_("请写明怎么安排：用 --list 给整份名单，或用 --add、--remove 一对一对地改，不能两样都写。"),
    "change-unbalanced": N_("这样改以后不再均衡，有 {count} 处，没有改动；确实要改，请写明理由："),
}

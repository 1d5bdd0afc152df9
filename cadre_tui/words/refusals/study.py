"""Refusals of the room ``study``, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    # Settings and calendar
    "course-source-lacks": N_("学时来源还缺 {lacking} 对应的列名：请用 --column 写明，如 --column person=学员编号。"),
    "course-source-unknown": N_("学时来源没有“{name}”这一项：可以写 {known}。"),
    "course-source-missing": N_("没有编号为“{source}”的学时来源：现有 {known}；新的先用 cadre study source 设一次。"),
    "course-row-unknown": N_("第 {row} 行不在要问的行里：要问的是 {known}。"),
    "study-hours-asked": N_("规定学时要在 0 到 2000 之间：请核对。"),
    "study-most-a-day": N_("一天最多的学时要在 1 到 24 之间：请核对。"),
    "study-level-hours": N_("“{written}”看不懂：请写成“层级=学时”，几个层级用顿号隔开，如 机关干部=80。"),
    "study-level-unknown": N_("没有叫“{level}”的层级：可以写 {known}，或花名册里有的层级。"),
    "study-audience": N_("学习班次的编号不能重复，每个班次至少要有一个层级：请核对。"),
    "study-year": N_("年份 {year} 不对：请写 2000 到 2099 之间的年份。"),
    "study-calendar-there": N_("{year} 年已经排了 {count} 次集中学习，不会覆盖：请一次一次地改。"),
    "study-calendar-full": N_("一年的集中学习已有 {most} 次，太多了，没有写进去：请核对。"),
    "study-session-unknown": N_("没有编号为“{session}”的集中学习：请用 cadre study calendar show 核对编号和年份。"),
    "study-session-held": N_("“{session}”已经有人签到，不能取消，也不能换班次：签错了请改签到。"),
    "study-session-off": N_("“{session}”已经取消，不能签到：请核对编号。"),
    "study-day-outside": N_("{day} 不在 {year} 年里：请核对日期。"),
    "study-audience-unknown": N_("没有叫“{audience}”的学习班次：可以写 {known}。"),
    "study-hours-of-session": N_("一次集中学习 {hours} 学时不对：要大于 0，不超过一天最多的 {most} 学时。"),
    "study-times": N_("起止时间要么都写，要么都不写，开始要早于结束，如 09:00 和 11:30：请核对。"),
    "study-overlap": N_("和 {day} 的“{session}”（{theme}）时间重叠，同一些人不能同时参加：请换时间，或先改那一次。"),
    "study-day-unreadable": N_("“{written}”不是日期：请写成 2026-12-31 这样。"),
    "study-time-unreadable": N_("“{written}”不是时间：请写成 09:00 这样。"),
    "study-number-unreadable": N_("“{written}”不是数：请只写数字，如 3 或 2.5。"),
    "study-period-unreadable": N_("“{written}”看不懂：请写成 2026、2026-h1、2026-h2 或 2026-01-01:2026-09-30。"),
    # Signing in
    "study-choose-unit": N_("应到 {count} 人，一屏最多 {most} 人：请先选一个单位（--unit）。"),
    "study-reason-missing": N_("{who} 请假要写理由：请补上。"),
    "study-not-of-audience": N_("{who} 不在“{session}”的班次里：请核对编号，或改班次。"),
    "study-not-yet": N_("“{session}”在 {day}，还没有到，不能签到。"),
    "study-made-up-when": N_("补学的日期 {day} 不对：要在集中学习（{session}）以后，不晚于今天。"),
    "study-not-missed": N_("这个人没有缺“{session}”，不用补：请核对编号。"),
    # Hours and certificates
    "study-hours-beyond": N_("{hours} 学时不可能：要大于 0，一天最多 24，这里最多 {most}。请核对。"),
    "study-until": N_("从 {day} 到 {until} 不对：结束不早于开始，在同一年里。跨年的请分两条。"),
    "study-day-to-come": N_("{day} 还没有到，或者太早：请核对日期。"),
    "study-twice": N_(
        "可能重复：已有第 {entry} 条“{title}”（{day}，{hours} 学时）。另一次的请加 --yes（页面上再提交一次）。"
    ),
    "study-day-full": N_(
        "{day} 这一天一共会有 {hours} 学时，超过 {most}。确实如此的请加 --yes（页面上再提交一次）。"
    ),
    "study-entry-unknown": N_("没有第“{entry}”条：请核对编号（现有：{known}）。"),
    "study-entry-counted": N_("第“{entry}”条已经核对计入，自己不能删：请找联络员。"),
    "study-own-proof": N_("不能核对自己的凭据：请由另一个人核对。"),
    "certificate-twice": N_("“{name}”已经有了（第 {id} 条）：不用再登记。"),
    # Plans
    "study-plan-full": N_("学习计划最多 {most} 条，这一条没有写进去：请先归并。"),
    "study-plan-empty": N_("{year} 年的学习计划还是空的，没有可以回顾的：请先写计划。"),
    "study-item-unknown": N_("学习计划里没有第“{item}”条：请核对编号（现有：{known}）。"),
    "study-outcome-missing": N_("第 {item} 条说完成了，还要写一句用到了工作的什么地方：请补上。"),
    "study-quarter": N_("{year} 年没有第 {quarter} 季度可以回顾：只能是已经开始的季度（1 到 4）。"),
    "study-hours-planned": N_("计划 {hours} 学时不对：要在 0 到 {most} 之间。"),
    "study-no-proposal": N_("没有第 {number} 条建议（一共 {count} 条）：请先用 cadre study plan propose 看。"),
    "study-person-or-unit": N_("--person 和 --unit 只能写一个：要么一个人的，要么一个单位的。"),
}

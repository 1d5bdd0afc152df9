"""Sentences for what is wrong with an export of courses, or a table of known numbers."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.codes import study as codes

STUDY: Final[dict[str, str]] = {
    codes.UNKNOWN_PERSON: N_("花名册里没有“{name}”：请核对；确实不是本县的，把这一行留在外面（--leave-out 行号）"),
    codes.NAME_OF_SEVERAL: N_("叫“{name}”的不止一个人（{known}）：请在这一格写编号，或换成带编号的导出"),
    codes.NOT_YOURS: N_("“{name}”不是你负责的单位的人：请把这一行留在外面（--leave-out 行号）"),
    codes.NOT_A_DAY: N_("“{name}”不是日期：请写成 2026-03-01 这样"),
    codes.DAY_TO_COME: N_("{name} 还没有到（今天是 {today}）：请核对日期"),
    codes.NOT_HOURS: N_("“{name}”不是学时：请写大于 0 的数，如 3 或 1.5"),
    codes.HOURS_BEYOND: N_("{name} 学时不可能，这里最多 {most}：请核对是不是把分钟当成了学时"),
    codes.ENDS_BEFORE: N_("结束（{name}）早于开始：请核对"),
    codes.UNKNOWN_KIND: N_("不知道“{name}”算哪一类：请给学时来源 {source} 补上 --kind {name}=…（现有：{known}）"),
    codes.NO_COURSES: N_("里面没有一行内容：第一行写列名，以下每行写一条"),
    codes.NOT_A_FACT: N_("“{name}”不像数的名称：用小写字母、数字和点，如 office.visits"),
    codes.NOT_A_NUMBER: N_("“{name}”不是数：请写 0 或大于 0 的数"),
    codes.FACT_TWICE: N_("同一个人的“{name}”在第 {row} 行已经有了：请只留一行；明细行不写数值"),
}

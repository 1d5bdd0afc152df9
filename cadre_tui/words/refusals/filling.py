"""Refusals of filling in under a round's rules, of time given, of giving back and of paper forms, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    # Time given, and giving back
    "reason-missing": N_("没有写理由，什么都没有改动：请写明理由再办。"),
    "time-unreadable": N_("看不懂时间“{written}”：写成 2026-12-20（到当天结束）或 2026-12-20 18:00，按北京时间。"),
    "time-missing": N_("没有写延到什么时候：写成 2026-12-20（到当天结束）或 2026-12-20 18:00，按北京时间。"),
    "time-past": N_("{until} 已经过去了，什么都没有改动：请写一个以后的时间。"),
    "time-no-later": N_("{until} 不比现在的截止时间（{deadline}）晚，不用延期，什么都没有改动。"),
    "nothing-asked-of": N_("轮次“{round}”没有请 {who} 填“{purpose}”：请核对编号和类别。"),
    "purpose-needed": N_("{who} 要填的不止一类：请用 --purpose 写明是哪一类（{purposes}）。"),
    "nothing-to-reopen": N_("{who} 的“{purpose}”没有已经提交的答卷，没有可以退回的。"),
    "reopen-needs-time": N_("{who} 现在已经不能填写：退回要同时给出新的截止时间（命令里写 --until）。"),
    # Paper forms
    "paper-handed-in": N_("{who} 已经提交了，不能再代录：要改，请本人收回，或请组织者退回。"),
    "paper-entered": N_("{who} 的这一类已经录完提交，录入的人不能再看：要改，请本人收回，或请组织者退回。"),
    "paper-begun": N_("{who} 已经自己在填（或者别的联络员在代录），不能代录：已经填的不会显示，也不会被盖掉。"),
    "paper-not-taken-back": N_("代录提交以后不能由联络员收回：要改，请本人在期限以前收回。"),
    # Which sets are taken
    "too-many-blank": N_(
        "{who}的“{checklist}”空了 {count} 项，最多可以空 {most} 项，没有提交：请再答几项；确实不了解的，选“不了解”。"
    ),
    "too-many-best": N_(
        "给了 {count} 个人最好的等次，{subjects} 个人里最多 {most} 个，没有提交：{who}。"
        "请再斟酌一下，改过以后再提交。"
    ),
    # What is sealed
    "response-sealed": N_(
        "这份答卷是账号重新发放以前填的，已经封存，不显示也不能改，什么都没有改动："
        "要改，请先作废重填（评价表里按 w，命令里写 --renew）。"
    ),
    "answers-settled": N_(
        "轮次“{round}”已经做过公布前的保密检查，对同事的答卷就此定下，不能再填、再交、收回、退回或延期："
        "检查前后差一份，就能推出这一份填了什么。"
    ),
    "not-sealed": N_("这份答卷没有封存，不用作废：直接改就可以。"),
    "sealed-stays-in": N_(
        "已提交的都是账号重新发放以前填的，已经封存，仍然计入，不能收回：要改，请一份一份作废重填。"
    ),
    "sealed-not-whole": N_(
        "账号重新发放以前对 {who} 填的答卷封存了，不能照原样提交，没有提交：请把它作废重填，再一起提交。"
    ),
}

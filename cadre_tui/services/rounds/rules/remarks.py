"""What a round file that the program writes says beside each key."""

from typing import Final

from cadre_tui.locale import N_

HEAD: Final = N_("一轮考评的规则。行首的 # 去掉，这一行就生效；改好先用 cadre round check 检查。")

REMARKS: Final = {
    "id": N_("编号：字母、数字和 - _ .，不能与以前的轮次重复"),
    "title": N_("名称：中文，英文可以不写"),
    "mock": N_("演练：每个页面都标明，结果不作数"),
    "secrecy": N_("confidential 保密：不公开谁打了多少分；named 记名；anonymous 不记名，用测评票"),
    "colleagues": N_(
        "谁评价谁：unit 同单位；roster 花名册写明；groups 按评价主体；list 手工名单；balanced 平均分配；"
        "ballots 抽取票条，不记名；none 不互评"
    ),
    "reviewers": N_("平均分配（balanced）：每人请几个人评"),
    "seed": N_("平均分配（balanced）：从哪个数开始排，写定了可以重算核对"),
    "spare_superiors": N_("平均分配（balanced）：不请下级评上级"),
    "inspectors": N_("督查人的编号，填用于 check 的表：请换成花名册里的"),
    "tellers": N_("监票人的编号，至少两人：不记名的轮次由他们清点票条、开箱"),
    "ballot_text": N_("true：测评票上可以给每个人写一句意见；从用词口气可能认出是谁写的，票上会提醒"),
    "units": N_("参加的单位；不写就是全部"),
    "sequence": N_("together 自评互评同时；self-first 先自评后互评"),
    "grace": N_("截止后宽限几小时，这时提交的标明迟交"),
    "min_raters": N_("至少几人评，分数才显示；保密的不少于 3"),
    "min_comments": N_("至少几人评，评语才显示；不少于上面的人数"),
    "unanimity": N_("大家打分完全一样的考评项：withhold 不显示；show 照样显示"),
    "rule": N_("同事评分怎么算：mean 平均；votes 按票；trimmed 去掉一个最高一个最低（5 人起）；median 中位数"),
    "adopt": N_("总分用哪个：plain 原始分，校正分只供参考；adjusted 按评价人宽严度校正的分"),
    "rounding": N_("总分保留几位小数"),
    "appeal_days": N_("公布后几天内可以提出异议；0 不受理"),
    "commendations": N_("同事之间的鼓励：signed 署名；unsigned 不署名；none 不用"),
    "remind_every": N_("对同一个人，两次提醒至少隔几小时"),
    "former": N_("与哪一轮比较：要是已经公布的；第一轮不写"),
    "facts_from": N_("学习台账的数从哪一天算起；不写就从元旦算起"),
    "opens": N_("什么时候自动开始；不写就由组织者开启"),
    "deadlines": N_("截止时间：只写日期，到当天结束（北京时间）；不写就到组织者结束为止"),
    "validity": N_("什么样的答卷算有效"),
    "validity.blanks": N_("一份答卷最多空几成，按“不了解”算；再多不收"),
    "validity.best": N_("评“最好”的人数最多几成；超过的请再想一想"),
    "group": N_("评价主体：一个人归入第一个合适的"),
    "group.who": N_("superiors 上级；equals 同级；subordinates 下属；served 服务对象；unit 同单位"),
    "group.weight": N_("各主体之间的权重"),
    "group.minimum": N_("少于几份有效答卷就并入另一个主体；不写就是 min_raters"),
    "group.merge": N_("人不够时并入哪一个；不写就是下一个"),
    "use": N_("用哪些考评表、谁来填、占多少"),
    "use.checklist": N_("考评表的编号；有哪些：cadre plugin list"),
    "use.by": N_("self 本人；peer 同事；check 督查人"),
    "use.weight": N_("在总分里的权重；不写只作对照，不计分"),
    "grade": N_("等次：从高到低，达到哪一等就是哪一等；不写就不评等次"),
    "grade.min": N_("总分至少多少"),
    "quota": N_("名额：一个等次最多给多少人；总分并列的由组织研究，不抽签"),
    "quota.share": N_('占多少，如 0.2 或 "1/3"'),
    "quota.grade": N_("哪个等次；不写就是最高的"),
    "quota.rounding": N_("名额怎么取整：floor 舍去；half-up 四舍五入；ceil 进一"),
    "quota.within": N_("unit 按单位；county 全县一起"),
    "quota.of": N_("分母：scored 有总分的人；all 参加的人"),
    "refer": N_("提请研究的情形：只列出来，由人决定"),
    "refer.options": N_("选项的代码：这些选项占同事全部票数的多少"),
    "refer.under": N_('低于多少就提请研究，如 "2/3"'),
    "refer.over": N_('高于多少就提请研究，如 "1/3"'),
    "refer.of": N_("分母：valid 有效票；all 连“不了解”"),
}
"""By key; of a table's own keys ``table.key``."""

SAMPLES: Final = {
    "mock": "true",
    "inspectors": '["q001"]',
    "tellers": '["q002", "q003"]',
    "ballot_text": "true",
    "units": '["城关镇", "县政府办公室"]',
    "sequence": '"self-first"',
    "grace": "24",
    "min_raters": "5",
    "min_comments": "8",
    "rule": '"trimmed"',
    "adopt": '"adjusted"',
    "rounding": "{ places = 1 }",
    "appeal_days": "7",
    "commendations": '"signed"',
    "remind_every": "24",
    "former": '"2026-h1"',
    "facts_from": "2026-07-01",
    "opens": "[opens]\nself = 2026-12-01",
    "validity": "[validity]\nblanks = 0.34\nbest = 0.4",
    "quota": '[quota]\nshare = 0.2\nrounding = "floor"\nwithin = "unit"',
    "refer": '[[refer]]\noptions = ["good", "fair"]\nunder = "2/3"',
}
"""What may be said besides, as it would be written."""

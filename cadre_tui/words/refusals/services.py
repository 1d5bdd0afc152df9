"""Refusals of the room ``services``, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "county-incomplete": N_(
        "数据不完整：花名册或考评轮次还在，县的基本信息（county.json）没有了。请不要重新 init，从备份里恢复这个文件。"
    ),
    "code-for-oneself": N_("不能给自己重新发激活码：原来的密码会作废，可能谁也进不去。要换密码请登录后修改。"),
    "not-asked-about": N_("没有请你用“{checklist}”评价 {who}：请核对编号、考评表和轮次的规则。"),
    # Who one is
    "county-exists": N_("这里已经建过数据，不会重建：请直接使用；要另建一个县，请用 --data 另选文件夹。"),
    "county-not-made": N_("{place} 里还没有数据：第一次使用请先运行 cadre init，或用 --data 指明数据在哪里。"),
    "sign-in-failed": N_("编号（姓名）和密码对不上：请核对后重新输入；忘了密码，请组织者重新发激活码。"),
    "activation-failed": N_("激活码不对，或者已经用过：请核对编号和激活码；实在不行，请组织者重新发一个。"),
    "token-failed": N_("登录凭证不对，或者已经过期：请用 cadre sign-in 重新登录。"),
    "no-longer-here": N_("花名册里已经没有你：请与组织者联系。"),
    "password-too-short": N_("密码太短：至少要 {least} 个字符，请换一个长一些的。"),
    "person-unknown": N_("花名册里没有这些编号：{who}。请核对编号，或先导入花名册。"),
    "organiser-id": N_("组织者的编号“{name}”不能这样写：用字母、数字或汉字，后面还可以有 - _ . @，最多 32 个字。"),
    # What one may
    "person-unknown-nameless": N_(
        "花名册里没有编号“{who}”：请核对编号；不在花名册里的人，要一并写上姓名（--name），才好建账号。"
    ),
    "role-not-yours": N_("这件事要以“{role}”的身份办，你没有这个身份：请找有这个身份的人办。"),
    "role-may-not": N_("现在的身份不能办这件事：请换用有权限的身份，或请组织者办理。"),
    "not-yours": N_("这不是你的：每个人只能看、只能填自己的。"),
    "not-before-published": N_("结果还没有公布：公布以后才能看。"),
    "county-no-unit": N_("轮次“{round}”的合计里没有单位“{unit}”，或者不归你看：请核对名称。"),
    "work-stopped": N_("已经停下，什么都没有改动。"),
    "round-not-open": N_("这一轮现在不能填写：还没有开始，或者已经结束。"),
    # Rosters
    "roster-not-found": N_("找不到花名册文件 {file}：请核对路径和文件名。"),
    "roster-unreadable": N_("花名册文件 {file} 读不出来：请核对它是不是文件、有没有读取权限。"),
    "roster-old-workbook": N_("{file} 是旧版 Excel 文件，或者加了密码：请去掉密码，另存为 .xlsx 后再试。"),
    "roster-too-large": N_("花名册文件 {file} 太大（超过 {megabytes} MB）：请删去图片和多余的内容后再试。"),
    "roster-faulty": N_("花名册 {file} 有 {count} 处错误，一行也没有导入，请逐条改正后再试："),
    "roster-changed-meanwhile": N_(
        "确认的时候，{file} 或者花名册又有了改动，没有导入：请重新运行，看清要改什么再确认。"
    ),
    "roster-import-missing": N_("第 {number} 次导入花名册的记录不见了：请从备份恢复。"),
    "unit-unknown": N_("花名册里没有叫“{unit}”的单位：请核对写法。"),
    "unit-near": N_("花名册里没有叫“{unit}”的单位，是不是“{meant}”？请核对写法。"),
    "on-or-round": N_("--on 和 --round 只能写一个：要么看某一天的，要么看某一轮开启时的。"),
    "round-has-no-roster": N_("轮次“{round}”还没有开启，没有当时的花名册：请去掉 --round 看现在的花名册。"),
    # Round files and rounds
    "round-file-not-found": N_("找不到轮次文件 {file}：请核对路径和文件名。"),
    "round-file-unreadable": N_("轮次文件 {file} 读不出来：请核对它是不是文件、有没有读取权限。"),
    "round-file-too-large": N_("{file} 太大，不像轮次文件：请核对给出的是不是轮次文件。"),
    "round-file-newer": N_("轮次文件 {file} 是第 {schema} 版格式写的，需要更新的程序：请升级程序后再试。"),
    "round-file-faulty": N_("轮次文件 {file} 有 {count} 处错误，什么都没有改动，请逐条改正后再试："),
    "round-exists": N_("编号为“{round}”的轮次已经有了：请给新的一轮换一个编号。"),
    "round-unknown": N_("没有编号为“{round}”的轮次：现有的是 {known}。"),
    "round-already-there": N_("轮次“{round}”已经是“{phase}”，这一步办过了，不用再办。"),
    "round-out-of-order": N_(
        "轮次“{round}”现在是“{phase}”，不能直接变成“{to}”：次序是筹备、填写、审核、公布、归档，一步一步来。"
    ),
    "round-not-ready": N_("轮次“{round}”还不能变成“{to}”，还有 {count} 条没有做到："),
    "round-rules-changed": N_("轮次“{round}”的规则和开启时的指纹对不上，被改动过：请从备份恢复，不要手工改动。"),
    "not-begun-yet": N_("还没有到开始的时间（{begins}）：到时候再来填写。"),
    "not-your-unit": N_("这不是你负责的单位：单位联络员只能办本单位的事。"),
    "round-rules-faulty": N_("轮次“{round}”的规则有 {count} 处错误，什么都没有改动，请逐条改正后再试："),
    "round-nobody": N_("轮次“{round}”没有一个人参加：请先导入花名册，并核对轮次文件里的单位。"),
    "round-wrong-purpose": N_("考评表 {checklist} 不能用于“{by}”：请在轮次文件里换一张考评表，或改 by。"),
    "round-unknown-people": N_("花名册里没有轮次文件写的这些督查人：{people}。请核对编号，或先导入花名册。"),
    "round-unknown-units": N_("花名册里没有轮次文件写的这些单位：{units}。请核对写法，或先导入花名册。"),
    "nothing-to-do": N_("轮次“{round}”没有要你填的这一份：请核对轮次、被评人和考评表。"),
    # Filling in
    "deadline-passed": N_("截止时间（{deadline}）已过，不能再改：有特殊情况，请与组织者联系。"),
    "handed-in-already": N_("这一份已经提交：要修改，请先撤回。"),
    "nothing-handed-in": N_("还没有提交过，没有可以撤回的。"),
    "not-complete": N_("还缺 {count} 处，不能提交：请补齐以后再提交。"),
    "response-incomplete": N_("还缺这些，不能提交：{criteria}。请补齐以后再试。"),
    # Results
    "not-in-round": N_("“{who}”没有参加轮次“{round}”：请核对编号。"),
    # What is stored
    "document-damaged": N_("存下来的内容（{what}）已经损坏，读不懂：请从备份恢复，不要手工改动。"),
    "checklist-copy-missing": N_("轮次“{round}”存下来的考评表（指纹 {digest}）不见了：请从备份恢复。"),
    "checklist-copy-damaged": N_("轮次“{round}”存下来的考评表（指纹 {digest}）被改动过：请从备份恢复。"),
}

"""Refusals about accounts: proving who one is, roles, the way in, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "password-not-right": N_("原来的密码不对：请核对后重新输入；忘了密码，请组织者重新发激活码。"),
    "password-none": N_("你的账号还没有密码（用密钥登录的不用密码）：要设密码，请组织者发激活码。"),
    "password-same": N_("新密码和原来的一样，没有改：请另想一个。"),
    "too-many-tries": N_("连续输错的次数太多，现在不能登录：请等 {wait}再试；等不及，请组织者解除。"),
    "session-ended": N_("你的账号有了变动（身份或密码），这次登录已经结束；在这以前保存的都还在：请重新登录。"),
    "session-over": N_("登录已满 12 小时，为了稳妥，要再登录一次；填过的都还在：请重新登录。"),
    "units-unknown": N_("花名册里没有这些单位：{units}。请核对写法，或先导入花名册。"),
    "clerk-of-no-unit": N_("没有说是哪个单位的联络员：请写上单位。"),
    "units-are-for-clerks": N_("只有单位联络员才要写单位：请去掉单位，或核对身份。"),
    "role-of-the-roster": N_("干部和评价人的身份来自花名册，不能单独授予或收回：请改花名册后重新导入。"),
    "role-not-held": N_("“{who}”没有这个身份（或者不是这个单位的联络员），什么都没有改动：请核对编号和身份。"),
    "last-organiser": N_("除此以外没有能登录的组织者了，不能收回：请先让另一位组织者设好密码。"),
    "account-id": N_("编号“{name}”不能这样写：用字母、数字或汉字，后面还可以有 - _ . @，最多 32 个字。"),
    "account-nameless": N_("还没有写姓名：请写上。"),
    "account-there": N_("已经有编号为“{who}”的账号了：请换一个编号，或者在人员里找到他，给他身份。"),
    "idle-minutes": N_("锁屏的分钟数要在 0（不锁）到 {most} 之间：请改正后再试。"),
    "slips-exist": N_("{file} 已经有了，没有覆盖，也没有发激活码：请换一个文件名。"),
    "slips-not-written": N_("写不了 {file}（{why}），没有发激活码：请换一个地方。"),
    # Identity from sshd
    "ssh-not-allowed": N_(
        "这个县没有允许由 sshd 说明登录的是谁：请组织者运行 cadre account ssh on，或改用密码登录。"
    ),
    "ssh-not-owner": N_(
        "运行程序的账号不是数据文件夹的主人，不能不问密码就进入：请管理员核对 authorized_keys 在谁那里。"
    ),
    "ssh-no-command": N_(
        "这个登录只能打开干部学习考评，不能运行别的命令，也不能传文件：请直接 ssh 登录，不要带命令。"
    ),
    "ssh-key": N_(
        "这个文件里不是一个 OpenSSH 公钥（一行，如 ssh-ed25519 AAAA…）：请本人把 .pub 文件交来，不要交私钥。"
    ),
    "ssh-key-unreadable": N_("公钥文件 {file} 读不出来：请核对路径和权限。"),
    "ssh-command": N_("程序或数据文件夹的路径里有不能写进 authorized_keys 的字符：请换一个路径。"),
}

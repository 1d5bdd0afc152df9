"""Refusals about accounts: proving who one is, roles, the way in, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "password-not-right": N_("原来的密码不对：请核对后重新输入；忘了密码，请组织者重新发激活码。"),
    "too-many-tries": N_("连续输错的次数太多，现在不能登录：请等 {wait}再试；等不及，请组织者解除。"),
    "session-ended": N_("你的账号有了变动（身份或密码），这次登录已经结束；填过的都已保存：请重新登录。"),
    "units-unknown": N_("花名册里没有这些单位：{units}。请核对写法，或先导入花名册。"),
    "clerk-of-no-unit": N_("没有说是哪个单位的联络员：请写上单位。"),
    "units-are-for-clerks": N_("只有单位联络员才要写单位：请去掉单位，或核对身份。"),
    "role-of-the-roster": N_("干部和评价人的身份来自花名册，不能单独授予或收回：请改花名册后重新导入。"),
    "role-not-held": N_("“{who}”没有这个身份（或者不是这个单位的联络员），什么都没有改动：请核对编号和身份。"),
    "last-organiser": N_("除此以外没有能登录的组织者了，不能收回：请先让另一位组织者设好密码。"),
}

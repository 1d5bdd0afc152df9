"""Refusals about who may learn who gave what, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "not-before-moderation": N_("这一轮还在填写：请先结束填写（转入审核）再看。"),
    "round-confidential": N_(
        "轮次“{round}”是保密的，不向任何人显示谁打了多少分。确有必要核查的，由组织者会同另一人打开原始评分。"
    ),
    "raw-one-person": N_("打开原始评分要两个人各自登录：请另一位组织者或督查登录。"),
    "raw-about-oneself": N_("不能打开评价自己的原始评分：请由别的两个人办理。"),
    "raw-in-hand": N_(
        "{who} 的身份或登录凭证是这一轮开启以后由同办的另一人给的，不能算两个人：请换一位组织者或督查会同办理。"
    ),
    "raw-named": N_("轮次“{round}”是记名的，不用打开原始评分：公布以后，组织者和被评人在结果里就看得到。"),
    "raw-without-reason": N_("打开原始评分要写明理由，理由记入操作记录：请写上理由再试。"),
}

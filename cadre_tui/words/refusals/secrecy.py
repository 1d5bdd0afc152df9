"""Refusals about who may learn who gave what, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "not-before-moderation": N_("这一轮还在填写：请先结束填写（转入审核）再看。"),
    "look-settles": N_(
        "轮次“{round}”是保密的：看了以后，对同事的答卷（有的还有作废的决定）就定下来，不再改动。"
        "补交、退回和作废都办完了，再加 --yes 看。"
    ),
    "round-confidential": N_(
        "轮次“{round}”是保密的，不向任何人显示谁打了多少分。确有必要核查的，由组织者会同另一人打开原始评分。"
    ),
    "voids-in-moderation": N_("只有结束填写以后、公布以前，才能决定答卷作废。"),
    "voids-closed": N_(
        "轮次“{round}”是保密的，已经有人看过由评分得出的结果（保密检查、等次），前后一比就会看出一个人打的分："
        "不能再决定答卷作废。确有必要核查的，由两个人会同打开原始评分。"
    ),
    "void-oneself": N_("这是你自己的答卷：请由另一位组织者决定。"),
    "void-already": N_("代号“{who}”的答卷已经作废了。"),
    "void-not": N_("代号“{who}”的答卷没有作废，本来就计入。"),
    "void-no-such-code": N_("这一轮没有代号“{who}”：代号在评价质量里，请核对。"),
    "void-without-reason": N_("决定答卷作废或恢复要写明理由，理由记入操作记录：请写上理由再试。"),
    "void-reason-long": N_("理由最多 {most} 个字：请写短一些。"),
    "raw-one-person": N_("打开原始评分要两个人各自登录：请另一位组织者或督查登录。"),
    "raw-about-oneself": N_("不能打开评价自己的原始评分：请由别的两个人办理。"),
    "raw-in-hand": N_(
        "{who} 的身份或登录凭证是这一轮开启以后由同办的另一人给的，不能算两个人：请换一位组织者或督查会同办理。"
    ),
    "raw-named": N_("轮次“{round}”是记名的，不用打开原始评分：公布以后，组织者和被评人在结果里就看得到。"),
    "raw-without-reason": N_("打开原始评分要写明理由，理由记入操作记录：请写上理由再试。"),
}

"""Refusals about votes by ballot, by code. None holds what somebody typed."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "ballot-code-sign": N_("测评码里没有“{sign}”：请对照票条再输一遍（没有 0、O、1、I、L）。"),
    "ballot-code-length": N_("测评码是 {length} 个字母和数字，输入的是 {count} 个：请对照票条再输一遍。"),
    "ballot-code-mistyped": N_("测评码有地方输错了：请对照票条，一组一组再输一遍。"),
    "ballot-code-unknown": N_("没有这张测评码：请对照票条再输一遍；还不行，请找监票人。"),
    "ballot-code-used": N_("这张测评码已经用过了，一张只能投一次。"),
    "ballot-word-short": N_("请自己定一个词，至少 {least} 个字：没填完离开以后，要用它才能接着填。"),
    "ballot-no-text": N_("这一轮的测评票上不写意见：请去掉 remarks。"),
    "ballot-text-full": N_("写的意见太多，一张票放不下：请写短一些，或者少写几个人。"),
    "ballot-marks": N_("这张票和测评票对不上，没有收：请按测评票上的人和选项填。"),
    "ballot-blank": N_("还有 {count} 处没有评：每一行都要评，不熟悉的评“不了解”。"),
    "ballot-file": N_(
        '文件“{file}”读不出来：要是 JSON，写成 {{"marks": {{"编号": {{"考评项": "选项"}}}}}}，不超过 1 MB。'
    ),
    "ballot-file-person": N_("测评票上没有编号为“{person}”的人：请用 cadre ballot form 看票上有谁。"),
    "ballot-file-criterion": N_("测评票上不问“{person}”的“{criterion}”：请用 cadre ballot form 看问什么。"),
    "ballot-file-option": N_("“{person}”的“{criterion}”只能写：{known}。"),
    "ballot-count-written": N_("“{written}”看不懂：请写成 主体=张数，如 a=35。"),
    "ballots-not-now": N_("现在没有用测评票的测评：请核对时间，或问一问组织者。"),
    "ballots-over": N_("投票已经结束，没有投进去。"),
    "ballots-not-anonymous": N_("轮次“{round}”不是不记名的，没有测评票。"),
    "ballots-print-when-open": N_("轮次“{round}”要开启以后、结束以前才能印票条，现在是：{phase}。"),
    "ballot-group-unknown": N_("没有编号为“{group}”的评价主体，可以写：{known}。"),
    "ballot-count": N_("评价主体“{group}”的票条要印 {least} 到 {most} 张：太少了，各人评了什么推得出来。"),
    "ballots-printed-already": N_(
        "评价主体“{group}”的票条已经印过了，只印一次。纸丢了、印坏了，还没有人用过的，可以作废重印。"
    ),
    "ballots-in-use": N_("评价主体“{group}”的票条已经在用（清点过，或有人投过票），不能作废重印。"),
    "ballots-not-printed": N_("轮次“{round}”还没有印票条。"),
    "ballots-closed-already": N_("轮次“{round}”的票箱已经封了。"),
    "ballots-not-closed": N_("轮次“{round}”的票箱还没有封：请组织者先封箱（cadre ballot close {round}）。"),
    "ballots-open-after-round": N_(
        "轮次“{round}”还在填写：请组织者先结束填写（cadre round close {round}），再开箱。"
    ),
    "ballots-opened-already": N_("轮次“{round}”的票箱已经开了。"),
    "ballots-not-opened": N_("轮次“{round}”的票箱还没有开：要两位监票人登录开箱，清点的票数记下以后才能算分。"),
    "receipts-after-closing": N_("轮次“{round}”的回执名单要封箱以后才公布。"),
    "receipts-none-yet": N_("还没有公布过回执名单：封箱以后才有。"),
    "not-a-teller": N_("这一轮的监票人是 {tellers}：这件事由他们两个人一起办。"),
    "tellers-one-person": N_("监票要两个人各自登录：请另一位监票人登录。"),
    "tellers-in-hand": N_(
        "{who} 的身份或登录凭证是这一轮开启以后由同办的另一人给的，不能算两个人：请换一位监票人会同办理。"
    ),
    "slips-do-not-fit": N_("张数对不上：领走的不能多于印制的 {printed} 张，退回和作废的合起来不能多于领走的。"),
    "slips-no-number": N_("“{written}”不是张数：请写数字，如 35。"),
    "slips-none-wanted": N_("还没有写印几张：请至少给一个评价主体写上张数。"),
    "paper-ballot-differs": N_("两遍录入有 {count} 处不一样：请对照纸质票改过来，再比对。"),
    "ballot-box-uneven": N_(
        "轮次“{round}”评价主体“{group}”的票箱对不上：用过的测评码、票、回执的张数不一样，或者有重复，是别的程序改过的。"
        "请不要开箱，会同监票人查明。"
    ),
    "ballots-nobody-by-name": N_(
        "轮次“{round}”是不记名的：谁抽到票条谁投票，程序不知道是谁，所以不能分配谁评价谁，也不能设回避、改名单。"
    ),
    "ballots-not-given-back": N_("轮次“{round}”是不记名的：程序不知道哪张票是谁的，投进去的票退不回去。"),
    "ballots-stay-whole": N_(
        "轮次“{round}”是不记名的：单张的票谁也不看，不评价人的宽严，也不作废——投进去的票，以后谁也不能改。"
    ),
    "ballots-one-time": N_(
        "轮次“{round}”是不记名的，不能单给一个人延期：那样就知道最后几张票是谁的。要多给时间，请改为大家的截止时间。"
    ),
    "ballots-not-amended": N_("轮次“{round}”是不记名的，投进去的票退不回去，互评的考评表不能再修订。"),
}

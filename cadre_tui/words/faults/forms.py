"""Sentences for faults in a round's rules, for who fills in the steps of the app and never sees a round file."""

from collections.abc import Mapping
from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.codes import inputs as codes

FORMS: Final[Mapping[str, str]] = {
    codes.ROUND_OUT_OF_RANGE: N_(
        "这个数不在允许的范围内：人数至少是 1，总分小数位是 0 到 4，留空和评“最好”的比例是 0 到 1，其余的不小于零"
    ),
    codes.ROUND_BAD_DEADLINE: N_(
        "截止时间写成 2026-12-20（到当天结束）或 2026-12-20 18:00，年份在 2000 到 2199 之间；空着就到组织者结束为止"
    ),
    codes.ROUND_BAD_OPENING: N_(
        "开始时间写成 2026-12-01（从当天零点起）或 2026-12-01 08:00，年份在 2000 到 2199 之间；空着就由组织者开启"
    ),
    codes.ROUND_OPENS_TOO_SOON: N_(
        "先自评后互评，自评到 {moment} 才结束：请把这里的开始时间推到那以后，或把“先后”改成同时进行"
    ),
    codes.ROUND_NO_TIME_LEFT: N_(
        "先自评后互评，自评到 {moment} 才结束，这里的截止时间应当更晚：请推迟，或把“先后”改成同时进行"
    ),
    codes.ROUND_NOTHING_FIRST: N_("先自评后互评，却没有考评表由本人填：请加一张，或把“先后”改成同时进行"),
    codes.ROUND_TOO_FEW: N_(
        "保密的轮次至少要 {fewest} 人评才能显示，否则各人打多少分推得出来：请改为 {fewest} 以上，或改为记名"
    ),
    codes.ROUND_COMMENTS_FROM_FEWER: N_(
        "显示评语要的人数（{comments}）不能少于显示分数要的人数（{raters}）：请写 {raters} 以上"
    ),
    codes.ROUND_NO_REVIEWERS: N_("平均分配，要写每人请几个人评，如 7"),
    codes.ROUND_FEW_REVIEWERS: N_(
        "保密的轮次，至少 {raters} 人评才能显示，另要多请两人留余地："
        "请把每人请的人数从 {reviewers} 改成 {needed} 以上"
    ),
    codes.ROUND_NO_GROUPS: N_(
        "按评价主体互评，要有评价主体：请选“360 度”的模板，或从文件建这一轮，或另选一种互评范围"
    ),
    codes.ROUND_WEIGHTLESS_GROUPS: N_("各评价主体的权重都是零，算不出分数：请至少给一个主体写上权重"),
    codes.ROUND_NOT_BALANCED: N_("不是平均分配，每人请几个人评、种子、不请上级都用不上"),
    codes.ROUND_IDLE_GROUPS: N_("不按评价主体互评，评价主体用不上"),
    codes.ROUND_IDLE_GRACE: N_("没有截止时间，宽限用不上"),
    codes.ROUND_NOTHING_AFTER: N_("除了自评没有别的要填，先自评后互评用不上"),
    codes.ROUND_NO_COLLEAGUES: N_("选的是不互评，没有人评价同事：请另选一种互评范围，或不用评价同事的考评表"),
    codes.ROUND_NO_INSPECTORS: N_("没有写由谁来督查：请写上督查人的编号，或不用督查的考评表"),
    codes.ROUND_GRADE_ORDER: N_("等次要从高到低写：这里的 {number} 应低于上一等次的 {above}"),
    codes.ROUND_OWN_FORMER: N_("上一轮写的就是本轮：请改选，或选“没有”"),
    codes.ROUND_IDLE_INSPECTORS: N_("本轮没有用于督查的考评表，督查人用不上"),
}
"""By code; faults that are not here are told as in a file."""

"""Refusals of the part of ``services`` that watches over rounds, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "audit-no-hash": N_("这不是指纹：请照报告上印的抄，只有数字和 a 到 f，至少 {least} 个字。"),
    "unit-not-in-round": N_("轮次“{round}”里没有单位“{unit}”：请核对单位的名称或编号。"),
    "bulletin-empty": N_(
        "轮次“{round}”没有按人统计的进度，没有可以通报的：还没有开启，或者只用测评票投票。票收到几张，"
        "用 cadre ballot status {round} 看。"
    ),
    "out-folder-missing": N_("没有文件夹 {folder}：请先建好，或另写一个地方。"),
    "out-folder-ours": N_("{folder} 是程序放数据的地方，不能把文件写在那里：请另写一个地方。"),
    "out-file-there": N_("{file} 已经有了，不会覆盖：请换一个文件名。"),
    "out-not-written": N_("{file} 写不进去（{why}）：请核对地方和权限，或另写一个地方。"),
    "out-kind-unknown": N_("写成文件要写明种类：文件名请以 {endings} 结尾。"),
    "remind-address-missing": N_(
        "发邮件要写明地址怎么写：--address '{{id}}@县里的邮箱域名'，其中 {{id}} 换成每个人的编号。"
    ),
    "remind-address-wrong": N_("“{address}”不像邮箱地址：写成 {{id}}@qinghe.example 的样子，要有 {{id}} 和一个 @。"),
    "remind-send-failed": N_("发信命令没有办成：{command}（{why}）。已经发出的 {sent} 封记为提醒过，其余的没有。"),
    "remind-file-needed": N_("{format} 要写成文件：请用 --to 写明文件名。"),
    # The remedy list
    "remedy-unknown": N_("轮次“{round}”没有编号为“{id}”的整改事项：请核对编号。"),
    "remedy-no-criterion": N_("这一轮没有考评项“{criterion}”：请写成“考评表编号/考评项编号”，或者不写。"),
    "remedy-past": N_("期限 {due} 已经过了：请写今天或者以后的日期。"),
    "remedy-over": N_("整改事项“{id}”已经销号或者撤销，不能再改。"),
    "remedy-own": N_("这是你自己负责的事项：请由别人核查。"),
    "remedy-state": N_(
        "“{state}”不是你可以写的：责任人写 working 或 reported，核查的人写 settled、working 或 dropped。"
    ),
    "remedy-unchanged": N_("责任人和期限都没有变：请改其中一样，或者按 Esc 返回。"),
    "remedy-owner-unclear": N_("叫“{name}”的不止一人：请写编号（{ids}）。"),
    "remedy-date": N_("“{typed}”不是日期：请写成 2026-12-20 这样。"),
}

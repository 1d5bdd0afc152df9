"""Refusals of what is done about a round, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "template-unknown": N_("没有叫“{name}”的模板，可以用：{known}。"),
    "round-not-possible": N_("轮次“{round}”照现在的规则和花名册办不成，有 {count} 条："),
    "round-other-id": N_("轮次“{round}”的编号不能改成“{other}”：要换编号，请另建一轮，再删掉这一轮。"),
    "round-opened-already": N_("轮次“{round}”现在是“{phase}”，规则已经冻结，不能改也不能删：要改规则只能另建一轮。"),
    "file-exists": N_("{file} 已经有了，没有覆盖：请换一个文件名，或先移开原来的文件。"),
    "file-not-written": N_("{file} 写不进去：请核对文件夹是不是存在、有没有写入权限。"),
}

"""Refusals about the documents of a round, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "format-no-form": N_("表格只出 Word（docx）和网页（html）：请换一种。"),
    "forms-not-frozen": N_("轮次“{round}”还没有开启，考评表还没有固定：开启以后再出空白表。"),
    "outbox-no-folder": N_("{folder} 不是完整的路径，或者没有这个文件夹：请先建好文件夹，再写它的完整路径。"),
    "outbox-off": N_("组织者没有开放自己导出：需要纸质材料，请向组织者索取。"),
    "report-one-kind": N_("--subject、--blank、--filled 一次只能用一个：请去掉别的再试。"),
    "format-unknown": N_("没有“{given}”这种文件，可以用：{known}。"),
}

"""Refusals of the rooms ``checklists`` and ``scoring``, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "checklist-faulty": N_("考评表 {file} 有 {count} 处错误，请逐条改正后再试："),
    "checklist-newer": N_(
        "考评表 {file} 是第 {schema} 版格式写的，需要更新的程序（本程序只读第 1 版）：请升级程序后再试。"
    ),
    "checklist-overlay": N_(
        "{file} 是补充规定，不是完整的考评表，不能单独使用：请把它放进考评表文件夹，再用它的编号。"
    ),
    "overlay-circle": N_("补充规定互为依据，绕成了圈（{trail}）：请改正其中一份的 base。"),
    "checklist-table": N_("{file} 是这里读不了的表格格式：请在表格软件里另存为 .xlsx 后再试。"),
    "checklist-not-found": N_("找不到考评表文件 {file}：请核对路径和文件名。"),
    "checklist-unreadable": N_("考评表文件 {file} 读不出来：请核对它是不是文件、有没有读取权限。"),
    "checklist-kind-missing": N_(
        "考评表 {file} 用到了本程序没有的考评项类型 {kinds}：请启用提供它的插件，或核对 kind 的写法。"
    ),
    "kind-missing": N_("考评表 {checklist} 用到了本程序没有的考评项类型 {kinds}：请启用提供它的插件后再计分。"),
    "scorer-missing": N_("考评表 {checklist} 指定用 {name} 计分，但没有启用提供它的插件：请启用该插件后再计分。"),
    "not-scored": N_("没有计分：{why}。请联系插件的提供者。"),
    "frozen-checklist-damaged": N_("存下来的考评表 {name} 已经损坏，读不出来：请从备份恢复。"),
    "response-not-found": N_("找不到答卷文件 {file}：请核对路径和文件名。"),
    "response-beyond": N_("答卷 {file} 的内容太多、嵌套太深，不像答卷，没有读取：请核对给出的是不是答卷文件。"),
    "response-unreadable": N_("答卷文件 {file} 读不出来：请核对它是不是文件、有没有读取权限。"),
    "response-not-utf8": N_("答卷文件 {file} 不是 UTF-8 编码：请用编辑器“另存为”，编码选 UTF-8。"),
    "response-not-json": N_(
        "答卷文件 {file} 不是正确的 JSON，问题出在第 {line} 行第 {column} 列附近：请改正后再试。"
    ),
    "response-faulty": N_("答卷有 {count} 处不能用，什么都没有改动，请逐条改正后再试："),
}

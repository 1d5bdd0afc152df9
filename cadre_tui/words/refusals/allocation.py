"""Refusals of the room ``allocation`` and of the tables that it is fed with, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "allocation-impossible": N_("有 {units} 个单位按现在的规则分配不出来，什么都没有写出，原因如下："),
    "table-not-found": N_("找不到表格文件 {file}：请核对路径和文件名。"),
    "table-unreadable": N_("表格文件 {file} 读不出来：请核对它是不是文件、有没有读取权限。"),
    "workbook-beyond": N_(
        "工作簿 {file} 里的行列、合并单元格或链接多得不合情理，没有读取："
        "请把用到的行列复制到新的工作簿，另存为 .xlsx 再试。"
    ),
    "table-too-large": N_("表格文件 {file} 太大（超过 {megabytes} MB）：请删去图片和多余的内容后再试。"),
    "table-faulty": N_("表格 {file} 有 {count} 处错误，请逐条改正后再试："),
}

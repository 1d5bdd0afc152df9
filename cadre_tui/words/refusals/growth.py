"""Refusals of the room ``growth``, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "plan-full": N_("改进计划最多 {most} 条，这一条没有写进去：先删去不做的，再写。条数少，才做得成。"),
    "plan-item-unknown": N_("改进计划里没有第“{item}”条：请核对编号（现有：{known}）。"),
    "plan-no-proposal": N_("没有第 {number} 条建议（一共 {count} 条）：请先用 cadre plan propose 看。"),
    "plan-day-unreadable": N_("“{written}”不是日期：请写成 2026-12-31 这样。"),
}

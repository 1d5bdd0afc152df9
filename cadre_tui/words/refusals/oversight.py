"""Refusals of the part of ``services`` that watches over rounds, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "audit-no-hash": N_("这不是指纹：请照报告上印的抄，只有数字和 a 到 f，至少 {least} 个字。"),
}

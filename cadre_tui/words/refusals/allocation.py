"""Refusals of the room ``allocation``, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "allocation-impossible": N_("有 {units} 个单位按现在的规则分配不出来，什么都没有写出，原因如下："),
}

"""Refusals about the documents of a round, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "format-unknown": N_("没有“{given}”这种文件，可以用：{known}。"),
}

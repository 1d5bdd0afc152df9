"""A round in which nothing is counted person by person: why, and where to look instead."""

from cadre_tui.locale import _
from cadre_tui.model.filling.home import RoundLine
from cadre_tui.model.rounds.round import Phase


def uncounted(line: RoundLine) -> str:
    """Why there is no progress to see."""
    if line.phase is Phase.SETUP:
        return _("还没有开启，没有进度可看。")
    if line.ballots:
        return _(
            "这一轮用测评票投票，没有按人统计的进度；收到几张，在这一轮的页面按 v 看，"
            "或用 cadre ballot status {round}。"
        ).format(round=line.round)
    return _("这一轮没有请任何人填写，没有进度可看。")

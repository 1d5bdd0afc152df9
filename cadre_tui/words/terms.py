"""The field's own words for what the models name by code."""

import math
from datetime import timedelta
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import Phase

LEVELS: Final = {
    "county-leadership": N_("县级领导"),
    "township-bureau": N_("乡科级干部"),
    "village-branch": N_("村（社区）干部"),
    "agency-staff": N_("机关干部"),
    "enterprise": N_("企业干部"),
}

PURPOSES: Final = {
    Purpose.SELF: N_("自我检查"),
    Purpose.PEER: N_("评价同事"),
    Purpose.CHECK: N_("督查"),
}

PHASES: Final = {
    Phase.SETUP: N_("筹备中"),
    Phase.OPEN: N_("进行中"),
    Phase.SELF: N_("自评中"),
    Phase.PEER: N_("互评中"),
    Phase.MODERATION: N_("审核中"),
    Phase.PUBLISHED: N_("已公布"),
    Phase.ARCHIVED: N_("已归档"),
}


def level(code: str) -> str:
    """A level in words; a county's own level is shown by its code."""
    return _(LEVELS[code]) if code in LEVELS else code


def levels(codes: tuple[str, ...]) -> str:
    """Whom a checklist is for; naming nobody means everyone."""
    return _("、").join(map(level, codes)) if codes else _("全体干部")


def purposes(codes: tuple[Purpose, ...]) -> str:
    """What a checklist is filled for; naming nothing means all."""
    return _("、").join(_(PURPOSES[code]) for code in (codes or tuple(Purpose)))


def purpose(code: Purpose) -> str:
    """What one checklist is filled for."""
    return _(PURPOSES[code])


def phase(code: Phase) -> str:
    """How far a round has come."""
    return _(PHASES[code])


def wait(left: timedelta) -> str:
    """How long one has to wait, never said too short: seconds up to two minutes, then minutes."""
    seconds = math.ceil(left.total_seconds())
    if seconds <= 120:
        return _("{seconds} 秒").format(seconds=seconds)
    return _("{minutes} 分钟").format(minutes=math.ceil(seconds / 60))

"""Where a proposal for a study plan comes from."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.study.proposal import StudyOrigin

ORIGINS: Final = {
    StudyOrigin.TEMPLATE: N_("本层级的样本"),
    StudyOrigin.WEAK: N_("上次结果的短板"),
    StudyOrigin.DEVELOPMENT: N_("改进计划"),
    StudyOrigin.LEFT: N_("去年没有完成"),
}

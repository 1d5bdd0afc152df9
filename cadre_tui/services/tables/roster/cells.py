"""What stands in a roster's cells where only certain words can stand: levels, standing, who is rated."""

import re
from functools import cache
from typing import Final

from cadre_tui.model.checklists.checklist import LEVELS
from cadre_tui.model.nearest import nearest
from cadre_tui.model.people.person import Standing

LEVEL_NAMES: Final = {
    "县级领导": "county-leadership",
    "县级领导班子": "county-leadership",
    "县处级": "county-leadership",
    "乡科级": "township-bureau",
    "乡科级干部": "township-bureau",
    "乡镇部门": "township-bureau",
    "村(社区)干部": "village-branch",
    "村(社区)党支部": "village-branch",
    "村社区干部": "village-branch",
    "村干部": "village-branch",
    "社区干部": "village-branch",
    "机关干部": "agency-staff",
    "机关工作人员": "agency-staff",
    "企业干部": "enterprise",
    "企业": "enterprise",
    "县级领导干部": "county-leadership",
    "countyleadership": "county-leadership",
    "townshipbureau": "township-bureau",
    "villagebranch": "village-branch",
    "agencystaff": "agency-staff",
}
"""What the five levels are called, in half-width signs and without spaces."""

TOLD_LEVELS: Final = ("县级领导", "乡科级干部", "村（社区）干部", "机关干部", "企业干部")
OWN_LEVEL: Final = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+")
"""A county's own level bears the county's prefix."""

STANDINGS: Final = {
    **dict.fromkeys(("在岗", "在职", "在任", "到岗", "onduty", "atpost"), Standing.ON_DUTY),
    **dict.fromkeys(("借调", "抽调", "外派", "挂职", "借出", "seconded", "onsecondment"), Standing.SECONDED),
    **dict.fromkeys(("请假", "休假", "病假", "事假", "产假", "长假", "onleave", "leave"), Standing.ON_LEAVE),
}
TOLD_STANDINGS: Final = ("在岗", "借调", "请假")

RATED: Final = {
    **dict.fromkeys(("是", "参评", "参加", "参加考评", "被评", "干部", "y", "yes", "true", "1", "√", "rated"), True),
    **dict.fromkeys(("否", "不参评", "不参加", "不参加考评", "仅评价", "只评价", "评价人", "仅评价人"), False),
    **dict.fromkeys(("n", "no", "false", "0", "×", "rater", "rateronly", "onlyrates"), False),
}
TOLD_RATED: Final = ("是", "否", "仅评价")


def level(text: str) -> str | None:
    """The code of a level that is written by name or by code; None where there is none."""
    written = text.replace(" ", "").lower()
    code = LEVEL_NAMES.get(written) or LEVEL_NAMES.get(_joined(text))
    if code is None and (written in LEVELS or OWN_LEVEL.fullmatch(written)):
        return written
    return code


def standing(text: str) -> Standing | None:
    """Whether somebody is at the post, as the word says; None where no such word is known."""
    return STANDINGS.get(_joined(text))


def rated(text: str) -> bool | None:
    """Whether somebody is rated, or only rates; None where the word says neither."""
    return RATED.get(_joined(text))


@cache
def near_level(text: str) -> str | None:
    """The level that was probably meant."""
    return nearest(text.replace(" ", ""), (*LEVEL_NAMES, *LEVELS), alike=0.5)


@cache
def near_standing(text: str) -> str | None:
    """The word for a standing that was probably meant."""
    return nearest(_joined(text), STANDINGS, alike=0.5)


@cache
def near_rated(text: str) -> str | None:
    """The word for being rated or not that was probably meant."""
    return nearest(_joined(text), RATED, alike=0.5)


def _joined(text: str) -> str:
    return "".join(text.lower().split()).replace("-", "").replace("_", "")

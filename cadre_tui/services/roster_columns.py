"""How a roster's columns and levels may be called, in Chinese or in English."""

import re
import unicodedata
from typing import Final

from cadre_tui.model.checklist import LEVELS

HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("编号", "工号", "人员编号", "干部编号", "id", "no", "number", "person", "personid"),
    "name": ("姓名", "名字", "name"),
    "unit": ("单位", "单位名称", "工作单位", "所在单位", "部门", "unit", "department"),
    "level": ("层级", "级别", "层次", "干部层级", "level"),
    "duty": ("职务", "岗位", "现任职务", "职务名称", "duty", "post", "position", "title"),
    "colleagues": ("评价谁", "评价同事", "评价对象", "互评对象", "colleagues", "rates", "scores"),
}
"""A field, and the headings that mean it. The first one is the heading that is told."""

NEEDED: Final = ("id", "name", "unit", "level")

LEVEL_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "county-leadership": ("县级领导", "县级领导班子", "县级领导干部", "县处级", "县级", "countyleadership"),
    "township-bureau": ("乡科级", "乡科级干部", "乡镇部门", "乡镇和部门领导", "科级", "townshipbureau"),
    "village-branch": ("村（社区）干部", "村（社区）党支部", "村社区干部", "村干部", "社区干部", "villagebranch"),
    "agency-staff": ("机关干部", "机关", "一般干部", "机关工作人员", "agencystaff"),
    "enterprise": ("企业干部", "企业", "企业管理人员", "enterprise"),
}

COUNTYS_OWN: Final = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+")
"""A level that a county has added: prefixed, as in ``qinghe.street``."""


def field_of(heading: str) -> str | None:
    """The field that a column's heading means, if any."""
    wanted = folded(heading)
    return next((field for field, names in HEADINGS.items() if wanted in names), None)


def level_of(written: str) -> str | None:
    """The level's code; None where no such level is known."""
    wanted = folded(written)
    for code, names in LEVEL_WORDS.items():
        if wanted in map(folded, (code, *names)):
            return code
    code = unicodedata.normalize("NFKC", written).strip().lower()
    return code if COUNTYS_OWN.fullmatch(code) else None


def level_names() -> tuple[str, ...]:
    """What may be written, for a message: each level's Chinese word and its code."""
    return tuple(name for code in LEVELS for name in (LEVEL_WORDS[code][0], code))


def folded(written: str) -> str:
    """Without what makes no difference: width, case, spaces, hyphens, asterisks, remarks in brackets at the end."""
    plain = unicodedata.normalize("NFKC", written).lower()
    plain = re.sub(r"\((必填|选填|可不填|required|optional|id)\)$", "", re.sub(r"\s", "", plain))
    return re.sub(r"[\s_\-*:]", "", plain)

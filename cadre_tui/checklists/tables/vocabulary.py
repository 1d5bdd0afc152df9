"""The Chinese words that a table takes for the codes of the format. The codes themselves are taken too."""

from collections.abc import Mapping
from typing import Final

KINDS: Final = {
    "评级": "rating", "是否": "yes_no", "选择": "choice", "扣分": "deduct", "计次": "count",
    "分档": "tiers", "比例": "ratio", "数字": "number", "文字": "text", "日期": "date",
}  # fmt: skip
SECTIONS: Final = {"基本": "base", "加分": "bonus", "扣分": "penalty"}
FOCUS: Final = {"计划": "plan", "结合工作": "work", "集体": "group", "长效": "lasting"}
ASKS: Final = {"不要": "none", "可填": "optional", "必填": "required", "最好最差时必填": "extremes"}
FLAGS: Final = {
    "是": True,
    "否": False,
    "yes": True,
    "no": False,
    "true": True,
    "false": False,
}
NA_RULES: Final = {"折算": "rescale", "满分": "full", "零分": "zero"}
PURPOSES: Final = {"自我检查": "self", "自评": "self", "评价同事": "peer", "互评": "peer", "督查": "check"}
LEVELS: Final = {
    "县级领导": "county-leadership", "乡科级干部": "township-bureau", "村(社区)干部": "village-branch",
    "机关干部": "agency-staff", "企业干部": "enterprise",
}  # fmt: skip
ROUNDING: Final = {"四舍五入": "half-up"}
LANGUAGES: Final = {"中文": "zh", "英文": "en", "chinese": "zh", "english": "en"}
"""What may stand in brackets after a heading, beside the codes of languages."""

Words = Mapping[str, str]

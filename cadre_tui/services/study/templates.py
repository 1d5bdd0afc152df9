"""What a cadre of each level, and a unit, usually studies in a year: to begin a plan from."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.model.text import Text


class Usual(NamedTuple):
    """One item: what, of which kind, how many hours in a year, by which month's end."""

    content: Text
    kind: StudyKind
    matter: Matter
    hours: Decimal
    month: int


def _usual(zh: str, en: str, kind: StudyKind, matter: Matter, hours: int, month: int = 12) -> Usual:
    return Usual(Text({"zh": zh, "en": en}), kind, matter, Decimal(hours), month)


COMMON: Final = (
    _usual(
        "政治理论：中央全会精神和年度重点篇目，按双周集中学习安排学完",
        "Political theory: the plenary sessions and the year's readings, in the collective sessions",
        StudyKind.POLITICAL,
        Matter.THEORY,
        40,
    ),
    _usual(
        "法律法规：与岗位职责有关的法律和条例，学完参加一次测试",
        "Laws and rules that concern the post, with a test at the end",
        StudyKind.KNOWLEDGE,
        Matter.THEORY,
        10,
        9,
    ),
    _usual(
        "心理调适和沟通：听一次讲座，做一次谈心谈话练习",
        "Keeping one's balance and talking with people: one lecture, one exercise",
        StudyKind.PSYCHOLOGICAL,
        Matter.BUSINESS,
        4,
        10,
    ),
)

BY_LEVEL: Final[Mapping[str, tuple[Usual, ...]]] = {
    "county-leadership": (
        _usual(
            "分管领域的产业政策和宏观形势，结合年度重点项目写一篇调研报告",
            "Policy in one's field, with a report from the year's main project",
            StudyKind.ABILITY,
            Matter.BUSINESS,
            30,
            11,
        ),
        _usual(
            "到外地考察学习一次，回来讲一课",
            "One study visit elsewhere, and a lesson about it afterwards",
            StudyKind.ABILITY,
            Matter.BUSINESS,
            16,
            9,
        ),
    ),
    "township-bureau": (
        _usual(
            "分管业务的政策和操作办法，结合一个难题带着问题学",
            "Policy and practice of one's field, learned on one hard problem",
            StudyKind.ABILITY,
            Matter.BUSINESS,
            24,
            10,
        ),
        _usual("应急处置和信访化解", "Emergencies and petitions", StudyKind.ABILITY, Matter.BUSINESS, 8, 6),
    ),
    "village-branch": (
        _usual(
            "村级治理和集体经济：到先进村看一次，定一件能办的事",
            "Governing a village and its economy: one visit, one thing to do",
            StudyKind.ABILITY,
            Matter.BUSINESS,
            20,
            9,
        ),
        _usual("一项农业实用技术", "One practical farming technique", StudyKind.KNOWLEDGE, Matter.BUSINESS, 12, 8),
    ),
    "agency-staff": (
        _usual(
            "岗位业务和公文写作，交两篇自己写的材料",
            "The business of the post and drafting, with two papers of one's own",
            StudyKind.ABILITY,
            Matter.BUSINESS,
            24,
            11,
        ),
        _usual("信息化办公和数据分析", "Office software and data", StudyKind.KNOWLEDGE, Matter.BUSINESS, 10, 6),
    ),
    "enterprise": (
        _usual("现代企业管理和风险防控", "Management and risks", StudyKind.ABILITY, Matter.BUSINESS, 24, 10),
        _usual("安全生产法规和现场管理", "Safety at work", StudyKind.KNOWLEDGE, Matter.BUSINESS, 12, 6),
    ),
}

OF_UNIT: Final = (
    _usual(
        "党组（党委）理论学习中心组学习十二次",
        "Twelve sessions of the leading group's theory study",
        StudyKind.POLITICAL,
        Matter.THEORY,
        36,
    ),
    _usual(
        "业务大讲堂每月一次，科室轮流主讲",
        "A business lecture a month, given by each office in turn",
        StudyKind.ABILITY,
        Matter.BUSINESS,
        24,
    ),
    _usual(
        "选派干部跟班学习、上派锻炼，每季检查一次学习记录",
        "Sending cadres to learn elsewhere; the records looked at every quarter",
        StudyKind.ABILITY,
        Matter.BUSINESS,
        12,
    ),
)

"""Rounds for the common cases, to begin from: rules that hold as they stand, with the built-in checklists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from cadre_tui.locale import N_
from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.services.rounds.rules.reading import CHINA, DAY_ENDS

SELF_DAYS, OTHER_DAYS = timedelta(days=14), timedelta(days=21)
"""How long people have, from the day on which the template is asked for."""

INSPECTOR: Final = "q001"
"""Stands for the ids that only the county knows."""

GRADES: Final = (
    Grade(code="excellent", text=Text({"zh": "优秀", "en": "Excellent"}), min=Decimal(90)),
    Grade(code="good", text=Text({"zh": "良好", "en": "Good"}), min=Decimal(80)),
    Grade(code="pass", text=Text({"zh": "合格", "en": "Pass"}), min=Decimal(60)),
    Grade(code="fail", text=Text({"zh": "不合格", "en": "Fail"}), min=Decimal(0)),
)

GROUPS: Final = (
    RaterGroup(
        id="a",
        title=Text({"zh": "上级领导", "en": "Superiors"}),
        who=(Relation.SUPERIORS,),
        weight=Decimal(30),
        merge="b",
    ),
    RaterGroup(
        id="b", title=Text({"zh": "同级", "en": "Equals"}), who=(Relation.EQUALS,), weight=Decimal(30), merge="c"
    ),
    RaterGroup(
        id="c",
        title=Text({"zh": "下属及服务对象", "en": "Subordinates and served units"}),
        who=(Relation.SUBORDINATES, Relation.SERVED),
        weight=Decimal(40),
    ),
)


TELLERS: Final = ("q002", "q003")
"""Stand for the ids that only the county knows."""

BALLOT_GROUPS: Final = (
    RaterGroup(id="a", title=Text({"zh": "领导班子", "en": "The leadership"}), weight=Decimal(30), merge="b"),
    RaterGroup(id="b", title=Text({"zh": "中层干部", "en": "Heads of offices"}), weight=Decimal(30), merge="c"),
    RaterGroup(id="c", title=Text({"zh": "干部职工", "en": "Staff"}), weight=Decimal(40)),
)


@dataclass(frozen=True)
class Template:
    """One common case: its name, what it is called, when to take it, and the rules in which it differs."""

    name: str
    title: str
    what: str
    rules: Mapping[str, Any]
    asks: tuple[Purpose, ...]


def _use(checklist: str, by: Purpose, weight: int) -> Use:
    return Use(checklist=checklist, by=by, weight=Decimal(weight))


SELF, PEER, CHECK = Purpose.SELF, Purpose.PEER, Purpose.CHECK

TEMPLATES: Final = (
    Template(
        "self",
        N_("只有自评"),
        N_("每个人对照检查自己，不请别人评。"),
        {"use": (_use("core.learning", SELF, 100),), "colleagues": "none"},
        (SELF,),
    ),
    Template(
        "colleagues",
        N_("自评加同事互评"),
        N_("对照检查自己，再由同单位的同事评；两边同一张表，逐项比较差在哪里。"),
        {
            "use": (
                _use("core.learning", SELF, 40),
                _use("core.mutual", SELF, 0),
                _use("core.mutual", PEER, 60),
            )
        },
        (SELF, PEER),
    ),
    Template(
        "groups",
        N_("360 度：按评价主体"),
        N_("上级、同级、下属及服务对象分别评，各占权重；谁是谁的上级、服务谁，看花名册。"),
        {
            "use": (_use("core.mutual", SELF, 0), _use("core.mutual", PEER, 100)),
            "colleagues": "groups",
            "group": GROUPS,
        },
        (SELF, PEER),
    ),
    Template(
        "ballots",
        N_("不记名测评：用测评票"),
        N_("开会投票用：票条剪开、混匀，各人自己抽，用测评码投票；程序不记录谁用了哪张。监票人开箱以后才算分。"),
        {
            "use": (_use("core.mutual", SELF, 0), _use("core.mutual", PEER, 100)),
            "secrecy": Secrecy.ANONYMOUS,
            "colleagues": "ballots",
            "group": BALLOT_GROUPS,
            "tellers": TELLERS,
        },
        (SELF, PEER),
    ),
    Template(
        "inspection",
        N_("自查与检查对照"),
        N_("先自查打分，再由督查人检查打分；同一张表两栏并排，以检查分为准。"),
        {
            "use": (_use("core.learning", SELF, 0), _use("core.learning", CHECK, 100)),
            "colleagues": "none",
            "sequence": "self-first",
            "inspectors": (INSPECTOR,),
        },
        (SELF, CHECK),
    ),
)
"""In the order in which they are offered."""


def template(name: str, now: datetime) -> RoundRules:
    """The rules of the template of that name, with times from ``now`` on.

    Raises:
        BadInput: there is none of that name.
    """
    found = next((each for each in TEMPLATES if each.name == name), None)
    if found is None:
        raise BadInput("template-unknown", name=name, known="、".join(each.name for each in TEMPLATES))
    today = now.astimezone(CHINA)
    half = 1 if today.month <= 6 else 2
    return RoundRules(
        id=f"{today.year}-h{half}",
        title=Text(
            {
                "zh": f"{today.year}年{'上' if half == 1 else '下'}半年学习考评",
                "en": f"Learning evaluation, {'first' if half == 1 else 'second'} half of {today.year}",
            }
        ),
        deadlines={
            each: datetime.combine(today.date() + (SELF_DAYS if each is SELF else OTHER_DAYS), DAY_ENDS, CHINA)
            for each in found.asks
        },
        grade=GRADES,
        **found.rules,
    )

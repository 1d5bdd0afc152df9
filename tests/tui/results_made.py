"""A result with everything that a result can have, for tests of how it is drawn."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from cadre_tui import checklists, scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Focus, Grade, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.result import Counts, CriterionResult, Former, GroupPart, Part, Result
from cadre_tui.model.results.worked import Worked
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.model.text import Text

D = Decimal
MUTUAL, LEARNING = "core.mutual|2026.1", "core.learning|2026.1"
TITLES = {
    MUTUAL: Text({"zh": "四项重点与四项素养评价", "en": "Four focal checks and four literacies"}),
    LEARNING: Text({"zh": "学习型干部四项重点检查", "en": "The four focal checks of a learning cadre"}),
}

TIED = "learning.tied.to.the.work"
FROZEN = checklists.parse(
    f"""
schema = 1
id = "core.mutual"
version = "2026.1"
title = "四项重点与四项素养评价"
total = 30
[[scale]]
id = "two"
option = [
  {{ code = "good", text = {{ zh = "好", en = "Good" }}, score = 100 }},
  {{ code = "fair", text = {{ zh = "较好", en = "Fairly good" }}, score = 90 }},
]
[[section]]
id = "focal"
title = "四项重点"
[[section.criterion]]
id = "{TIED}"
kind = "rating"
text = "学习内容与工作结合"
scale = "two"
points = 30
""",
    "mutual.toml",
)
"""The checklist of which the own answer to one criterion can be worked out again."""


def row(
    name: str,
    english: str,
    numbers: tuple[str | None, str | None, str | None, int | None, str | None],
    section: Text,
    checklist: str = MUTUAL,
    points: int = 30,
    own_why: tuple[Step, ...] = (),
) -> CriterionResult:
    """``numbers``: own, colleagues, inspection, raters, change."""
    own, peers, inspection, raters, change = numbers
    gap = None if own is None or peers is None else D(own) - D(peers)
    return CriterionResult(
        criterion=english.lower().replace(" ", "."),
        checklist=checklist,
        section=section,
        text=Text({"zh": name, "en": english}),
        focus=Focus.PLAN,
        points=D(points),
        own=None if own is None else D(own),
        peers=None if peers is None else D(peers),
        inspection=None if inspection is None else D(inspection),
        raters=raters,
        gap=gap,
        change=None if change is None else D(change),
        guidance=Text({"zh": "看计划文本，看学习笔记。", "en": "Look at the plan and at the notes."}),
        own_why=own_why,
        exact=None if peers is None else Fraction(peers),
        worked=None
        if peers is None or raters is None
        else Worked(Rule.MEAN, raters, raters, Fraction(peers) * raters),
        unknown=None if raters is None else 6 - raters,
    )


FOCAL = Text({"zh": "四项重点", "en": "The four focal checks"})
LITERACY = Text({"zh": "四项素养", "en": "The four literacies"})
PLAN = Text({"zh": "学习计划", "en": "Study plan"})
WHY = scoring.score(FROZEN, {TIED: Answer(choice="fair")}).criteria[0].why

CRITERIA = (
    row("学习计划建立与实施", "Study plan", ("28", "26.4", "27", 6, "1.2"), FOCAL),
    row("学习内容与工作结合", "Learning tied to the work", ("27", "23.1", "24", 6, "0.4"), FOCAL, own_why=WHY),
    row("组织学习机制健全", "Learning together", ("18", "22.5", None, 5, "-0.6"), FOCAL),
    row("持续学习机制落实", "Continuous learning", ("16", "15.5", None, 6, "0"), FOCAL),
    row("[a1]政治素养", "Political literacy", ("9", None, None, None, None), LITERACY, points=10),
    row("个人年度学习计划", "Personal study plan", ("7", None, None, None, None), PLAN, LEARNING, 7),
)


def part(checklist: str, by: Purpose, weight: int, score: str | None, raters: int | None, why: str = "") -> Part:
    return Part(
        checklist=checklist,
        title=TITLES[checklist],
        by=by,
        weight=D(weight),
        score=None if score is None else D(score),
        raters=raters,
        withheld=why or None,
        worked=Worked(Rule.MEAN, 6, 6, Fraction(505)) if by is Purpose.PEER and score else None,
        counts=Counts(asked=8, returned=7, valid=6, void=1) if by is Purpose.PEER and score else None,
    )


WHOLE = Result(
    round="2026-h1",
    title=Text({"zh": "2026年上半年学习考评", "en": "Learning, first half of 2026"}),
    subject=Person(id="q1", name="张建国", unit="城关镇", level="township-bureau", duty="副镇长"),
    unit="城关镇",
    total=D("86.5"),
    grade=Text({"zh": "良好", "en": "Good"}),
    withheld=None,
    parts=(
        part(LEARNING, Purpose.SELF, 40, "90.0", None),
        part(MUTUAL, Purpose.PEER, 60, "84.2", 6),
        part(MUTUAL, Purpose.SELF, 0, "88.0", None),
        part(MUTUAL, Purpose.CHECK, 0, "85.0", 2),
    ),
    criteria=CRITERIA,
    former=(
        Former(round="2024-h2", title=Text("2024年下半年"), total=D("78.1")),
        Former(round="2025-h1", title=Text("2025年上半年"), total=D("81.4")),
        Former(round="2025-h2", title=Text("2025年下半年"), total=D("84.0")),
    ),
    min_raters=3,
    secrecy=Secrecy.NAMED,
    why=(
        Step(code="result-part", values={"part": 0, "score": Fraction(90), "weight": D(40)}),
        Step(code="result-part", values={"part": 1, "score": Fraction(505, 6), "weight": D(60)}),
        Step(
            code="result-weighted",
            values={"raw": Fraction(865, 10), "weights": Fraction(100), "places": 1, "total": D("86.5")},
        ),
    ),
    checklists=(FROZEN,),
    grades=(Grade(code="good", text=Text({"zh": "良好", "en": "Good"}), min=D(80)),),
    steady="same",
    rules_hash="5d1c",
)

GROUPS = tuple(
    GroupPart(
        ids=(name,),
        titles=(Text({"zh": zh, "en": en}),),
        weight=D(weight),
        score=D(score),
        raters=5,
        exact=Fraction(score),
    )
    for name, zh, en, weight, score in (
        ("a", "上级领导", "Superiors", 30, "80.0"),
        ("b", "同级", "Equals", 30, "84.0"),
        ("c", "下属及服务对象", "Subordinates and served", 40, "88.0"),
    )
)

GROUPED = replace(
    WHOLE,
    parts=(
        WHOLE.parts[0],
        replace(WHOLE.parts[1], groups=GROUPS, worked=None),
        *WHOLE.parts[2:],
    ),
    criteria=tuple(
        replace(
            each,
            worked=None,
            groups=(each.peers - 1, each.peers, each.peers + 1),
            group_worked=tuple(Worked(Rule.MEAN, 5, 5, 5 * (Fraction(each.peers) + by)) for by in (-1, 0, 1)),
        )
        if each.peers is not None
        else each
        for each in CRITERIA
    ),
)
"""The same with three rater groups."""

INCOMPLETE = replace(
    WHOLE,
    total=None,
    grade=None,
    withheld="incomplete",
    parts=(
        part(LEARNING, Purpose.SELF, 40, None, None, "not-handed-in"),
        part(MUTUAL, Purpose.PEER, 60, None, None, "too-few-raters"),
    ),
    criteria=CRITERIA[4:],
    former=(),
    why=(
        Step(code="result-part", values={"part": 0, "score": None, "weight": D(40)}),
        Step(code="result-part", values={"part": 1, "score": None, "weight": D(60)}),
        Step(code="result-incomplete"),
    ),
)

"""A page of 看自己 with everything that it can have, for tests of how it is drawn."""

from dataclasses import replace
from datetime import UTC, date, datetime

from cadre_tui.model.growth.growth import GrowthPage
from cadre_tui.model.growth.plan import Followed, FollowUp, Origin, Plan, PlanItem, Proposal
from cadre_tui.model.oversight.commendation import Commendation
from cadre_tui.model.oversight.voices import CommendationLine
from cadre_tui.model.results.result import Comment
from cadre_tui.model.results.self_and_others import Compared, PastFigures, SelfAndOthers
from cadre_tui.model.text import Text
from cadre_tui.scoring.self_and_others import found_low, lean, quadrant
from tests.tui.results_made import CRITERIA, FOCAL, MUTUAL, WHOLE, D, row

AT = datetime(2026, 11, 1, 2, tzinfo=UTC)
FORMER_TITLE = Text({"zh": "2025年下半年学习考评", "en": "Learning, second half of 2025"})
ROWS = (
    *CRITERIA[:2],
    row("组织学习机制健全", "Learning together", ("28.5", "20.25", None, 5, "-0.6"), FOCAL),
    row("持续学习机制落实", "Continuous learning", ("18", "25.5", None, 6, "0"), FOCAL),
    row("政治素养", "Political literacy", ("16", "15.5", None, 6, None), FOCAL),
    replace(CRITERIA[4], own=D("7")),
)
BEFORE = (
    PastFigures(round="2025-h1", title=Text("2025年上半年"), own=None, peers=D("22.5")),
    PastFigures(round="2025-h2", title=Text("2025年下半年"), own=D("26"), peers=D("24.75")),
)
ITEM = PlanItem(
    id="1",
    checklist="core.mutual",
    criterion="learning.together",
    what="站所每月第一个周五集中学习，自己第一个讲，“[材料]”提前三天发。",
    work="站所例会",
    by=date(2026, 11, 10),
    proof="签到和讲稿",
)
PLAN = Plan(
    round="2026-h1",
    title=WHOLE.title,
    items=(
        ITEM,
        PlanItem(id="2", what="给年轻干部讲一课应急管理。", by=date(2026, 12, 31)),
        PlanItem(
            id="3",
            what="停车难的建议先试一条街。",
            followed=FollowUp(how=Followed.PARTLY, word="南门街划了线", at=AT),
        ),
    ),
    seen=AT,
)
FORMER = Plan(
    round="2025-h2",
    title=FORMER_TITLE,
    items=(
        PlanItem(
            id="1",
            what="每周五下午读一小时书。",
            proof="笔记",
            followed=FollowUp(how=Followed.DONE, word="二十二周没有断", round="2026-h1", at=AT),
        ),
        PlanItem(id="2", what="写一篇调研报告。"),
    ),
)
PROPOSALS = (
    Proposal(
        origin=Origin.BLIND,
        checklist="core.mutual",
        criterion="learning.together",
        about=ROWS[2].text,
        what=Text(
            {
                "zh": "认真参加并支持集体学习，与大家平等讨论。可以看：集中学习到得怎样、发不发言，有没有带头学。"
                * 3,
                "en": "Takes part in joint learning and supports it, and discusses with all as equals. " * 3,
            }
        ),
        by=date(2027, 2, 8),
    ),
    Proposal(
        origin=Origin.UNFINISHED,
        checklist="",
        criterion="",
        about=None,
        what=Text({"zh": "写一篇调研报告。"}),
        by=date(2027, 2, 8),
    ),
)
PAGE = GrowthPage(
    compared=SelfAndOthers(
        round="2026-h1",
        title=WHOLE.title,
        subject=WHOLE.subject,
        unit=WHOLE.unit,
        criteria=tuple(
            Compared(row=each, quadrant=quadrant(each), lean=lean(each), before=BEFORE if at < 2 else ())
            for at, each in enumerate(ROWS)
        ),
    ),
    found_low=found_low(ROWS),
    comments=(
        Comment(checklist=MUTUAL, criterion="learning.together", text="研讨时讲得少，大家想听你讲讲一线的事。"),
        Comment(checklist=MUTUAL, criterion="study.plan", text="计划[a1]写得细。"),
    ),
    min_comments=3,
    commendations=(
        CommendationLine(
            commendation=Commendation(
                id="7KMX-3Q2W",
                round="2026-h1",
                receiver="q1",
                checklist="core.mutual",
                criterion="study.plan",
                text="带得大家也坐得住了。",
                signed=True,
                at=AT,
                writer="q2",
                name="李敏",
            ),
            title=WHOLE.title,
            mock=False,
            receiver="张建国",
            unit="城关镇",
            about=ROWS[0].text,
        ),
    ),
    plan=PLAN,
    former=FORMER,
    proposals=PROPOSALS,
    texts={("core.mutual", each.criterion): each.text for each in ROWS},
    former_texts={},
)
EMPTY = PAGE.model_copy(
    update={
        "compared": PAGE.compared.model_copy(update={"criteria": ()}),
        "found_low": (),
        "comments": None,
        "commendations": (),
        "plan": PLAN.model_copy(update={"items": ()}),
        "former": None,
        "proposals": (),
    }
)

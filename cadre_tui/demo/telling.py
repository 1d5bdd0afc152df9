"""What the made-up results have to tell: a blind spot, a hidden strength, words of colleagues, and a plan."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Task
from cadre_tui.model.growth.plan import Followed, PlanItem
from cadre_tui.services.growth import plans
from cadre_tui.services.session import Session

CHECKLIST: Final = "core.mutual"

SELF: Final = {"group.overall": "good", "lasting.overall": "average"}
"""What somebody answers about themself who overlooks how others meet them, and what they have learned."""

COLLEAGUES: Final = {
    "group.overall": ("average", "average", "fair"),
    "lasting.overall": ("good", "good", "fair"),
}
"""What colleagues answer, in turn."""

WRITTEN: Final = {
    "q041": ("group.overall", "集中学习常常中途去接电话，研讨时讲得少，大家想听你讲讲一线的事。"),
    "q044": ("group.overall", "分管的几个站所学习时间总被会议挤掉，能不能固定下来。"),
    "q043": ("work.overall", "停车难的调研下了功夫，建议能在镇里先试一条街。"),
    "q046": ("lasting.overall", "防汛之后自学应急管理，讲起来头头是道，可以带一带年轻人。"),
    "q048": ("literacy.ability", "协调征地时有办法，群众信得过。"),
}
"""About which criterion a colleague writes, and what: a line each."""


def telling(task: Task, rater: str, answers: Mapping[str, Answer], who: frozenset[str]) -> dict[str, Answer]:
    """The answers, but about ``who`` with something to think about in them."""
    whole = dict(answers)
    if task.checklist != CHECKLIST or task.subject.id not in who:
        return whole
    turn = int(rater.lstrip("q")) + int(task.round[-1])  # another one each half-year, and never all alike
    for criterion, given in COLLEAGUES.items():
        choice = SELF[criterion] if task.purpose is Purpose.SELF else given[turn % len(given)]
        whole[criterion] = Answer(choice=choice)
    if task.purpose is Purpose.PEER and rater in WRITTEN:
        criterion, said = WRITTEN[rater]
        whole[criterion] = whole[criterion].model_copy(update={"reason": said})
    return whole


def plan(cadre: Session, round_id: str, day: date) -> None:
    """A plan made ``day``, when the result was published: one item done since, two with their day, one with time."""
    plans.saw(cadre, round_id)
    for item in (
        PlanItem(
            id="1",
            checklist=CHECKLIST,
            criterion="group.overall",
            what="分管的三个站所每月第一个周五上午集中学习，雷打不动，自己第一个讲。",
            work="站所例会",
            by=day + timedelta(days=60),
            proof="学习签到和讲稿",
        ),
        PlanItem(
            id="2",
            checklist=CHECKLIST,
            criterion="group.overall",
            what="研讨前走访两个村，带一件一线的事来讲。",
            work="包村",
            by=day + timedelta(days=75),
            proof="研讨发言提纲",
        ),
        PlanItem(
            id="3",
            checklist=CHECKLIST,
            criterion="work.overall",
            what="停车难的两条建议，先在南门街试一条。",
            work="城区停车难专项治理",
            by=day + timedelta(days=120),
            proof="试点方案和前后对比",
        ),
        PlanItem(id="4", what="把应急管理的自学笔记整理出来，给年轻干部讲一课。", by=day + timedelta(days=200)),
    ):
        plans.put(cadre, round_id, item)


def say_done(cadre: Session, round_id: str) -> None:
    """In between one says that an item is done."""
    plans.follow(cadre, round_id, "3", Followed.DONE, "南门街十一月起划线试行，违停少了六成。")

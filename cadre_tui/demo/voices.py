"""What the made-up people say to each other: an appeal with its answer, words of encouragement, what to put right."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from cadre_tui.model.oversight.appeal import Verdict
from cadre_tui.model.oversight.remedy import RemedyState
from cadre_tui.services.oversight import appeals, encouragement, remedies
from cadre_tui.services.session import Session

CHECKLIST: Final = "core.mutual"

SAID: Final = (
    ("plan.overall", "每周五雷打不动读书一小时，带得大家也坐得住了。"),
    ("work.overall", "停车难的调研报告写得实，两条建议都用上了。"),
    ("group.overall", "集中学习前把材料理得清清楚楚，大家省了不少时间。"),
)
"""About which criterion, and what: a writer each."""


def encourage(writers: Iterable[Session], round_id: str, receivers: Sequence[str]) -> None:
    """A line of each writer to each receiver, but the first alone writes to the last."""
    for number, (session, (criterion, text)) in enumerate(zip(writers, SAID, strict=True)):
        for receiver in receivers if number == 0 else receivers[:-1]:
            encouragement.commend(session, round_id, receiver, CHECKLIST, criterion, text)


def object_and_answer(organiser: Session, supervisor: Session, cadre: Session, round_id: str) -> None:
    """The cadre appeals, the organiser looks into it, the supervisor answers."""
    said = "上半年补学了两次，签到册第9页、第11页有记录，请核对这一项的平均分有没有算错。"
    made = appeals.appeal(cadre, round_id, said, CHECKLIST, "group.overall")
    appeals.take(organiser, round_id, made.receipt, "逐份核对了计分过程：平均分计算无误；签到册两次补学记录属实。")
    told = "计分无误，维持原来的结果。补学记录已补入学习档案，下半年考评时一并参考。"
    appeals.answer(supervisor, round_id, made.receipt, Verdict.REJECTED, told)


def put_right(organiser: Session, owner: Session, everybodys: str, unit: str, round_id: str, due: date) -> None:
    """An item of the county, nobody at it yet, and one of a unit, whose owner says how far it is."""
    about = f"{CHECKLIST}/plan.overall"
    said = "每季度抽查一次个人学习计划，没有结合本职工作的退回重订。"
    remedies.make(organiser, round_id, said, everybodys, due, criterion=about)
    about = f"{CHECKLIST}/group.overall"
    said = "集中学习前三天印发材料，每次学习有记录、有人讲体会。"
    made = remedies.make(organiser, round_id, said, owner.person, due, unit=unit, criterion=about)
    told = "7月起材料提前三天发到各支部，已经办了两次，记录在册。"
    remedies.report(owner, round_id, made.id, RemedyState.WORKING, told)

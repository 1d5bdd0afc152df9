"""What the made-up people say to each other: an appeal with its answer, words of encouragement."""

from collections.abc import Iterable, Sequence
from typing import Final

from cadre_tui.model.oversight.appeal import Verdict
from cadre_tui.services import encouragement
from cadre_tui.services.oversight import appeals
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
    """The cadre objects, the organiser looks into it, the supervisor answers."""
    said = "上半年补学了两次，签到册第9页、第11页有记录，请核对这一项的平均分有没有算错。"
    made = appeals.appeal(cadre, round_id, said, CHECKLIST, "group.overall")
    appeals.take(organiser, round_id, made.receipt, "逐份核对了计分过程：平均分计算无误；签到册两次补学记录属实。")
    told = "计分无误，维持原来的结果。补学记录已补入学习档案，下半年考评时一并参考。"
    appeals.answer(supervisor, round_id, made.receipt, Verdict.REJECTED, told)

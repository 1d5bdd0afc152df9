"""Who may do what: the one table that every service asks first."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people import Role
from cadre_tui.model.round import Phase
from cadre_tui.services.session import Session


class Act(StrEnum):
    """Everything that is somebody's to allow."""

    OWN_ACCOUNT = "own-account"
    IMPORT_ROSTER = "import-roster"
    ISSUE_CODES = "issue-codes"
    RUN_ROUNDS = "run-rounds"
    SEE_PROGRESS = "see-progress"
    SEE_TASKS = "see-tasks"
    READ_RESPONSE = "read-response"
    WRITE_RESPONSE = "write-response"
    HAND_IN = "hand-in"
    TAKE_BACK = "take-back"
    SEE_RESULT = "see-result"


class Whose(StrEnum):
    """Of whom."""

    OWN = "own"
    ANYBODY = "anybody"


ALWAYS: Final = frozenset(Phase)
OPEN: Final = frozenset({Phase.OPEN})
BEGUN: Final = frozenset({Phase.OPEN, Phase.CLOSED, Phase.PUBLISHED})
PUBLISHED: Final = frozenset({Phase.PUBLISHED})


@dataclass(frozen=True)
class Rule:
    """One row: ``role`` may ``act`` on what is ``whose``, while the round is in one of ``phases``."""

    act: Act
    role: Role
    whose: Whose
    phases: frozenset[Phase]
    meaning: str


TABLE: Final = (
    Rule(Act.OWN_ACCOUNT, Role.CADRE, Whose.OWN, ALWAYS, N_("改自己的密码，换身份，领取登录凭证")),
    Rule(Act.OWN_ACCOUNT, Role.ORGANISER, Whose.OWN, ALWAYS, N_("改自己的密码，换身份，领取登录凭证")),
    Rule(Act.IMPORT_ROSTER, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("导入花名册")),
    Rule(Act.ISSUE_CODES, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("发放激活码")),
    Rule(Act.RUN_ROUNDS, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("新建、开启、结束、公布考评轮次")),
    Rule(Act.SEE_PROGRESS, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("看各单位进度（只看份数，不看内容）")),
    Rule(Act.SEE_TASKS, Role.CADRE, Whose.OWN, BEGUN, N_("看自己的考评任务")),
    Rule(Act.READ_RESPONSE, Role.CADRE, Whose.OWN, BEGUN, N_("看自己填的答卷")),
    Rule(Act.WRITE_RESPONSE, Role.CADRE, Whose.OWN, OPEN, N_("填写自己的答卷")),
    Rule(Act.HAND_IN, Role.CADRE, Whose.OWN, OPEN, N_("提交自己的答卷")),
    Rule(Act.TAKE_BACK, Role.CADRE, Whose.OWN, OPEN, N_("撤回自己提交的答卷")),
    Rule(Act.SEE_RESULT, Role.CADRE, Whose.OWN, PUBLISHED, N_("看自己的考评结果")),
    Rule(Act.SEE_RESULT, Role.ORGANISER, Whose.ANYBODY, PUBLISHED, N_("看每个人的考评结果（看不到谁打了多少分）")),
)
"""What no row allows is forbidden. Nobody, in any role, reads another person's answers."""


def permit(session: Session, act: Act, *, of: str | None = None, phase: Phase | None = None) -> None:
    """Let ``session`` go on, or say why not. ``of`` is the person whom it concerns, ``phase`` the round's.

    Raises:
        NotPermitted: no row of the table allows it.
    """
    if session.role not in session.roles:
        raise NotPermitted("role-not-yours")
    rows = [rule for rule in TABLE if rule.act == act and rule.role == session.role]
    if not rows:
        raise NotPermitted("role-may-not")
    concerned = [rule for rule in rows if rule.whose is Whose.ANYBODY or of == session.person]
    if not concerned:
        raise NotPermitted("not-yours")
    if phase is not None and not any(phase in rule.phases for rule in concerned):
        raise NotPermitted("not-before-published" if act is Act.SEE_RESULT else "round-not-open")

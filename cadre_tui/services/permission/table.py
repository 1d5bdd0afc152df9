"""Who may do what: the one table that every service asks first."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import FILLING, SHOWN, Phase
from cadre_tui.services.permission.acts import Act


class Whose(StrEnum):
    """Of whom: one's own, what belongs to the units that a clerk is clerk of, anybody's."""

    OWN = "own"
    UNIT = "unit"
    ANYBODY = "anybody"


ALWAYS: Final = frozenset(Phase)
BEGUN: Final = ALWAYS - {Phase.SETUP}
WRITING: Final = FILLING | {Phase.MODERATION}
"""In moderation only those still write to whom a response was given back, or time was given."""

AFTER_FILLING: Final = SHOWN | {Phase.MODERATION}
DECIDED_IN: Final = frozenset({Phase.MODERATION, Phase.PUBLISHED})
"""Once published, about those alone whom an appeal has corrected."""

GOING_ON: Final = WRITING | {Phase.PUBLISHED}
"""From the opening on until the round is put away."""

BEFORE_OPENING: Final = frozenset({Phase.SETUP})


@dataclass(frozen=True)
class Rule:
    """One row: ``role`` may ``act`` on what is ``whose``, while the round is in one of ``phases``."""

    act: Act
    role: Role
    whose: Whose
    phases: frozenset[Phase]
    meaning: str

    @property
    def asked(self) -> tuple[Act, Role]:
        """By what it is looked up."""
        return self.act, self.role


def _each(
    act: Act, roles: tuple[Role, ...], whose: Whose, phases: frozenset[Phase], meaning: str
) -> tuple[Rule, ...]:
    return tuple(Rule(act, role, whose, phases, meaning) for role in roles)


AFTER_PUBLICATION: Final = frozenset({Phase.PUBLISHED})
RATERS: Final = (Role.CADRE, Role.RATER)
OVERSEERS: Final = (Role.ORGANISER, Role.SUPERVISOR)

TABLE: Final = (
    *_each(Act.OWN_ACCOUNT, tuple(Role), Whose.OWN, ALWAYS, N_("改自己的密码，换身份，领取登录凭证，看自己的首页")),
    Rule(Act.IMPORT_ROSTER, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("导入花名册")),
    Rule(Act.SEE_ROSTER, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("看花名册和它的变动记录")),
    Rule(Act.ISSUE_CODES, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("发放激活码")),
    Rule(Act.MANAGE_ACCOUNTS, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("管理账号：身份、登录等待和登录设置")),
    Rule(Act.RUN_ROUNDS, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("新建、开启、结束、公布、归档考评轮次")),
    *_each(Act.SEE_PLUGINS, OVERSEERS, Whose.ANYBODY, ALWAYS, N_("看考评表和插件：各是谁提供的，能不能用")),
    Rule(Act.MANAGE_PLUGINS, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("启用、停用插件和考评表（记入操作记录）")),
    Rule(Act.ALLOCATE, Role.ORGANISER, Whose.ANYBODY, BEFORE_OPENING | FILLING, N_("分配谁评价谁")),
    Rule(Act.SEE_RATERS, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("看谁评价谁（只看姓名，不看内容）")),
    Rule(
        Act.AMEND,
        Role.ORGANISER,
        Whose.ANYBODY,
        FILLING,
        N_("修订考评表（写明理由，已提交的退回重填，原件保留，看不到内容）"),
    ),
    Rule(
        Act.CORRECT_WORDING,
        Role.ORGANISER,
        Whose.ANYBODY,
        GOING_ON,
        N_("更正考评表的措辞（写明理由，原文保留，记入操作记录）"),
    ),
    Rule(Act.GIVE_TIME, Role.ORGANISER, Whose.ANYBODY, WRITING, N_("给一个人延期（写明理由）")),
    Rule(
        Act.REOPEN,
        Role.ORGANISER,
        Whose.ANYBODY,
        WRITING,
        N_("退回一个人已提交的答卷（写明理由，原件保留，看不到内容）"),
    ),
    Rule(Act.SEE_PROGRESS, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("看进度（只看份数，不看内容）")),
    Rule(Act.SEE_PROGRESS, Role.SUPERVISOR, Whose.ANYBODY, ALWAYS, N_("看进度（只看份数，不看内容）")),
    Rule(Act.SEE_PROGRESS, Role.CLERK, Whose.UNIT, ALWAYS, N_("看进度（只看份数，不看内容）")),
    Rule(Act.REMIND, Role.ORGANISER, Whose.ANYBODY, WRITING, N_("提醒没有交齐的人")),
    Rule(Act.REMIND, Role.CLERK, Whose.UNIT, WRITING, N_("提醒没有交齐的人")),
    Rule(Act.KEEP_SAFE, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("检查数据是否完好（只看，不改）")),
    Rule(Act.SEE_AUDIT, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("看操作记录，核对是否被改动")),
    Rule(Act.SEE_AUDIT, Role.SUPERVISOR, Whose.ANYBODY, ALWAYS, N_("看操作记录，核对是否被改动")),
    *_each(Act.SEE_TASKS, RATERS, Whose.OWN, BEGUN, N_("看自己的考评任务")),
    *_each(Act.READ_RESPONSE, RATERS, Whose.OWN, BEGUN, N_("看自己填的答卷")),
    *_each(Act.WRITE_RESPONSE, RATERS, Whose.OWN, WRITING, N_("填写自己的答卷")),
    *_each(Act.HAND_IN, RATERS, Whose.OWN, WRITING, N_("提交自己的答卷")),
    *_each(Act.TAKE_BACK, RATERS, Whose.OWN, WRITING, N_("撤回自己提交的答卷")),
    Rule(
        Act.ENTER_PAPER,
        Role.CLERK,
        Whose.UNIT,
        FILLING,
        N_("照纸质表替本单位的人录入答卷（记入操作记录；提交以后看不到）"),
    ),
    Rule(Act.SEE_RESULT, Role.CADRE, Whose.OWN, SHOWN, N_("看自己的考评结果")),
    Rule(
        Act.SEE_RESULT,
        Role.ORGANISER,
        Whose.ANYBODY,
        SHOWN,
        N_("看每个人的考评结果，连同自评、督查写的理由和佐证（看不到谁打了多少分）"),
    ),
    Rule(Act.SEE_RESULT, Role.SUPERVISOR, Whose.ANYBODY, SHOWN, N_("看每个人的考评结果（看不到谁打了多少分）")),
    *_each(
        Act.SEE_COUNTY_RESULT,
        (*OVERSEERS, Role.CLERK, Role.CADRE),
        Whose.ANYBODY,
        SHOWN,
        N_("看全县合计的结果（看不到任何一个人的）"),
    ),
    *_each(Act.SEE_UNIT_RESULT, OVERSEERS, Whose.ANYBODY, SHOWN, N_("看一个单位合计的结果（看不到任何一个人的）")),
    Rule(Act.SEE_UNIT_RESULT, Role.CLERK, Whose.UNIT, SHOWN, N_("看一个单位合计的结果（看不到任何一个人的）")),
    *_each(Act.SEE_REMEDIES, OVERSEERS, Whose.ANYBODY, SHOWN, N_("看整改清单")),
    Rule(Act.SEE_REMEDIES, Role.CLERK, Whose.UNIT, SHOWN, N_("看整改清单")),
    *_each(Act.SEE_REMEDIES, RATERS, Whose.OWN, SHOWN, N_("看整改清单")),
    Rule(Act.MANAGE_REMEDIES, Role.ORGANISER, Whose.ANYBODY, SHOWN, N_("列整改事项，定责任人和期限；核查、销号")),
    Rule(Act.MANAGE_REMEDIES, Role.CLERK, Whose.UNIT, SHOWN, N_("列整改事项，定责任人和期限；核查、销号")),
    *_each(Act.REPORT_REMEDY, RATERS, Whose.OWN, SHOWN, N_("报告自己负责的整改事项办到哪一步")),
    Rule(Act.APPEAL, Role.CADRE, Whose.OWN, AFTER_PUBLICATION, N_("对自己的结果提出异议")),
    Rule(Act.SEE_APPEALS, Role.CADRE, Whose.OWN, SHOWN, N_("看异议和答复")),
    *_each(Act.SEE_APPEALS, OVERSEERS, Whose.ANYBODY, SHOWN, N_("看异议和答复")),
    *_each(Act.HANDLE_APPEAL, OVERSEERS, Whose.ANYBODY, AFTER_PUBLICATION, N_("受理异议；由另一个人书面答复")),
    Rule(
        Act.CORRECT,
        Role.ORGANISER,
        Whose.ANYBODY,
        AFTER_PUBLICATION,
        N_("因异议更正自评或督查的内容（原件保留）"),
    ),
    *_each(Act.COMMEND, RATERS, Whose.OWN, FILLING, N_("给同事写一句鼓励")),
    Rule(Act.SEE_COMMENDATIONS, Role.CADRE, Whose.OWN, BEGUN, N_("看自己收到的鼓励")),
    Rule(Act.REPORT_COMMENDATION, Role.CADRE, Whose.OWN, BEGUN, N_("举报自己收到的不当留言")),
    Rule(Act.JUDGE_COMMENDATION, Role.ORGANISER, Whose.ANYBODY, BEGUN, N_("看被举报的留言，决定是否隐藏")),
    *_each(Act.COUNT_COMMENDATIONS, OVERSEERS, Whose.ANYBODY, BEGUN, N_("看各单位收到多少句鼓励（只看句数）")),
    Rule(Act.SEE_VOTES, Role.CADRE, Whose.OWN, SHOWN, N_("记名的轮次：看谁给自己打了多少分")),
    Rule(Act.SEE_VOTES, Role.ORGANISER, Whose.ANYBODY, SHOWN, N_("记名的轮次：看谁给谁打了多少分")),
    Rule(Act.SEE_PLAN, Role.CADRE, Whose.OWN, SHOWN, N_("看自己的改进计划（别的谁也看不到）")),
    Rule(Act.WRITE_PLAN, Role.CADRE, Whose.OWN, SHOWN, N_("写自己的改进计划，说每一条做得怎样")),
    Rule(Act.ISSUE_DOCUMENTS, Role.CADRE, Whose.OWN, SHOWN, N_("导出自己的得分单")),
    Rule(Act.ISSUE_DOCUMENTS, Role.ORGANISER, Whose.ANYBODY, SHOWN, N_("导出得分单、成绩册和汇总")),
    Rule(
        Act.REVIEW_RATERS,
        Role.ORGANISER,
        Whose.ANYBODY,
        AFTER_FILLING,
        N_("看评价质量：以代号列出评价人的宽严和要问一问的（看不到打了多少分，记入操作记录）"),
    ),
    Rule(
        Act.VOID_VOTES,
        Role.ORGANISER,
        Whose.ANYBODY,
        frozenset({Phase.MODERATION}),
        N_("决定一个代号的互评答卷作废（写明理由，原件保留，记入操作记录）"),
    ),
    Rule(
        Act.SEE_OUTCOME,
        Role.ORGANISER,
        Whose.ANYBODY,
        AFTER_FILLING,
        N_("看等次的形成：总分、名额线、并列的、提请研究的和校正前后不同的（看不到谁打了多少分）"),
    ),
    Rule(
        Act.DECIDE,
        Role.ORGANISER,
        Whose.ANYBODY,
        DECIDED_IN,
        N_("研究决定并列、提请研究、校正前后不同的人的等次（写明理由，记入操作记录）"),
    ),
    Rule(
        Act.SEE_OUTCOME,
        Role.SUPERVISOR,
        Whose.ANYBODY,
        AFTER_FILLING,
        N_("看等次的形成：总分、名额线、并列的、提请研究的和校正前后不同的（看不到谁打了多少分）"),
    ),
    Rule(
        Act.DECIDE,
        Role.SUPERVISOR,
        Whose.ANYBODY,
        DECIDED_IN,
        N_("要决定的人是组织者的：决定他的等次（写明理由，记入操作记录）"),
    ),
    Rule(
        Act.CHECK_DISCLOSURE,
        Role.ORGANISER,
        Whose.ANYBODY,
        AFTER_FILLING,
        N_("公布前的保密检查（看不到数值）"),
    ),
    Rule(
        Act.OPEN_RAW,
        Role.ORGANISER,
        Whose.ANYBODY,
        AFTER_FILLING,
        N_("保密的轮次：会同另一人打开一个人的原始评分（写明理由，记入操作记录）"),
    ),
    *_each(
        Act.WITNESS_RAW,
        (Role.ORGANISER, Role.SUPERVISOR),
        Whose.ANYBODY,
        AFTER_FILLING,
        N_("保密的轮次：登录，会同组织者打开一个人的原始评分"),
    ),
    *_each(
        Act.TELL_BALLOTS,
        tuple(Role),
        Whose.OWN,
        WRITING,
        N_("不记名的轮次，规则里写明的监票人：两个人一起清点票条、录入纸质票、开箱（看不到票的内容，记入操作记录）"),
    ),
    *_each(Act.SEE_STUDY, RATERS, Whose.OWN, ALWAYS, N_("看学习计划、学习台账和学习证书")),
    Rule(Act.SEE_STUDY, Role.CLERK, Whose.UNIT, ALWAYS, N_("看学习计划、学习台账和学习证书")),
    *_each(Act.SEE_STUDY, OVERSEERS, Whose.ANYBODY, ALWAYS, N_("看学习计划、学习台账和学习证书")),
    *_each(Act.PLAN_STUDY, RATERS, Whose.OWN, ALWAYS, N_("写学习计划，说进度和成效，每季回顾（单位的由联络员写）")),
    Rule(
        Act.PLAN_STUDY, Role.CLERK, Whose.UNIT, ALWAYS, N_("写学习计划，说进度和成效，每季回顾（单位的由联络员写）")
    ),
    *_each(Act.LOG_STUDY, RATERS, Whose.OWN, ALWAYS, N_("登记自己的学时和证书（联络员核对凭据以后才计入）")),
    Rule(Act.KEEP_REGISTER, Role.CLERK, Whose.UNIT, ALWAYS, N_("签到、补学，登记、核对、导入学时和证书")),
    Rule(Act.KEEP_REGISTER, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("签到、补学，登记、核对、导入学时和证书")),
    Rule(Act.ARRANGE_STUDY, Role.CLERK, Whose.UNIT, ALWAYS, N_("排集中学习（全县的由组织者排，记入操作记录）")),
    Rule(
        Act.ARRANGE_STUDY, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("排集中学习（全县的由组织者排，记入操作记录）")
    ),
    Rule(Act.SETTLE_STUDY, Role.ORGANISER, Whose.ANYBODY, ALWAYS, N_("定学习班次、规定学时、节假日和学时来源")),
    *_each(Act.WATCH_STUDY, OVERSEERS, Whose.ANYBODY, ALWAYS, N_("督查：看各单位、各层级的学时、出勤和计划完成")),
    Rule(Act.WATCH_STUDY, Role.CLERK, Whose.UNIT, ALWAYS, N_("督查：看各单位、各层级的学时、出勤和计划完成")),
)
"""What no row allows is forbidden. What one colleague answered about another is read in two cases alone: in a named
round, by the person rated and by organisers; in a confidential one by two people together, with a reason, which is
logged. What oneself wrote about oneself stands on the score sheet, which organisers print."""

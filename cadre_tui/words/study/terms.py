"""The field's own words for what study's models name by code."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.locale import N_, _, by_count, language, pgettext
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.study.certificate import CertificateSort
from cadre_tui.model.study.courses import CourseRow, Doubt
from cadre_tui.model.study.log import BY_CLERK, OWN_HAND, Attendance, Mark
from cadre_tui.model.study.period import Period, half_of, year_of
from cadre_tui.model.study.plan import Progress
from cadre_tui.model.study.session import SessionState, StudySession
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.model.study.views import Due
from cadre_tui.words.figures import figure

KINDS: Final = {
    StudyKind.POLITICAL: N_("政治素养"),
    StudyKind.KNOWLEDGE: N_("知识素养"),
    StudyKind.ABILITY: N_("能力素养"),
    StudyKind.PSYCHOLOGICAL: N_("心理素养"),
}
MATTERS: Final = {Matter.THEORY: N_("理论"), Matter.BUSINESS: N_("业务")}
STATES: Final = {
    SessionState.PLANNED: N_("未办"),
    SessionState.HELD: N_("已办"),
    SessionState.CANCELLED: N_("已取消"),
}
MARKS: Final = {Mark.PRESENT: N_("到"), Mark.EXCUSED: N_("请假"), Mark.ABSENT: N_("缺席")}
PROGRESSES: Final = {
    Progress.NOT_BEGUN: N_("未开始"),
    Progress.DONE: N_("已完成"),
    Progress.DROPPED: N_("不再做"),
}
SORTS: Final = {
    CertificateSort.STUDY: N_("学历、结业证书"),
    CertificateSort.ABILITY: N_("能力证书"),
    CertificateSort.SKILL: N_("本职以外的技能"),
}
DUES: Final = {
    "plan-missing": N_("没有写学习计划"),
    "behind": N_("学时落后 {count}"),
    "overdue": N_("学习计划 {count} 条过期未完成"),
    "to-make-up": N_("缺课 {count} 次没有补"),
    "waiting": N_("登记的学时 {count} 条没有核对"),
}
DOUBTS: Final = {
    Doubt.SAME_IN_FILE: N_("和第 {beside} 行重复"),
    Doubt.ALIKE: N_("台账里已经有相像的：{beside}"),
    Doubt.DAY_FULL: N_("这一天一共会有 {beside} 学时，偏多"),
}


def hours(number: Decimal | Fraction) -> str:
    """Hours of study, as a figure; what is worked out, such as the part of a year that is over, to one place."""
    exact = Fraction(number)
    return figure(exact if isinstance(number, Decimal) else Fraction(round_half_up(exact, 1)))


def share(part: Fraction | None) -> str:
    """A share as a percentage; a dash where there is none."""
    return "-" if part is None else figure(Fraction(round_half_up(part * 100, 1))) + "%"


def progress(code: Progress) -> str:
    """How far an item of the plan is."""
    return pgettext("study", "进行中") if code is Progress.BEGUN else _(PROGRESSES[code])


def mark(attendance: Attendance | None) -> str:
    """What was marked: ``到``, ``请假（出差）``, ``缺席，3 月 9 日已补``."""
    if attendance is None:
        return _("未签")
    told = _(MARKS[attendance.mark])
    if attendance.reason:
        told = _("{mark}（{reason}）").format(mark=told, reason=attendance.reason)
    if attendance.made_up is not None:
        told = _("{mark}，{day} 已补").format(mark=told, day=attendance.made_up.day.isoformat())
    return told


def audience(audience_id: str, settled: StudySettings) -> str:
    """What an audience is called."""
    found = settled.audience(audience_id)
    return found.title.say(language()) if found else audience_id


def when(session: StudySession) -> str:
    """``2026-03-06 周五 09:00-11:30``."""
    told = f"{session.day.isoformat()} {weekday(session.day)}"
    if session.begins is not None and session.ends is not None:
        told += f" {session.begins:%H:%M}-{session.ends:%H:%M}"
    return told


def weekday(day: date) -> str:
    """``周五``."""
    names = (
        pgettext("weekday", "周一"),
        pgettext("weekday", "周二"),
        pgettext("weekday", "周三"),
        pgettext("weekday", "周四"),
        pgettext("weekday", "周五"),
        pgettext("weekday", "周六"),
        pgettext("weekday", "周日"),
    )
    return names[day.weekday()]


def source(source_id: str, settled: StudySettings) -> str:
    """Where hours come from."""
    if source_id == OWN_HAND:
        return _("本人登记")
    if source_id == BY_CLERK:
        return _("联络员登记")
    found = settled.source(source_id)
    return found.title if found else source_id


def due(each: Due) -> str:
    """What somebody owes, or what waits."""
    told = by_count(DUES[each.what], 1 if each.count == 1 else 2)
    return told.format(count=hours(each.count))


def doubt(row: CourseRow) -> str:
    """Why somebody is asked about a row of an export; nothing where nobody is."""
    return _(DOUBTS[row.doubt]).format(beside=row.beside) if row.doubt else ""


def period(of: Period) -> str:
    """``2026年``, ``2026年上半年``, else its days."""
    year = of.first.year
    named: Mapping[Period, str] = {
        year_of(year): _("{year}年"),
        half_of(year, 1): _("{year}年上半年"),
        half_of(year, 2): _("{year}年下半年"),
    }
    known = next((told for each, told in named.items() if each == of), None)
    return known.format(year=year) if known else f"{of.first.isoformat()} – {of.last.isoformat()}"

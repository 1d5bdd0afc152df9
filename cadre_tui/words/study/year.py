"""One person's year of study in a line or two."""

from collections.abc import Iterator

from cadre_tui.locale import _, language
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.model.study.views import PersonYear
from cadre_tui.words.study import terms


def hours_told(year: PersonYear) -> str:
    """``学时 86 / 90：集中学习 66，其他 20；理论 50，业务 36。现在应有 82.5，已达到。``"""
    sums = year.sums
    told = _(
        "学时 {hours} / {asked}：集中学习 {together}，其他 {elsewhere}；理论 {theory}，业务 {business}。"
    ).format(
        hours=terms.hours(sums.hours),
        asked=terms.hours(year.asked),
        together=terms.hours(sums.together),
        elsewhere=terms.hours(sums.elsewhere),
        theory=terms.hours(sums.of_matter(Matter.THEORY)),
        business=terms.hours(sums.of_matter(Matter.BUSINESS)),
    )
    kinds = ((_(terms.KINDS[kind]), sums.of_kind(kind)) for kind in StudyKind)
    parts = [told, _("，").join(f"{kind} {terms.hours(each)}" for kind, each in kinds) + _("。"), standing_told(year)]
    if sums.waiting:
        waiting = _("另有 {hours} 学时等联络员核对，还没有计入。")
        parts.append(waiting.format(hours=terms.hours(sums.waiting)))
    return ("" if language() == "zh" else " ").join(parts)


def standing_told(year: PersonYear) -> str:
    """Whether the hours are there."""
    if year.met:
        return _("已达到。")
    if year.behind:
        so_far, behind = terms.hours(year.asked_so_far), terms.hours(year.behind)
        return _("到今天应有 {so_far}，落后 {behind}。").format(so_far=so_far, behind=behind)
    return _("到今天应有 {so_far}，跟得上。").format(so_far=terms.hours(year.asked_so_far))


def sessions_told(year: PersonYear) -> str:
    """``集中学习 22 / 24 次（补学 1，请假 1，缺席 1）。``"""
    sums = year.sums
    told = _("集中学习 {attended} / {all} 次").format(attended=sums.attended, all=len(sums.sessions))
    parts = list(_missed(year))
    return told + (_("（{parts}）").format(parts=_("，").join(parts)) if parts else "") + _("。")


def _missed(year: PersonYear) -> Iterator[str]:
    sums = year.sums
    if sums.made_up:
        yield _("补学 {count}").format(count=sums.made_up)
    if sums.excused:
        yield _("请假 {count}").format(count=sums.excused)
    if sums.absent:
        yield _("缺席 {count}").format(count=sums.absent)

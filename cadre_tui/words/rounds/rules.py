"""A round's rules in words, line by line: what an organiser reads before anybody is asked."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from cadre_tui.locale import N_, _, language
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Roster
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round_rules import RaterGroup, RoundRules
from cadre_tui.words import terms
from cadre_tui.words.figures import figure
from cadre_tui.words.rounds.counting import counting_said

COLLEAGUES: Final = {
    "unit": N_("同单位的同事"),
    "roster": N_("花名册里写明的同事"),
    "groups": N_("按评价主体"),
    "list": N_("按手工名单"),
    "balanced": N_("在本单位里平均分配"),
    "ballots": N_("抽到票条的人（不记名）"),
    "none": N_("不互评"),
}

SEQUENCES: Final = {"together": N_("自评互评同时进行"), "self-first": N_("先自评，后互评")}
SECRECIES: Final = {
    "confidential": N_("保密：不公开谁打了多少分"),
    "named": N_("记名：组织者和本人可以看谁打了多少分"),
    "anonymous": N_("不记名：用测评票，程序不记录谁用了哪张测评码"),
}
UNANIMITIES: Final = {"withhold": N_("不显示"), "show": N_("照样显示")}
COMMENDATIONS: Final = {"signed": N_("署名"), "unsigned": N_("不署名"), "none": N_("不用")}


class Said(NamedTuple):
    """One rule: what it is about, and what it says."""

    label: str
    text: str


def rules_said(
    rules: RoundRules, now: datetime, roster: Roster | None = None, rule_by: PinnedRule | None = None
) -> list[Said]:
    """All rules but the checklists, in the order of the file. With a ``roster`` people are told by name.

    ``rule_by``: the plugin whose rule an opened round pinned.
    """
    return [Said(label, text) for label, text in _said(rules, now, roster, rule_by) if text]


def _said(
    rules: RoundRules, now: datetime, roster: Roster | None, rule_by: PinnedRule | None
) -> Iterator[tuple[str, str]]:
    yield _("参加单位"), _("、").join(rules.units) or _("全部单位")
    yield _("互评范围"), colleagues(rules)
    if rules.inspectors:
        yield _("督查人"), _("、").join(_named(each, roster) for each in rules.inspectors)
    if rules.tellers:
        yield _("监票人"), _("、").join(_named(each, roster) for each in rules.tellers)
    if rules.ballot_text:
        yield _("测评票"), _("可以给每个人写一句意见（从用词口气可能认出是谁写的）")
    if len(rules.purposes) > 1:
        yield _("先后"), _(SEQUENCES[rules.sequence])
    for purpose, at in rules.opens.items():
        over = _opened(rules, purpose) if at < now else ""
        yield _("{purpose}开始").format(purpose=terms.purpose(purpose)), moment(at) + over
    for purpose, at in rules.deadlines.items():
        over = _("（已经过了，不再能填）") if at < now else ""
        yield _("{purpose}截止").format(purpose=terms.purpose(purpose)), moment(at) + over
    if rules.grace:
        yield _("宽限"), _("截止后 {hours} 小时，标明迟交").format(hours=rules.grace)
    if Purpose.PEER in rules.purposes:
        yield from _kept_silent(rules)
    yield from counting_said(rules, rule_by)
    yield _("总分小数"), _("{places} 位").format(places=rules.rounding.places)
    grades = (f"{each.text.say(language())} ≥{_number(each.min)}" for each in rules.grade)
    yield _("等次"), _("、").join(grades) or _("不评等次")
    yield (
        _("异议"),
        _("公布后 {days} 天内可以提出").format(days=rules.appeal_days) if rules.appeal_days else _("不受理"),
    )
    yield _("相互鼓励"), _(COMMENDATIONS[rules.commendations])
    yield _("提醒"), _("同一个人至少隔 {hours} 小时").format(hours=rules.remind_every)
    yield _("上一轮"), rules.former or ""
    if rules.facts_from:
        yield _("预填的数"), _("从 {day} 算起").format(day=rules.facts_from.isoformat())


def _kept_silent(rules: RoundRules) -> Iterator[tuple[str, str]]:
    yield _("保密"), _(SECRECIES[rules.secrecy])
    least = _("分数 {raters} 人，评语 {comments} 人")
    yield _("最少几人评才显示"), least.format(raters=rules.least_raters, comments=rules.least_comments)
    if rules.confidential:
        yield _("打分完全一样的考评项"), _(UNANIMITIES[rules.unanimity])
    if rules.validity.blanks is not None:
        yield _("答卷留空"), _("最多 {share}%，按“不了解”算").format(share=_number(100 * rules.validity.blanks))
    best = rules.best_on_ballot if rules.anonymous else rules.validity.best
    if best is not None:
        yield _("评“最好”的人数"), _("最多 {share}%").format(share=_number(100 * best))


def _opened(rules: RoundRules, purpose: Purpose) -> str:
    """What comes of a time to begin that has passed."""
    later = rules.sequence == "self-first" and purpose is not Purpose.SELF
    if later and Purpose.SELF in rules.purposes:
        return _("（已经过了：自评一结束就能填）")
    return _("（已经过了：还没有开启的，条件都做到就自动开启）")


def colleagues(rules: RoundRules) -> str:
    """Who rates whom."""
    told = _(COLLEAGUES[rules.colleagues])
    if rules.colleagues == "balanced" and rules.reviewers:
        told = _("在本单位里平均分配，每人请 {count} 人评").format(count=rules.reviewers)
        if rules.spare_superiors:
            told += _("，下级不评上级")
    if rules.colleagues in ("groups", "ballots") and rules.group:
        told = _("、").join(map(group, rules.group))
    return told


def group(one: RaterGroup) -> str:
    """One rater group with its weight: ``上级领导 30``."""
    return f"{one.title.say(language())} {_number(one.weight)}"


def moment(at: datetime) -> str:
    """A time with its zone."""
    zone = f"{at:%z}"
    return f"{at:%Y-%m-%d %H:%M} {zone[:3]}:{zone[3:5]}"


def weight(number: Decimal) -> str:
    """What a checklist weighs in the total; a dot where it is shown and not counted."""
    return _number(number) if number else "·"


def _number(number: Decimal) -> str:
    return figure(Fraction(number))


def _named(person_id: str, roster: Roster | None) -> str:
    person = roster.person(person_id) if roster else None
    return f"{person.name} {person_id}" if person else person_id

"""How a number came about, down to what it was worked out from, as far as secrecy lets it be told."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from cadre_tui.locale import _, pgettext
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.result import Counts, CriterionResult, Given, Part, Result, SectionResult
from cadre_tui.model.rounds.counting_rules import Rule, adds_up
from cadre_tui.words import secrecy
from cadre_tui.words.figures import figure
from cadre_tui.words.results import result as results
from cadre_tui.words.results import steps
from cadre_tui.words.rounds.counting import rule_said, worked_out


class Told(NamedTuple):
    """What is explained, and the sentences that explain it."""

    heading: str
    sentences: tuple[str, ...]


def explained(result: Result, row: CriterionResult | None, language: str) -> Iterator[Told]:
    """The criterion at the cursor first, then what it goes into: its section, the parts, the total, the grade."""
    if row is not None:
        told = (*results.criterion_steps(result, row, language), *groups_told(result, row, language))
        yield Told(row.text.say(language), (*told, *given_told(result, row, language)))
        for section in result.sections:
            if (section.checklist, section.section) == (row.checklist, row.section_id):
                yield Told(
                    _("小节：{section}").format(section=section.title.say(language)), tuple(_section(section, result))
                )
    for part in result.parts:
        yield Told(results.part_name(part, language), tuple(_part(part, result, language)))
    yield Told(_("总分"), results.total_steps(result, language))
    if result.grades:
        yield Told(_("等次"), tuple(_grade(result, language)))
    yield Told(_("规则和保密"), tuple(_rules(result)))


def one_figure(result: Result, row: CriterionResult, key: str, language: str) -> Told:
    """What a single number of a criterion comes from. ``key`` is its column: a field of the result, ``group0``…"""
    own, colleagues = _("自评"), _("同事")
    names = {
        "points": _("满分"),
        "own": own,
        "peers": colleagues,
        "raters": _("人数"),
        "inspection": pgettext("column", "督查"),
        "gap": _("差"),
        "change": _("比上轮"),
    }
    about = "peers" if key == "raters" else "groups" if key.startswith("group") else key
    told = [sentence for field, sentence in results.figure_steps(result, row, language) if field == about]
    if about in ("peers", "groups"):
        told += groups_told(result, row, language)
    if about in ("own", "inspection"):
        mine = tuple(each for each in row.given if (each.by is Purpose.SELF) == (about == "own"))
        told += given_told(result, replace(row, given=mine), language)
    if key == "gap" and row.own is not None and row.peers is not None and row.gap is not None:
        numbers = {
            "own": figure(Fraction(row.own)),
            "peers": figure(Fraction(row.peers)),
            "gap": results.signed(row.gap),
        }
        told.append(_("{own} − {peers} = {gap}，占分值的 {share}%").format(**numbers, share=results.gap_share(row)))
    name = names.get(key, colleagues)
    return Told(_("{criterion}：{figure}").format(criterion=row.text.say(language), figure=name), tuple(told))


def groups_told(result: Result, row: CriterionResult, language: str) -> Iterator[str]:
    """What each rater group's figure of a criterion is worked out from."""
    parts = (each for each in result.parts if each.checklist == row.checklist and each.by is Purpose.PEER)
    groups = next((each.groups for each in parts), ())
    for group, worked in zip(groups, row.group_worked, strict=False):
        if worked is not None:
            name = secrecy.group_names(group.titles, language)
            weight = f"{group.weight.normalize():f}"
            yield _("{group}：{worked}，权重 {weight}").format(group=name, worked=worked_out(worked), weight=weight)
    if row.unknown:
        yield _("回答“不了解”或没有回答的 {count} 人，不算在内").format(count=row.unknown)


def given_told(result: Result, row: CriterionResult, language: str) -> Iterator[str]:
    """What oneself and each inspection gave, what was taken off, and the reason and the evidence for it."""
    for each in row.given:
        if each.by is not Purpose.SELF:
            yield _inspected(result, row, each, language)
        if each.taken is not None:
            who = _(results.BY[each.by])
            yield _("{who}扣 {points} 分").format(who=who, points=figure(each.taken)) + _behind(each)
        elif each.reason or each.evidence:
            yield _(results.BY[each.by]) + _behind(each)


def _inspected(result: Result, row: CriterionResult, given: Given, language: str) -> str:
    checklist = result.checklist(row.checklist)
    why = [steps.sentence(each, checklist, language) for each in given.why] if checklist else []
    score = _("不计分") if given.score is None else _("{score} 分").format(score=figure(given.score))
    return _("督查：{score}（{why}）").format(score=score, why=_("；").join(why))


def _behind(given: Given) -> str:
    told = ""
    if given.reason:
        told += _("；理由：{why}").format(why=" ".join(given.reason.split()))
    if given.evidence:
        told += _("；佐证：{evidence}").format(evidence=_("、").join(given.evidence))
    return told


def _section(section: SectionResult, result: Result) -> Iterator[str]:
    for label, score in (
        (_("自评"), section.own),
        (_("同事"), section.peers),
        (_("督查"), section.inspection),
    ):
        if score is not None:
            yield _("{who} {score} 分").format(who=label, score=figure(Fraction(score)))
    if section.peers is not None:
        yield (
            _("同事的小节分是各项得分之和")
            if result.rule is Rule.MEAN or adds_up(result.rule)
            else _("同事的小节分也按“{rule}”，由各人的小节分得出").format(rule=rule_said(result.rule))
        )


def _part(part: Part, result: Result, language: str) -> Iterator[str]:
    if part.counts is not None and part.by is not Purpose.SELF:
        yield counts_told(part.counts)
    if part.withheld is not None:
        yield results.withheld(part, result)
        return
    checklist = result.checklist(part.checklist)
    if checklist is not None:
        yield from (steps.sentence(each, checklist, language) for sheet in part.sheets for each in sheet)
    for step in result.why:
        if step.code in ("result-group", "result-groups") and result.parts[step.values["part"]] is part:
            yield secrecy.group_step(step, result, language)
    if part.worked is not None and part.worked.valid > 1:
        yield worked_out(part.worked)
    for step in result.why:
        if step.code == "result-adjusted" and result.parts[step.values["part"]] is part:
            yield results.adjusted_step(step)
    if part.by is Purpose.PEER and adds_up(result.rule):
        yield _("各项按票得分，照考评表相加") if result.rule is Rule.VOTES else _("各项的得分，照考评表相加")
    yield results.weight(part, result)


def counts_told(counts: Counts) -> str:
    """Given out, returned, valid, void."""
    told = _("发出 {asked} 份，收回 {returned} 份").format(asked=counts.asked, returned=counts.returned)
    if counts.valid is None:
        return told
    return told + _("，有效 {valid} 份，无效 {void} 份").format(valid=counts.valid, void=counts.void)


def _grade(result: Result, language: str) -> Iterator[str]:
    bands = (f"{each.text.say(language)} ≥{figure(Fraction(each.min))}" for each in result.grades)
    yield _("达到哪一等就是哪一等：{bands}").format(bands=_("、").join(bands))
    yield _("等次：{grade}").format(grade=result.grade.say(language) if result.grade else _("无"))
    if sure := results.certainty(result):
        yield sure


def _rules(result: Result) -> Iterator[str]:
    if any(part.by is Purpose.PEER for part in result.parts):
        yield _("同事评分：{rule}").format(rule=rule_said(result.rule))
    if kept_back := secrecy.kept_back(result):
        yield kept_back
        yield _("不显示的，算式里只用它们的合计，合计仍可核对。")
    if result.rules_hash:
        yield _("规则指纹：{hash}").format(hash=result.rules_hash)
    for each in result.checklists:
        yield _("考评表指纹：{name} {digest}").format(name=each.name, digest=each.digest)

"""A result in words: whose score, what is kept back and why, how a number came about, what a gap may mean."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from typing import Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.result import CriterionResult, Part, Result
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import Rule, adds_up
from cadre_tui.scoring.self_and_others import LEAST_GAP
from cadre_tui.words import facts, secrecy
from cadre_tui.words.checklists.errata import beside, beside_criterion
from cadre_tui.words.figures import figure
from cadre_tui.words.results import outcome, steps
from cadre_tui.words.results.comparing import why_apart
from cadre_tui.words.rounds.counting import worked_out

WEAK, STRONG = Fraction(6, 10), Fraction(9, 10)
"""Shares of the points below which, and from which on, a criterion counts as weak or strong."""

BY: Final = {Purpose.SELF: N_("自评"), Purpose.PEER: N_("同事"), Purpose.CHECK: N_("督查")}

WITHHELD: Final = {
    "not-handed-in": N_("没有提交"),
    "too-few-raters": N_("评价人不足 {count} 人，不显示"),
    "no-score": N_("没有可以计分的回答"),
    "unscored": N_("没有计分"),
}


class Standing(Enum):
    """How somebody stands on one criterion: oneself beside colleagues, else the score alone."""

    OVER = auto()
    """Oneself noticeably above colleagues."""
    UNDER = auto()
    WEAK = auto()
    """Agreed, and low."""
    STRONG = auto()
    AGREED = auto()
    ALONE = auto()
    """Nothing to compare with."""


ADVICE: Final = {
    Standing.OVER: N_(
        "你给自己的评价明显高于同事。可以请两三位熟悉情况的同事说说具体的事，再对照说明，看差在哪里，列出一两条改进办法。"
    ),
    Standing.UNDER: N_("同事给你的评价明显高于你自己。想一想同事看到了什么，把好的做法坚持下来，讲给大家听。"),
    Standing.WEAK: N_("你和同事看法一致，这里是短板。可以把它写进改进计划，定下时间和办法。"),
    Standing.STRONG: N_("你和同事看法一致，这里是长处。可以把做法整理出来，带一带别人。"),
    Standing.AGREED: N_("你和同事看法大体一致。对照说明，看离最高一档还差什么。"),
    Standing.ALONE: N_("这一项没有可以对照的同事评价。对照说明和佐证，看离满分还差什么。"),
}


def standing(row: CriterionResult) -> Standing:
    """How a criterion stands."""
    if row.gap is None or not row.points or row.peers is None:
        return Standing.ALONE
    gap, level = Fraction(row.gap) / Fraction(row.points), Fraction(row.peers) / Fraction(row.points)
    if gap >= LEAST_GAP:
        return Standing.OVER
    if gap <= -LEAST_GAP:
        return Standing.UNDER
    if level < WEAK:
        return Standing.WEAK
    return Standing.STRONG if level >= STRONG else Standing.AGREED


def advice(row: CriterionResult) -> str:
    """What one could do."""
    return _(ADVICE[standing(row)])


def noticeable(result: Result, wanted: Standing) -> tuple[CriterionResult, ...]:
    """The criteria that stand so, the widest gap (as a share of the points) first."""
    found = [row for row in result.criteria if standing(row) is wanted]
    return tuple(sorted(found, key=lambda row: -abs((row.gap or Decimal(0)) / row.points)))


def gap_sentences(result: Result, language: str, *, oneself: bool) -> tuple[str, ...]:
    """Where somebody sees more in himself than colleagues do, and where less; nothing where there is no such gap."""
    over = _listed(noticeable(result, Standing.OVER), language)
    under = _listed(noticeable(result, Standing.UNDER), language)
    unseen = _("同事看到而你没看到：{list}") if oneself else _("同事看到而本人没看到：{list}")
    sentences = []
    if under:
        sentences.append(unseen.format(list=under))
    if over:
        sentences.append(_("可能高估：{list}").format(list=over))
    if not sentences and any(row.gap is not None for row in result.criteria):
        sentences.append(_("自评和同事的评价大体一致：没有哪一项相差到分值的一成。"))
    return tuple(sentences)


def gap_share(row: CriterionResult) -> str:
    """How many hundredths of the points the gap is, by which the list is ordered."""
    share = abs(Fraction(row.gap or 0)) * 100 / Fraction(row.points)
    return figure(Fraction(round_half_up(share, 0)))


def _listed(rows: Sequence[CriterionResult], language: str) -> str:
    return _("、").join(
        _("{criterion}（{gap}，{share}%）").format(
            criterion=row.text.say(language), gap=signed(row.gap), share=gap_share(row)
        )
        for row in rows
    )


STEADY: Final = {
    "same": N_("去掉任何一票，等次不变。"),
    "may-change": N_("去掉某一票，等次可能改变。"),
    "kept-back": N_("去掉一票等次会不会变，不显示：说了就能推算出个人的评分。"),
}


def certainty(result: Result) -> str:
    """How sure the total is, and whether the grade hangs on a single vote; empty where there is nothing to say."""
    told = []
    if result.error is not None:
        error = round_half_up(Fraction(result.error), max(1, result.places))
        told.append(
            _("总分的误差：上下 {error} 分以内有 95% 的把握，由全轮评分的差异合起来估计。").format(error=error)
        )
    if result.steady:
        told.append(_(STEADY[result.steady]))
    return "".join(told)


def withheld(part: Part, result: Result) -> str:
    """Why a part has no score; empty where it has one."""
    if part.withheld is None:
        return ""
    checklist = result.checklist(part.checklist)
    if part.unscored and checklist is not None:
        return _("没有计分：{why}").format(why=steps.sentence(part.unscored[0], checklist, language()))
    return _(WITHHELD[part.withheld]).format(count=result.min_raters)


def part_name(part: Part, language: str) -> str:
    """Who filled which checklist."""
    return _("{by}：{checklist}").format(by=_(BY[part.by]), checklist=part.title.say(language))


def weight(part: Part, result: Result) -> str:
    """A part's share of the total."""
    weights = sum(each.weight for each in result.parts)
    if not part.weight:
        return _("不计入总分")
    share = round_half_up(Fraction(part.weight) * 100 / Fraction(weights), 1)
    return _("占 {share}%").format(share=figure(Fraction(share)))


def signed(number: Decimal | None) -> str:
    """``+1.6``, ``-3.9``, ``0``."""
    if number is None:
        return ""
    return ("+" if number > 0 else "-" if number < 0 else "") + figure(abs(Fraction(number)))


def total_steps(result: Result, language: str) -> tuple[str, ...]:
    """How the total came about, so that it can be done again by hand."""
    return tuple(_total_step(step, result, language) for step in result.why)


def _total_step(step: Step, result: Result, language: str) -> str:
    if step.code == "result-part":
        return _part_step(step, result, language)
    if step.code == "result-weighted":
        return _weighted_step(step, result)
    if step.code == "result-adjusted":
        return adjusted_step(step)
    if step.code in ("result-group", "result-groups"):
        return secrecy.group_step(step, result, language)
    if step.code in ("result-quota", "result-ruled"):
        return outcome.grade_step(step, result, language)
    if step.code == "result-veto":
        criterion, grade = step.values["criterion"], step.values["grade"]
        return _("一票否决：{criterion}，等次为{grade}").format(
            criterion=criterion.say(language), grade=grade.say(language)
        )
    return _("计入总分的部分还不全，所以没有总分。")


def _part_step(step: Step, result: Result, language: str) -> str:
    """What one use of a checklist came to, and of how many or of what."""
    values = step.values
    part = result.parts[values["part"]]
    name = part_name(part, language)
    if values["score"] is None:
        return _("{part}：{why}").format(part=name, why=withheld(part, result))
    told = {"part": name, "score": figure(Fraction(values["score"])), "weight": figure(Fraction(part.weight))}
    if part.shift:
        return _("{part}：{score} 分，权重 {weight}").format(**told)
    if part.worked is not None and part.worked.valid > 1:
        return _("{part}：{worked}，权重 {weight}").format(**told, worked=worked_out(part.worked))
    if part.by is Purpose.PEER and adds_up(result.rule) and not part.groups:
        by_votes = _("{part}：各项按票得分，照考评表相加为 {score}，权重 {weight}")
        by_plugin = _("{part}：各项的得分照考评表相加为 {score}，权重 {weight}")
        return (by_votes if result.rule is Rule.VOTES else by_plugin).format(**told)
    if part.raters is None or part.groups:
        return _("{part}：{score} 分，权重 {weight}").format(**told)
    return _("{part}：{count} 人评，{score} 分，权重 {weight}").format(count=part.raters, **told)


def _weighted_step(step: Step, result: Result) -> str:
    """The total, of all that counts by its weight."""
    values = step.values
    scored = [each.values for each in result.why if each.code == "result-part"]
    terms = [f"{figure(Fraction(each['score']))} × {figure(Fraction(each['weight']))}" for each in scored]
    raw = _("总分：（{sum}）÷ {weights} = {raw}").format(
        sum=" + ".join(terms), weights=figure(Fraction(values["weights"])), raw=figure(values["raw"])
    )
    raw = raw.replace("= ≈", "≈ ")
    if Fraction(values["total"]) == values["raw"]:
        return raw
    return raw + _("，四舍五入为 {total}").format(total=values["total"])


def adjusted_step(step: Step) -> str:
    """How the raters' severity moved colleagues' figure, where the rules adopt that."""
    plain, moved = step.values["plain"], step.values["result"]
    told = {"plain": figure(plain), "by": figure(abs(moved - plain)), "result": figure(moved)}
    if moved < plain:
        return _("按评价人宽严度校正：{plain} − {by} = {result}").format(**told).replace("= ≈", "≈ ")
    return _("按评价人宽严度校正：{plain} + {by} = {result}").format(**told).replace("= ≈", "≈ ")


def own_steps(result: Result, row: CriterionResult, language: str) -> tuple[str, ...]:
    """How the own score of a criterion came about, as ``cadre score`` words it; then what a source said of it."""
    checklist = result.checklist(row.checklist)
    if checklist is None:
        return ()
    told = (steps.sentence(each, checklist, language) for each in row.own_why)
    sources = (
        facts.source_and_word(each.known, each.objection, each.confirmed, language)
        for each in row.given
        if each.by is Purpose.SELF and each.known is not None
    )
    return (*told, *sources)


def own_sentence(result: Result, row: CriterionResult, language: str) -> str:
    """The own score and how it came about; empty where oneself handed nothing in."""
    why = _("；").join(own_steps(result, row, language))
    score = "" if row.own is None else _("自评 {score} 分").format(score=figure(Fraction(row.own)))
    if not why:
        return score
    return _("{part}：{why}").format(part=score or _("自评"), why=why)


def errata_of(result: Result, row: CriterionResult, language: str) -> tuple[str, ...]:
    """What stands beside the criterion's texts."""
    checklist, errata = result.checklist(row.checklist), result.errata.get(row.checklist, {})
    criterion = checklist.criterion(row.criterion) if checklist else None
    if checklist is None or criterion is None:
        return ()
    guidance = beside(errata, ("criterion", criterion.id, "guidance"), language)
    named = (_("说明 {told}").format(told=guidance),) if guidance else ()
    return (*beside_criterion(errata, checklist, criterion, language), *named)


def criterion_steps(result: Result, row: CriterionResult, language: str) -> tuple[str, ...]:
    """How a criterion's numbers came about."""
    return tuple(sentence for _figure, sentence in figure_steps(result, row, language))


def figure_steps(result: Result, row: CriterionResult, language: str) -> Iterator[tuple[str, str]]:
    """The same, each sentence with the field of the result that it is about; "" for the criterion's own text."""
    yield from (("", each) for each in errata_of(result, row, language))
    yield "points", _("满分 {points} 分").format(points=figure(Fraction(row.points)))
    if own := own_sentence(result, row, language):
        yield "own", own
    if row.peers is not None and row.raters is not None:
        yield "peers", _peers_sentence(row)
    yield from (("groups", each) for each in secrecy.by_group(result, row, language))
    if row.inspection is not None:
        yield "inspection", _("督查 {score} 分").format(score=figure(Fraction(row.inspection)))
    if row.gap is not None:
        yield "gap", _("差：自评减同事，{gap} 分").format(gap=signed(row.gap))
    if row.change is not None:
        of = _("同事评分") if row.peers is not None else _("自评")
        message = _("比上一轮的{of} {change} 分") if row.change else _("和上一轮的{of}一样")
        yield "change", message.format(of=of, change=signed(row.change))
    elif row.unlike is not None:
        yield "change", _("和上一轮不能比：{why}").format(why=why_apart(row.unlike))
    else:
        yield "change", _("上一轮没有可比的数")


def _peers_sentence(row: CriterionResult) -> str:
    score = figure(Fraction(row.peers or 0))
    if row.worked is not None:
        whole = _("同事 {score} 分：{worked}；回答“不了解”的不算在内")
        return whole.format(score=score, worked=worked_out(row.worked))
    if row.groups:
        whole = _("同事 {score} 分：{count} 人，各组按权重平均，回答“不了解”的不算在内")
    else:
        whole = _("同事 {score} 分：{count} 人，回答“不了解”的不算在内")
    return whole.format(score=score, count=row.raters)

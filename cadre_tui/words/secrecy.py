"""Who learns what, in words: what a form promises, what is kept back, what the check before publication found."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from cadre_tui.locale import N_, _, ngettext
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.disclosure import Done, Figure, Finding, Reason
from cadre_tui.model.results.result import CriterionResult, GroupPart, Result
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.model.text import Text
from cadre_tui.words.figures import figure
from cadre_tui.words.rounds.counting import worked_out

CONFIDENTIAL: Final = N_(
    "保密：平时谁也看不到谁打了多少分，要核查须两人一起打开；"
    "至少 {count} 人评了才显示合起来的分。管理这台机器的人有办法查到。"
)
NAMED: Final = N_("记名：组织者和被评人可以看到你的评分。")

FIGURES: Final = {
    Figure.PART: N_("同事评的分"),
    Figure.GROUP: N_("“{groups}”一组评的分"),
    Figure.CRITERION: N_("“{criterion}”的评分"),
    Figure.GROUP_CRITERION: N_("“{groups}”一组对“{criterion}”的评分"),
    Figure.COMMENTS: N_("同事写的评语"),
    Figure.CHANGE: N_("“{criterion}”比上一轮的升降"),
}

REASONS: Final = {
    Reason.FEW: N_("评的人太少"),
    Reason.SUB_GROUP: N_("这一组评的人太少"),
    Reason.ALIKE: N_("大家评得一样，等于告诉别人每个人评了多少"),
    Reason.DIFFERENCE: N_("和别的数合起来，能推算出不显示的那个数"),
    Reason.COMMENTS: N_("评的人太少，从口气、事情能猜出是谁写的"),
    Reason.FORMER: N_("上一轮的这个数没有显示，从升降能推算出来"),
    Reason.NAMED: N_("这一轮是记名的"),
}

DONE: Final = {
    Done.WITHHELD: N_("不显示"),
    Done.MERGED: N_("并入别的组，一起算"),
    Done.SHOWN: N_("照记名的规则显示"),
}


def promise(*, confidential: bool, min_raters: int) -> str:
    """The round's rule about who learns what, told truly to whoever answers about a colleague."""
    return _(CONFIDENTIAL).format(count=min_raters) if confidential else _(NAMED)


def sealed_in_words(count: int) -> str:
    """That so many responses are sealed, to whoever enters with what an organiser has issued."""
    return ngettext(
        "有 {count} 份是账号重新发放以前填的：已封存，不显示；已提交的仍然计入",
        "有 {count} 份是账号重新发放以前填的：已封存，不显示；已提交的仍然计入",
        count,
    ).format(count=count)


def figure_of(finding: Finding, language: str) -> str:
    """Which figure a finding is about."""
    criterion = finding.text.say(language) if finding.text else ""
    return _(FIGURES[finding.figure]).format(groups=group_names(finding.groups, language), criterion=criterion)


def reason_of(finding: Finding) -> str:
    """Why it could tell who gave what."""
    return _(REASONS[finding.why])


def done_about(finding: Finding) -> str:
    """What is done about it."""
    return _(DONE[finding.done])


def counted(findings: Sequence[Finding]) -> str:
    """How many figures the check found, about how many people."""
    if not findings:
        return _("没有会让人看出是谁评的数。")
    people = len({each.subject.id for each in findings})
    return _("{count} 个数会让人看出是谁评的，涉及 {people} 人；都已按规则处理。").format(
        count=len(findings), people=people
    )


def group_names(titles: Sequence[Text], language: str) -> str:
    """Rater groups that are counted together."""
    return _("、").join(each.say(language) for each in titles)


def kept_back(result: Result) -> str:
    """What is kept back from the list of criteria, where something is."""
    by_peers = {part.checklist for part in result.parts if part.by is Purpose.PEER}
    rows = [row for row in result.criteria if row.checklist in by_peers]
    groups = (group for part in result.parts for group in part.groups)
    if not (any(row.peers is None for row in rows) or any(group.withheld for group in groups)):
        return ""
    if result.secrecy is Secrecy.NAMED:
        return _("同事评分不足 {count} 人的，不显示。").format(count=result.min_raters)
    return _("为了不让人看出是谁评的，有的分数不显示：不足 {count} 人评的，以及可能由此推算出个人评分的。").format(
        count=result.min_raters
    )


def comments_told(result: Result) -> str:
    """Why no comments are shown, where some are kept back."""
    if result.comments is not None:
        return ""
    return _("同事写的评语不显示：不足 {count} 人评，或者会让人看出是谁写的。").format(count=result.min_comments)


def group_step(step: Step, result: Result, language: str) -> str:
    """How the colleagues' score came about from the rater groups: one group, or their weighted mean."""
    values = step.values
    part = result.parts[values["part"]]
    if step.code == "result-group":
        name = group_names(part.groups[values["group"]].titles, language)
        weight = figure(Fraction(values["weight"]))
        if values["score"] is None:
            return _("{group}：不单独显示，权重 {weight}").format(group=name, weight=weight)
        worked = part.groups[values["group"]].worked
        if worked is not None:
            return _("{group}：{worked}，权重 {weight}").format(group=name, worked=worked_out(worked), weight=weight)
        return _("{group}：{count} 人，{score} 分，权重 {weight}").format(
            group=name, count=values["raters"], score=figure(values["score"]), weight=weight
        )
    if not values["whole"]:
        return _("各组按权重平均：{raw}").format(raw=figure(values["raw"]))
    scored = [
        each.values for each in result.why if each.code == "result-group" and each.values["part"] == values["part"]
    ]
    terms = " + ".join(f"{figure(each['score'])} × {figure(Fraction(each['weight']))}" for each in scored)
    told = _("各组按权重平均：（{sum}）÷ {weights} = {raw}").format(
        sum=terms, weights=figure(Fraction(values["weights"])), raw=figure(values["raw"])
    )
    return told.replace("= ≈", "≈ ")


def by_group(result: Result, row: CriterionResult, language: str) -> list[str]:
    """What each rater group gave to a criterion, in one sentence; nothing where there are no groups."""
    parts = (each for each in result.parts if each.checklist == row.checklist and each.by is Purpose.PEER)
    groups = next((each.groups for each in parts), ())
    if not row.groups or row.peers is None:
        return []
    told = [
        _("{group} {score}").format(
            group=group_names(group.titles, language),
            score=_("不单独显示") if score is None else figure(Fraction(score)),
        )
        for group, score in zip(groups, row.groups, strict=True)
    ]
    return [_("其中：{groups}").format(groups=_("，").join(told))]


def group_told(group: GroupPart, language: str) -> str:
    """``领导：82.5 分，3 人，权重 30``, or that it is not shown."""
    name = group_names(group.titles, language)
    if group.score is None:
        return _("{group}：不单独显示，权重 {weight}").format(group=name, weight=f"{group.weight.normalize():f}")
    return _("{group}：{score} 分，{count} 人，权重 {weight}").format(
        group=name, score=group.score, count=group.raters, weight=f"{group.weight.normalize():f}"
    )

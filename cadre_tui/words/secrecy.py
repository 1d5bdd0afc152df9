"""Who learns what, in words: what a form promises, what is kept back, what the check before publication found."""

from collections.abc import Sequence
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.disclosure import Done, Figure, Finding, Reason
from cadre_tui.model.result import GroupPart
from cadre_tui.model.text import Text

CONFIDENTIAL: Final = N_(
    "保密：程序不向任何人显示谁打了多少分；至少 {count} 人评了才显示平均分。管理这台机器的人有办法查到。"
)
NAMED: Final = N_("记名：组织者和被评人可以看到你的评分。")

FIGURES: Final = {
    Figure.PART: N_("同事的平均分"),
    Figure.GROUP: N_("“{groups}”一组的平均分"),
    Figure.CRITERION: N_("“{criterion}”的平均分"),
    Figure.GROUP_CRITERION: N_("“{groups}”一组对“{criterion}”的平均分"),
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


def group_told(group: GroupPart, language: str) -> str:
    """``领导：82.5 分，3 人，权重 30``, or that it is not shown."""
    name = group_names(group.titles, language)
    if group.score is None:
        return _("{group}：不单独显示，权重 {weight}").format(group=name, weight=f"{group.weight.normalize():f}")
    return _("{group}：{score} 分，{count} 人，权重 {weight}").format(
        group=name, score=group.score, count=group.raters, weight=f"{group.weight.normalize():f}"
    )

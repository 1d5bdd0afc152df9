"""Why a criterion cannot be held against that of another checklist, in words."""

from typing import Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.checklists.comparable import Apart, ApartCriterion, Unlike
from cadre_tui.model.results.county_result import FormerRound
from cadre_tui.model.results.result import Result

FIELDS: Final = {
    "kind": N_("类型"),
    "points": N_("分值"),
    "focus": N_("四项重点"),
    "required": N_("是不是必填"),
    "allow_na": N_("能不能填“不适用”"),
    "evidence": N_("要不要佐证"),
    "reason": N_("要不要理由"),
    "fact": N_("取哪个已知的数"),
    "show_when": N_("什么情况下才问"),
    "veto": N_("一票否决"),
    "scale": N_("量表"),
    "option": N_("选项"),
    "line": N_("小项"),
    "tier": N_("分档"),
    "per": N_("每一个计多少分"),
    "cap": N_("封顶"),
    "unit": N_("计量单位"),
    "section": N_("所在部分的性质"),
    "na_rule": N_("“不适用”怎么算"),
    "scorer": N_("算分的办法"),
}
"""What makes a criterion's meaning another, by the first key; what a plugin's kind adds is told by its key."""


REASONS: Final = {
    Apart.NEW: N_("那一轮没有这一项"),
    Apart.GONE: N_("这一轮没有这一项"),
    Apart.RATERS: N_("那一轮是别的人评的"),
    Apart.COUNTING: N_("同事评分的计法不同"),
}

AMENDED: Final = {Apart.NEW: N_("新增的一项"), Apart.GONE: N_("不再问")}

OTHER: Final = {"weights": N_("各份表的权重不同"), "counting": N_("同事评分的计法不同")}
"""What keeps totals apart besides the criteria."""


def why_apart(unlike: Unlike, *, now: bool = False) -> str:
    """Why it cannot be compared; ``now``: of an amendment, which is no former round."""
    if unlike.why is Apart.MEANING:
        return _("含义变了：{fields}").format(fields=fields_told(unlike))
    if now and unlike.why in AMENDED:
        return _(AMENDED[unlike.why])
    return _(REASONS[unlike.why])


def apart_told(each: ApartCriterion) -> str:
    """``完成规定学时（含义变了：分值）``."""
    return _("{criterion}（{why}）").format(criterion=each.text.say(language()), why=why_apart(each.unlike))


def beside_told(result: Result) -> str:
    """Which criteria of a result cannot be held against the former round, and why; empty where all can."""
    if result.beside is None:
        return ""
    rows = [
        ApartCriterion(checklist=row.checklist, criterion=row.criterion, text=row.text, unlike=row.unlike)
        for row in result.criteria
        if row.unlike is not None
    ]
    found = _("；").join(map(apart_told, (*rows, *result.beside.gone)))
    title = result.beside.title.say(language())
    return _("和“{round}”不能比的考评项：{list}。").format(round=title, list=found) if found else ""


def course_told(each: FormerRound) -> str:
    """Why a former round's total cannot be compared, and which criteria cannot; empty where all can."""
    other = [_(OTHER[code]) for code in each.other]
    return _("；").join((*other, *map(apart_told, each.apart)))


def fields_told(unlike: Unlike) -> str:
    """The fields that make its meaning another, each once."""
    heads = dict.fromkeys(path[0] for path in unlike.fields)
    return _("、").join(_(FIELDS[each]) if each in FIELDS else each for each in heads)

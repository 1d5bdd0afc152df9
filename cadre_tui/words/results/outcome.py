"""A round's outcome in words: the quota's line, why people look at a case, what was decided."""

from collections.abc import Iterator
from typing import Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.results.outcome import Case, Cause, Line, Outcome
from cadre_tui.model.results.result import Result
from cadre_tui.words.rounds.counting import referral

CAUSES: Final = {
    Cause.TIE: N_("总分并列在名额线上"),
    Cause.REFERRED: N_("提请研究"),
    Cause.CLOSE: N_("和名额线相差在误差以内，分不出高低"),
    Cause.DIFFERENT: N_("校正前后等次不同"),
    Cause.CORRECTED: N_("公布以后因异议更正，名额线不动"),
}


def line_told(line: Line, outcome: Outcome) -> str:
    """Where the line falls in one unit."""
    grade = outcome.quota.say(language()) if outcome.quota else ""
    told = _("{unit}：{people} 人，“{grade}”名额 {places} 个，达到的 {reached} 人").format(
        unit=line.name or _("全县"), people=line.people, grade=grade, places=line.places, reached=line.reached
    )
    if line.cut is None:
        return told + (_("，都在名额以内") if line.places else _("，没有名额"))
    told += _("，名额线 {cut}").format(cut=line.cut)
    if line.tied:
        told += _("；{count} 人并列，只剩 {left} 个名额").format(count=len(line.tied), left=line.left)
    return told


def causes_told(case: Case) -> str:
    """Why people look at a case, with the rules that refer it."""
    return _("；").join(_causes(case))


def _causes(case: Case) -> Iterator[str]:
    for cause in case.causes:
        if cause is Cause.DIFFERENT and case.adjusted is not None:
            other = _("校正前后等次不同，校正前是{grade}") if case.adopted else _("校正前后等次不同，校正后是{grade}")
            yield other.format(grade=case.adjusted.say(language()))
        elif cause is not Cause.REFERRED:
            yield _(CAUSES[cause])
    for each in case.referred:
        yield _("提请研究：{why}").format(why=referral(each, case.options))


def state_told(case: Case) -> str:
    """What was decided, or that it waits."""
    if case.waiting:
        return _("待决定")
    if case.ruling is not None:
        grade = case.grade.say(language()) if case.grade else case.ruling.grade
        return _("已定{grade}：{reason}").format(grade=grade, reason=case.ruling.reason)
    if case.grade is None:
        return _("只列出，不用决定")
    return _("只列出，等次是{grade}").format(grade=case.grade.say(language()))


def waiting_told(outcome: Outcome) -> str:
    """How many wait for a decision."""
    if outcome.waiting and outcome.published:
        return _("还有 {count} 人的等次要由组织研究决定（公布以后因异议更正的），定以前按原来的名额线。").format(
            count=outcome.waiting
        )
    if outcome.waiting:
        return _("还有 {count} 人的等次要由组织研究决定，决定以后才能公布。").format(count=outcome.waiting)
    return _("没有要决定的了。") if outcome.cases else _("没有并列、提请研究、校正前后等次不同的情形，不用决定什么。")


def grade_step(step: Step, result: Result, language_: str) -> str:
    """How the quota, or a decision, made the grade."""
    del result
    values = step.values
    grade = values["grade"].say(language_)
    if step.code == "result-ruled":
        return _("组织研究决定：等次为{grade}。理由：{reason}").format(grade=grade, reason=values["reason"])
    told = _("“{grade}”名额：{people} 人里 {places} 个").format(
        grade=grade, people=values["people"], places=values["places"]
    )
    if values["cut"] is not None:
        told += _("，名额线 {cut}").format(cut=values["cut"])
    if values["tied"]:
        return told + _("；总分并列在线上，由组织研究决定")
    if values["inside"]:
        return told + _("；在名额以内")
    return told + _("；在名额以外，等次为{below}").format(below=values["below"].say(language_))

"""Sentences for the steps of a score, worded so that a person can do the sum again by hand."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from cadre_tui.locale import N_, _
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.text import Text
from cadre_tui.words.figures import figure
from cadre_tui.words.printable import printable

SENTENCES: Final[dict[str, str]] = {
    # One criterion
    "rating": N_("{option} {score} ÷ 100 × {points} = {result}"),
    "option-out": N_("选了“{option}”，这个选项没有得分，这一项不计入"),
    "yes": N_("“是”计 {result} 分"),
    "no": N_("“否”计 0 分"),
    "choice": N_("{option}计 {result} 分"),
    "line-count": N_("{line} {amount} × {per} = {raw}"),
    "line-amount": N_("{line} {amount}"),
    "deduct": N_("{points} − {taken} = {raw}"),
    "count": N_("{number} × {per} = {raw}"),
    "count-sum": N_("合计 {raw}"),
    "tier": N_("填 {number}，达到 {at_least} 这一档，计 {result} 分"),
    "tier-none": N_("{number} 没有达到最低一档 {at_least}，计 0 分"),
    "share": N_("{share} × {points} = {result}"),
    "done": N_("{done} ÷ {planned} × {points} = {result}"),
    "out": N_("这样回答，这一项不计入"),
    "kind-absent": N_("“{criterion}”要由插件（{kind}）计分，插件没有启用或没有安装，所以没有得分"),
    "kind-failed": N_("“{criterion}”由插件 {plugin} 计分，插件出错，所以没有得分"),
    "scorer-total": N_("合计 {result}"),
    "scorer-nothing": N_("没有可以合计的，没有总分"),
    "scorer-absent": N_("这份考评表要由插件（{scorer}）合计，插件没有启用或没有安装，所以没有总分"),
    "scorer-failed": N_("这份考评表由插件 {plugin} 合计，插件出错，所以没有总分"),
    "rule-absent": N_("同事评分按插件 {plugin} {version} 的规则“{rule}”算，这个版本没有启用或没有安装，所以没有得分"),
    "rule-failed": N_("同事评分按插件 {plugin} {version} 的规则“{rule}”算，插件出错，所以没有得分"),
    "information": N_("只记情况，不计分"),
    "hidden": N_("不符合显示条件，不问，不计入"),
    "unanswered": N_("没有回答，计 0 分"),
    "unanswered-optional": N_("选答，没有回答，不计入"),
    "unanswered-information": N_("没有回答；只记情况，不计分"),
    "na-out": N_("不适用，不计入，分值 {points} 从总分值中减去"),
    "na-full": N_("不适用，按满分计 {result} 分"),
    "na-zero": N_("不适用，计 0 分"),
    "na-outside": N_("不适用，不加分也不扣分"),
    "na-information": N_("不适用；只记情况，不计分"),
    # Sections, total and grade
    "section-base": N_("{section}：各项合计 {sum}，计入的分值 {points}"),
    "section-bonus": N_("{section}（加分）：各项合计 {sum}"),
    "section-penalty": N_("{section}（罚分）：各项合计 {sum}"),
    "base": N_("基本分合计 {earned}"),
    "base-rescaled": N_("基本分按计入的分值折算：{earned} ÷ {points} × {total} = {result}"),
    "credits-only": N_("没有基本分，从 0 分起算"),
    "outside": N_("加上加分、罚分：{sum} = {result}"),
    "floor": N_("{raw} 低于 0，按 0 计"),
    "rounded": N_("四舍五入到小数点后 {places} 位：{raw} → {result}"),
    "nothing-in": N_("没有一个基本分考评项计入，没有总分"),
    "grade": N_("{total} 达到 {min}，等次为{grade}"),
    "grade-none": N_("{total} 没有达到任何一个等次"),
    "require-unmet": N_("{total} 达到 {min}，但“{criterion}”不符合{grade}的要求"),
    "veto": N_("“{criterion}”一票否决，等次为{grade}"),
    "veto-no-lower": N_("“{criterion}”一票否决为{grade}，原等次不比它高，不变"),
}

CAPPED: Final = N_("，封顶 {cap}，计 {result}")
FLOORED: Final = N_("，不低于 0")
OVERDONE: Final = N_("完成多于计划，按 1 计：1 × {points} = {result}")
EARNED: Final = N_("计 {result} 分")


def sentence(step: Step, checklist: Checklist, language: str) -> str:
    """Why a number is what it is, in the language in use; the checklist's own texts in ``language``."""
    values = step.values
    if step.code == "said":
        return said(values, language)
    words = {key: _in_words(key, value, values, checklist, language) for key, value in values.items()}
    if step.code == "outside":
        words["sum"] = _summed(values["start"], values["added"])
    message = SENTENCES.get(step.code, EARNED if "result" in values else step.code)
    if step.code == "done" and values["share"] == 1 and values["done"] > values["planned"]:
        message = OVERDONE
    told = _(message).format_map(words)
    if values.get("cap") is not None:
        told += _(CAPPED).format_map(words)
    if step.code == "deduct" and values["raw"] < 0:
        told += _(FLOORED)
    return printable(told.replace("= ≈", "≈ "))


def said(values: Mapping[str, Any], language: str) -> str:
    """A plugin's own sentence, its numbers as figures. Nothing in it is looked up: a name stands for a value."""

    def figured(name: re.Match[str]) -> str:
        value = values["values"].get(name[1], name[0])
        return figure(Fraction(value)) if isinstance(value, int | Fraction | Decimal) else str(value)

    text: Text = values["text"]
    return printable(re.sub(r"\{(\w+)\}", figured, text.say(language)).replace("= ≈", "≈ "))


def _in_words(key: str, value: Any, values: Mapping[str, Any], checklist: Checklist, language: str) -> str:
    """A number as a figure, an id or code as the text that stands for it in the checklist."""
    if isinstance(value, int | Fraction | Decimal) and not isinstance(value, bool):
        return figure(Fraction(value))
    named = {
        "option": _option,
        "line": _line,
        "criterion": _criterion,
        "section": _section,
        "grade": _grade,
        "earned": _grade,
    }.get(key)
    text = value if isinstance(value, Text) else None
    if named and isinstance(value, str):
        text = named(value, values, checklist)
    return str(value) if text is None else text.say(language)


def _criterion(value: str, values: Mapping[str, Any], checklist: Checklist) -> Any:
    del values
    criterion = checklist.criterion(value)
    return criterion.text if criterion else None


def _line(value: str, values: Mapping[str, Any], checklist: Checklist) -> Any:
    lines = getattr(checklist.criterion(str(values["criterion"])), "line", ())
    return next((each.text for each in lines if each.id == value), None)


def _option(value: str, values: Mapping[str, Any], checklist: Checklist) -> Any:
    criterion = checklist.criterion(str(values["criterion"]))
    scale = next((each for each in checklist.scale if each.id == getattr(criterion, "scale", None)), None)
    options = scale.option if scale else getattr(criterion, "option", ())
    return next((each.text for each in options if each.code == value), None)


def _section(value: str, values: Mapping[str, Any], checklist: Checklist) -> Any:
    del values
    return next((each.title for each in checklist.section if each.id == value), None)


def _grade(value: str, values: Mapping[str, Any], checklist: Checklist) -> Any:
    del values
    return next((each.text for each in checklist.grade if each.code == value), None)


def _summed(start: Fraction, added: tuple[Fraction, ...]) -> str:
    """``85.5 + 1 − 5``."""
    parts = [figure(start)]
    for each in added:
        parts += ["−" if each < 0 else "+", figure(abs(each))]
    return " ".join(parts)

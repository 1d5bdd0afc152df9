"""Sentences for single faults: where, what is wrong, and what to write instead."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.fault import Fault, Place
from cadre_tui.model.text import Text
from cadre_tui.words.columns import column_letters
from cadre_tui.words.faults.allocation import ALLOCATIONS
from cadre_tui.words.faults.checklists import CHECKLISTS_AND_RESPONSES
from cadre_tui.words.faults.forms import FORMS
from cadre_tui.words.faults.inputs import ROSTERS, ROUND_FILES, SAME
from cadre_tui.words.faults.ratings import RATINGS
from cadre_tui.words.faults.study import STUDY
from cadre_tui.words.figures import figure
from cadre_tui.words.printable import printable, shortened

SENTENCES: Final = {
    **CHECKLISTS_AND_RESPONSES,
    **ROSTERS,
    **ROUND_FILES,
    **ALLOCATIONS,
    **RATINGS,
    **STUDY,
    **{code: CHECKLISTS_AND_RESPONSES[same] for code, same in SAME.items()},
}

EXPECTED: Final = {
    "text": N_("文字（加引号）"),
    "number": N_("数"),
    "integer": N_("整数"),
    "date": N_("日期，如 2026-03-01，不加引号"),
    "number or date": N_("数或日期"),
    "value": N_("文字、数、日期或 true/false"),
    "true or false": N_("true 或 false，不加引号"),
    "true": N_("true，不加引号"),
    "list": N_("列表，如 [ … ]"),
    "list of texts": N_('文字的列表，如 ["…"]'),
    "table": N_("一组键和值"),
    "tables": N_("用双方括号 [[ ]] 开头的若干组"),
    "words": N_("文字"),
    "day": N_("日期，如 2026-03-01"),
    "yes or no": N_("是或否"),
    "least and most": N_("最低、最高两个数"),
    "two numbers": N_("两个数 [最低, 最高]"),
    "share": N_('占比：0 到 1 的数，如 0.2，或写成分数 "2/3"'),
}

BOUNDS: Final = {
    "depth": N_("嵌套得太深，键或括号最多 32 层"),
    "amount": N_("内容太多，不像一份这样的文件"),
    "integer": N_("整数太大，最多 19 位"),
}
"""What is told of a text that a parser could read, and nobody would write."""

LIKE: Final = {
    "code": N_("选项代码"),
    "yes_no": N_("是或否"),
    "number": N_("数"),
    "date": N_("日期（年月日）"),
    "text": N_("文字"),
}


def sentence(fault: Fault) -> str:
    """Where, code, what is wrong and what was probably meant, in the language in use."""
    parts = (_place(fault.place), fault.code, _field(fault))
    return _("{place}：{what}").format(place=" ".join(part for part in parts if part), what=_what(fault))


def explanation(fault: Fault) -> str:
    """The field, what is wrong and what was probably meant: for a list that shows place and code by itself."""
    field = _field(fault)
    return _("{place}：{what}").format(place=field, what=_what(fault)) if field else _what(fault)


def in_form(fault: Fault) -> str:
    """What is wrong with what was filled in, told right at it: without a file's names and signs."""
    return _what(fault, FORMS.get(fault.code))


def _field(fault: Fault) -> str:
    # A response is told by its own path: there is nobody's wording to name the places in it.
    return printable(shortened(str(fault.values.get("where", fault.path))))


def _what(fault: Fault, instead: str | None = None) -> str:
    words = _(instead or SENTENCES[fault.code]).format_map(
        {key: shortened(_in_words(key, value)) for key, value in fault.values.items()}
    )
    if fault.values.get("meant"):
        words += _("；是不是想写“{meant}”？").format(meant=shortened(str(fault.values["meant"])))
    return printable(words)


def _place(place: Place) -> str:
    parts = [printable(shortened(Path(place.file).name)) if place.file else ""]
    if place.sheet is not None:
        parts.append(_("工作表“{sheet}”").format(sheet=printable(shortened(place.sheet))))
    if place.line is not None:
        parts.append(_("第 {line} 行").format(line=place.line))
    if place.row is not None:
        parts.append(_("第 {line} 行").format(line=place.row))
        if place.column is not None:
            parts.append(_("{column} 列").format(column=column_letters(place.column)))
    return " ".join(part for part in parts if part)


def _in_words(key: str, value: Any) -> str:
    if key == "first" and isinstance(value, int):
        return _("第 {line} 行").format(line=value)
    if key == "circle":
        return " → ".join(value)
    if key == "expected" and isinstance(value, str):
        return _(EXPECTED[value]) if value in EXPECTED else value
    if key == "parser":
        return _(BOUNDS[value]) if value in BOUNDS else str(value)
    if key == "like":
        return _(LIKE[value])
    if isinstance(value, Text):
        return value.say(language())
    if isinstance(value, tuple | list):
        return _("、").join(str(each) for each in value)
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value)
    if isinstance(value, Decimal | Fraction):
        return figure(Fraction(value))
    if isinstance(value, Mapping):
        return "…"
    return str(value)

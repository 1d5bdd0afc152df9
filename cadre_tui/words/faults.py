"""Sentences for single faults: where, what is wrong, and what to write instead."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from cadre_tui.locale import N_, _
from cadre_tui.model import fault_codes as codes
from cadre_tui.model.fault import Fault, Place
from cadre_tui.words.allocation import ALLOCATIONS
from cadre_tui.words.figures import figure
from cadre_tui.words.form_faults import FORMS
from cadre_tui.words.input_faults import ROSTERS, ROUND_FILES, SAME
from cadre_tui.words.printable import printable
from cadre_tui.words.rating_faults import RATINGS

CHECKLISTS_AND_RESPONSES: Final[dict[str, str]] = {
    codes.NOT_TOML: N_("这里的 TOML 写法不对（{parser}）"),
    codes.NOT_UTF8: N_("文件不是 UTF-8 编码：请用编辑器“另存为”，编码选 UTF-8（带不带 BOM 都可以）"),
    codes.NEWER_SCHEMA: N_("这是第 {schema} 版格式，需要更新的程序"),
    codes.WRONG_SCHEMA: N_("schema 应写成整数 {known}"),
    codes.OVERLAY: N_("这是补充规定（overlay），本版程序还不能读"),
    codes.UNKNOWN_KEY: N_("这里没有 {name} 这个键"),
    codes.MISSING_KEY: N_("缺少 {name}"),
    codes.WRONG_TYPE: N_("这里应当写{expected}"),
    codes.NOT_ONE_OF: N_("不能写“{name}”，只能是：{known}"),
    codes.UNUSABLE_NUMBER: N_("这个数不能用：应是有限的数，绝对值不超过 10¹²"),
    codes.EMPTY: N_("这里不能是空的"),
    codes.BAD_ID: N_(
        "“{name}”不能这样写：考评表的 id 用点隔开，小写（如 qinghe.agency）；别的 id、代码和版本号里不能有空格和竖线"
    ),
    codes.BAD_LANGUAGE: N_("“{name}”不是语言代码，例如 zh、en"),
    codes.OUT_OF_RANGE: N_("这个数不在允许的范围内（小数位数为 0 到 4）"),
    codes.UNSOUND_TEXT: N_("文字里有控制字符，请删去"),
    codes.DUPLICATE: N_("“{name}”重复了，前面已经用过（{first}）"),
    codes.UNKNOWN_SCALE: N_("没有叫“{name}”的量表"),
    codes.UNKNOWN_CRITERION: N_("没有叫“{name}”的考评项"),
    codes.UNKNOWN_GRADE: N_("没有叫“{name}”的等次"),
    codes.UNKNOWN_LINE: N_("没有叫“{name}”的小项"),
    codes.UNKNOWN_OPTION: N_("没有叫“{name}”的选项，条件永远不会成立"),
    codes.UNKNOWN_KIND: N_("没有“{name}”这种考评项"),
    codes.PLUGIN_KIND: N_("本程序没有“{name}”这种考评项：请启用提供它的插件，或改用：{known}"),
    codes.UNKNOWN_LEVEL: N_("没有叫“{name}”的层级；本县自设的层级要带前缀，如 qinghe.street"),
    codes.SECTION_SUM: N_("本节分值写的是 {points}，各考评项相加是 {sum}"),
    codes.TOTAL_SUM: N_("total 写的是 {total}，各基本分节相加是 {sum}"),
    codes.BASE_CAP_DIFFERS: N_("基本分节的封顶 {cap} 应等于本节分值 {points}，或者不写"),
    codes.CAP_BELOW_ZERO: N_("封顶 {cap} 不能小于零；罚分的封顶也写正数"),
    codes.CAP_UNREACHABLE: N_("封顶 {cap} 永远达不到，最多只有 {most}"),
    codes.CAP_ABOVE_POINTS: N_("封顶 {cap} 超过了这一项的分值 {points}"),
    codes.BEST_DIFFERS: N_("最高的一档是 {best} 分，应等于这一项的分值 {points}"),
    codes.MINUS_NEEDED: N_("罚分节里的分数要写负号，这里写的是 {number}"),
    codes.MINUS_REFUSED: N_("这里的分数不能是负数，写的是 {number}；负数只用在罚分节里"),
    codes.SCORE_RANGE: N_("选项得分应在 0 到 100 之间，这里写的是 {number}"),
    codes.BEST_SCORE: N_("量表里最好的选项应是 100 分"),
    codes.DEDUCT_IN_PENALTY: N_("罚分节里不能用 deduct：请改用 count，per 写负数"),
    codes.POINTLESS_COUNT: N_("加分、罚分节里的 count 不写 points：用 per 和 cap"),
    codes.POINTLESS_KIND: N_("number、text、date 只是情况，不计分，不能有分值"),
    codes.TIER_ORDER: N_("各档要从高到低写：{number} 不低于上一档的 {above}"),
    codes.RATE_OR_LINES: N_("count 要么写 per，要么写各小项 line，必须且只能用一种"),
    codes.RATE_OR_RANGE: N_("每个小项要么写 per，要么写 between，必须且只能用一种"),
    codes.RANGE_ORDER: N_("between 要写成 [最低, 最高]，都不小于零，前一个不大于后一个"),
    codes.OPTIONAL_IN_BASE: N_("基本分节里只有 number、text、date 可以选答，否则留空反而抬高总分"),
    codes.NO_EXTREMES: N_("extremes 只用于 rating 和 choice"),
    codes.NO_FACT: N_("fact 只用于 number、tiers 和没有小项的 count"),
    codes.CIRCLE: N_("show_when 绕成了圈：{circle}"),
    codes.UNLIKE: N_("“{name}”的回答是{like}，不能这样比较"),
    codes.NEVER_HOLDS: N_("这个条件永远不会成立"),
    codes.LINE_NEEDED: N_("“{name}”分小项，要用 line 写明是哪一项：{known}"),
    codes.LINE_REFUSED: N_("“{name}”不分小项，这里不写 line"),
    codes.NOTHING_COMPARED: N_("没有写比较什么：is、at_least、at_most、any_of 至少要有一个"),
    codes.MIN_NOT_BELOW: N_("这一等次的 min {number} 应低于上一等次的 {above}"),
    codes.NEVER_GIVEN: N_("这一等次永远评不上，min 写的是 {number}"),
    codes.TRANSLATION_MISSING: N_("缺少 {language} 译文"),
    codes.NOT_AN_OBJECT: N_("答卷应是一个 JSON 对象"),
    codes.UNKNOWN_FIELD: N_("这里没有 {name} 这个键，可以写：{known}"),
    codes.MISSING_FIELD: N_("缺少 {name}"),
    codes.OTHER_CHECKLIST: N_("这份答卷答的是另一份考评表，这里要的是 {expected}"),
    codes.OTHER_DIGEST: N_("考评表的指纹对不上：答卷写成以后考评表改动过，现在的指纹是 {expected}"),
    codes.DOUBLED_KEY: N_("{name} 写了两次"),
    codes.NO_SUCH_CRITERION: N_("考评表里没有“{name}”这一项"),
    codes.WRONG_SHAPE: N_("回答的形式不对，这一项应当写：{expected}"),
    codes.DOUBLE_SHAPE: N_("一项只能有一种回答，这里同时写了：{given}"),
    codes.NO_VALUE: N_("没有写回答，这一项应当写：{expected}"),
    codes.NO_SUCH_OPTION: N_("没有这个选项，可以写：{known}"),
    codes.NO_SUCH_LINE: N_("没有“{line}”这个小项，可以写：{known}"),
    codes.NOT_A_NUMBER: N_("应当是一个数，不能加引号"),
    codes.BELOW_ZERO: N_("不能小于零"),
    codes.NUMBER_TOO_LARGE: N_("这个数不能用：应是有限的数，不超过 10¹²，小数不超过 400 位"),
    codes.SHARE_ABOVE_ONE: N_("比例应在 0 到 1 之间，例如 87.5% 写 0.875"),
    codes.NOTHING_PLANNED: N_("计划数不能是 0"),
    codes.OUTSIDE_RANGE: N_("没有发现写 0，否则应在 {low} 到 {high} 之间"),
    codes.NA_REFUSED: N_("这一项不能选“不适用”"),
    codes.NOT_OF_TYPE: N_("这里应当写{expected}"),
    codes.NOT_A_DATE: N_("日期应写成 2026-11-01 这样的文字"),
}

SENTENCES: Final = {
    **CHECKLISTS_AND_RESPONSES,
    **ROSTERS,
    **ROUND_FILES,
    **ALLOCATIONS,
    **RATINGS,
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
    "two numbers": N_("两个数 [最低, 最高]"),
    "share": N_('占比：0 到 1 的数，如 0.2，或写成分数 "2/3"'),
}

LIKE: Final = {
    "code": N_("选项代码"),
    "yes_no": N_("是或否"),
    "number": N_("数"),
    "date": N_("日期"),
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
    return printable(str(fault.values.get("where", fault.path)))


def _what(fault: Fault, instead: str | None = None) -> str:
    words = _(instead or SENTENCES[fault.code]).format_map(
        {key: _in_words(key, value) for key, value in fault.values.items()}
    )
    if fault.values.get("meant"):
        words += _("；是不是想写“{meant}”？").format(meant=fault.values["meant"])
    return printable(words)


def _place(place: Place) -> str:
    parts = [printable(Path(place.file).name) if place.file else ""]
    if place.sheet is not None:
        parts.append(_("工作表“{sheet}”").format(sheet=printable(place.sheet)))
    if place.line is not None:
        parts.append(_("第 {line} 行").format(line=place.line))
    if place.row is not None:
        parts.append(_("第 {line} 行").format(line=place.row))
        if place.column is not None:
            parts.append(_("{column} 列").format(column=column_letters(place.column)))
    return " ".join(part for part in parts if part)


def column_letters(column: int) -> str:
    """A spreadsheet's name of a column, from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _in_words(key: str, value: Any) -> str:
    if key == "first" and isinstance(value, int):
        return _("第 {line} 行").format(line=value)
    if key == "circle":
        return " → ".join(value)
    if key == "expected" and isinstance(value, str):
        return _(EXPECTED[value]) if value in EXPECTED else value
    if key == "like":
        return _(LIKE[value])
    if isinstance(value, tuple | list):
        return _("、").join(str(each) for each in value)
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value)
    if isinstance(value, Decimal | Fraction):
        return figure(Fraction(value))
    if isinstance(value, Mapping):
        return "…"
    return str(value)

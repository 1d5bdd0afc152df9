"""Numbers and days as a person types them: text in cells on one side, an answer's values on the other. Pure."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Final

from cadre_tui.checklists.canonical import shortest
from cadre_tui.locale import N_, _
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import DateField, Drawing, DrawnLine, NumberField, NumberLines, RatioField
from cadre_tui.model.text import sound
from cadre_tui.model.written import LARGEST

NUMBER: Final = re.compile(r"-?(\d{1,20}(\.\d{0,10})?|\.\d{1,10})")
DAY: Final = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
LONGEST: Final = 24
"""Characters that a cell takes."""

DONE: Final = "done"
PLANNED: Final = "planned"
VALUE: Final = "value"

NOT_A_NUMBER: Final = N_("“{text}”不是数，请填数字，例如 3 或 2.5。")
BELOW_ZERO: Final = N_("不能小于 0，这里填的是 {text}。")
TOO_LARGE: Final = N_("“{text}”太大了，请核对。")
OUTSIDE: Final = N_("要么填 0（没有），要么填 {low} 到 {high}，这里填的是 {text}。")
NOTHING_PLANNED: Final = N_("计划数不能是 0；没有计划的，请看能否填“不适用”。")
OTHER_MISSING: Final = N_("完成数和计划数都要填。")
NOT_A_DAY: Final = N_("“{text}”不是日期，请写成 2026-11-01 的样子。")


class Wrong(ValueError):
    """What is typed cannot be the value; its text is the sentence for the person."""


def clean(text: str) -> str:
    """``text`` without what cannot be stored or shown, such as the control characters of a pasted document."""
    return text if sound(text) else "".join(each for each in text if sound(each))


def cells(drawing: Drawing) -> tuple[str, ...]:
    """The names of the cells in which something short is typed, in their order; none for options and long text."""
    match drawing:
        case NumberField() | DateField():
            return (VALUE,)
        case RatioField():
            return (DONE, PLANNED)
        case NumberLines():
            return tuple(line.id for line in drawing.lines)
        case _:
            return ()


def normal(text: str) -> str:
    """``text`` as it was meant: full-width digits and marks of an input method become plain ones."""
    return unicodedata.normalize("NFKC", text).replace("。", ".").replace("−", "-").strip()


def written(answer: Answer | None, cell: str, drawing: Drawing) -> str:
    """The text that stands in a cell for what was answered; empty where nothing was."""
    if answer is None:
        return ""
    value: Decimal | date | None
    match drawing:
        case DateField():
            value = answer.date
        case RatioField():
            value = answer.done if cell == DONE else answer.planned
        case NumberLines():
            value = (answer.lines or {}).get(cell)
        case _:
            value = answer.number
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else plain(value)


def plain(number: Decimal) -> str:
    """A number as a person writes it: no exponent, no zeros at the end."""
    return shortest(number)


def wrong(texts: dict[str, str], drawing: Drawing) -> dict[str, str]:
    """By cell, the sentence that says why its text cannot be used. An empty cell is never wrong by itself."""
    faults: dict[str, str] = {}
    for cell, text in texts.items():
        if not text:
            continue
        try:
            _value(text, cell, drawing)
        except Wrong as error:
            faults[cell] = str(error)
    return faults


def values(texts: dict[str, str], drawing: Drawing) -> dict[str, object]:
    """The fields of the ``Answer`` from the cells that are right. A ratio needs both of its numbers."""
    faults = wrong(texts, drawing)
    found = {cell: _value(text, cell, drawing) for cell, text in texts.items() if text and cell not in faults}
    match drawing:
        case DateField():
            return {"date": found[VALUE]} if found else {}
        case RatioField():
            return dict(found) if len(found) == 2 else {}
        case NumberLines():
            return {"lines": found} if found else {}
        case _:
            return {"number": found[VALUE]} if found else {}


def unsettled(texts: dict[str, str], drawing: Drawing) -> frozenset[str]:
    """The cells whose text is not in the answer: wrong ones, and one half of a ratio."""
    faults = wrong(texts, drawing)
    if isinstance(drawing, RatioField) and not values(texts, drawing):
        return frozenset(cell for cell, text in texts.items() if text)
    return frozenset(faults)


def _value(text: str, cell: str, drawing: Drawing) -> Decimal | date:
    if isinstance(drawing, DateField):
        return day(text)
    meant = normal(text)
    if not NUMBER.fullmatch(meant):
        raise Wrong(_(NOT_A_NUMBER).format(text=text))
    number = Decimal(meant) or Decimal(0)
    if abs(number) > LARGEST:
        raise Wrong(_(TOO_LARGE).format(text=text))
    if number < 0 and not (isinstance(drawing, NumberField) and drawing.minimum is None):
        raise Wrong(_(BELOW_ZERO).format(text=text))
    if isinstance(drawing, RatioField) and cell == PLANNED and not number:
        raise Wrong(_(NOTHING_PLANNED))
    if isinstance(drawing, NumberLines):
        _within(number, text, next(line for line in drawing.lines if line.id == cell))
    return number


def _within(number: Decimal, text: str, line: DrawnLine) -> None:
    if line.between and number and not line.between[0] <= number <= line.between[1]:
        low, high = map(plain, line.between)
        raise Wrong(_(OUTSIDE).format(low=low, high=high, text=text))


def day(text: str) -> date:
    """The day that is typed, in any of the usual ways to write one.

    Raises:
        Wrong: it is none.
    """
    match = DAY.fullmatch(normal(text).replace(" ", ""))
    if match:
        try:
            return date(*(int(part) for part in match.groups() if part))
        except ValueError:
            pass
    raise Wrong(_(NOT_A_DAY).format(text=text))

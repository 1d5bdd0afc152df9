"""What a grade requires beside its total, in words: the criterion by its text, a code by its option's."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cadre_tui.kinds import draw
from cadre_tui.locale import _
from cadre_tui.model.answers.drawing import Choices, Drawing, NumberLines
from cadre_tui.model.checklists.checklist import Checklist, Comparison, Condition, Value
from cadre_tui.words.figures import figure


def required(condition: Condition, checklist: Checklist, language: str) -> str:
    """``双周集中学习次数 ≥ 20``; of a criterion with lines the line too. What is not at hand stands as its code."""
    criterion = checklist.criterion(condition.criterion)
    if criterion is None:
        return condition.criterion
    drawing = draw(criterion, checklist)
    what = criterion.text.say(language)
    if condition.line is not None:
        lines = drawing.lines if isinstance(drawing, NumberLines) else ()
        line = next((each.text.say(language) for each in lines if each.id == condition.line), condition.line)
        what = _("{criterion} › {line}").format(criterion=what, line=line)
    return " ".join((what, *_compared(condition, drawing, language)))


def _compared(comparison: Comparison, drawing: Drawing, language: str) -> Iterator[str]:
    if comparison.equal is not None:
        yield "= " + _value(comparison.equal, drawing, language)
    if comparison.at_least is not None:
        yield "≥ " + _value(comparison.at_least, drawing, language)
    if comparison.at_most is not None:
        yield "≤ " + _value(comparison.at_most, drawing, language)
    if comparison.any_of is not None:
        each = (_value(value, drawing, language) for value in comparison.any_of)
        yield "= " + _(" 或 ").join(each)


def _value(value: Value, drawing: Drawing, language: str) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, Decimal):
        return figure(Fraction(value))
    if isinstance(value, date):
        return value.isoformat()
    options = drawing.options if isinstance(drawing, Choices) else ()
    return next((each.text.say(language) for each in options if each.answer.choice == value), value)

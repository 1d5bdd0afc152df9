"""How numbers and days stand in a row: single fields, and the table of lines that offices know. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import DateField, Drawing, DrawnLine, NumberField, NumberLines, RatioField
from cadre_tui.model.rounding import round_half_up
from cadre_tui.tui.answers.row_view import RowView, reason_label
from cadre_tui.tui.answers.typed import DONE, PLANNED, VALUE
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line, Part, line, line_width
from cadre_tui.words.figures import figure

CELL: Final = 6
"""Cells inside the brackets of a number."""

DAY_CELL: Final = 10
"""Cells inside the brackets of a day."""

REASON_COLUMN: Final = 26
"""Cells of the table's column 扣分原因, where the page is wide enough to have it."""

REASON_LEAST: Final = 14
"""Cells that it keeps where the contents need the room to stand on one line."""

REASON_LINES: Final = 8
"""Lines that the reason takes there; the whole of it is in the editor."""

WIDE: Final = 88
"""Cells of a body from which on the reason stands in the table."""


def number(value: Decimal | Fraction) -> str:
    """A number as people write it."""
    return figure(Fraction(value))


def shortened(value: Fraction) -> str:
    """A score so far, with two decimal places at most."""
    return number(round_half_up(value, 2))


def in_words(answer: Answer, drawing: Drawing) -> str:
    """A short value, such as that of the former round."""
    match drawing:
        case DateField():
            return answer.date.isoformat() if answer.date else ""
        case RatioField():
            if answer.number is not None:
                return f"{number(answer.number * 100)}%"
            return f"{number(answer.done or Decimal(0))}/{number(answer.planned or Decimal(0))}"
        case _:
            return "" if answer.number is None else number(answer.number)


def half(texts: Mapping[str, str], drawing: Drawing) -> bool:
    """Whether only one of the two numbers of a ratio is there."""
    return isinstance(drawing, RatioField) and len([text for text in texts.values() if text]) == 1


def fields(view: RowView, width: int, glyphs: Glyphs) -> list[Line]:
    """One number, two of a ratio, or a day, with the rule beside it."""
    drawing = view.drawing
    match drawing:
        case DateField():
            return [line(cell(view, VALUE, DAY_CELL), "  ", Part(_("例如 2026-11-01"), "quiet"))]
        case RatioField():
            unit = f" {drawing.unit.say(view.language)}" if drawing.unit else ""
            first = line(_("完成"), " ", cell(view, DONE), " / ", _("计划"), " ", cell(view, PLANNED), unit)
            return _beside(first, _share(view), width)
        case NumberField():
            unit = f" {drawing.unit.say(view.language)}" if drawing.unit else ""
            return _beside(line(cell(view, VALUE), Part(unit)), rule(drawing, glyphs), width)
        case _:
            return []


def _beside(first: Line, rule_in_words: str, width: int) -> list[Line]:
    """The rule after the field where there is room, else under it."""
    if not rule_in_words:
        return [first]
    if line_width(first) + 3 + width_of(rule_in_words) <= width:
        return [(*first, Part(f"   {rule_in_words}", "quiet"))]
    return [first, *(line(Part(each, "quiet")) for each in wrap(rule_in_words, width))]


def _share(view: RowView) -> str:
    answer = view.answer
    if answer is None or (answer.number is None and (answer.done is None or not answer.planned)):
        return ""
    if answer.number is not None:
        share = Fraction(answer.number)
    else:
        share = min(Fraction(1), Fraction(answer.done or 0) / Fraction(answer.planned or 1))
    return _("完成率 {share}%").format(share=_percent(share))


def _percent(share: Fraction) -> str:
    return number(round_half_up(share * 100, 1))


def rule(drawing: NumberField, glyphs: Glyphs) -> str:
    """``每 1 次 1.5 分，最多 30 分`` or ``≥2 得 6 · ≥1 得 4``: how the number earns."""
    at_least = ">=" if glyphs.name == "ascii" else "≥"
    if drawing.tiers:
        steps = [
            _("{at_least}{number} 得 {points}").format(at_least=at_least, number=number(low), points=number(points))
            for low, points in drawing.tiers
        ]
        return f" {glyphs.not_applicable} ".join(steps)
    if drawing.per is None:
        return ""
    if drawing.cap is None:
        return _("每 1 计 {per} 分").format(per=number(drawing.per))
    return _("每 1 计 {per} 分，最多 {cap} 分").format(per=number(drawing.per), cap=number(drawing.cap))


def cell(view: RowView, name: str, inner: int = CELL) -> Part:
    """``[   12 ]``: what stands in a cell; with a caret after it where it is being typed."""
    text = view.texts.get(name, "")
    if view.cell == name:
        shown = f"{text}_" if view.touched or not text else text
        return Part(f"[{fit(shown, max(inner, width_of(shown)))}]", "typing", f"cell:{name}")
    style = "wrong" if name in view.wrong else "cell"
    return Part(f"[{fit(text, max(inner, width_of(text)))}]", style, f"cell:{name}")


def reason_in_table(view: RowView, width: int) -> bool:
    """Whether the table is wide enough to have the reason in a column of its own."""
    return isinstance(view.drawing, NumberLines) and width >= WIDE


def table(view: RowView, drawing: NumberLines, width: int, glyphs: Glyphs) -> list[Line]:
    """内容 · 分值 · 评分标准 · 数量 · 得分 (· 扣分原因): one row a line."""
    wide = reason_in_table(view, width)
    heads = (_("内容"), _("分值"), _("评分标准"), _("数量"), _("得分"))
    effects = _effects(view, drawing)
    rows = [
        (_worth(each), _standard(each, drawing.deducts, glyphs), cell(view, each.id), effects.get(each.id, ""))
        for each in drawing.lines
    ]
    widths = (
        _widest(heads[1], (row[0] for row in rows)),
        _widest(heads[2], (row[1] for row in rows)),
        _widest(heads[3], (row[2].text for row in rows)),
        max(_widest(heads[4], (row[3] for row in rows)), 5),
    )
    fixed = sum(widths) + 2 * len(widths)
    texts = [each.text.say(view.language) for each in drawing.lines]
    content = max((width - REASON_COLUMN - 2 if wide else width) - fixed, 6)
    if wide:
        most = width - REASON_LEAST - 2 - fixed
        content = max(content, min(_widest(heads[0], texts), most))
    room = content + fixed
    lines = [_heading(heads, content, widths)]
    for whole, row in zip(texts, rows, strict=True):
        text = wrap(whole, content)
        lines.append(
            line(
                Part(fit(text[0], content)),
                Part(f"  {fit(row[0], widths[0], 'right')}  {fit(row[1], widths[1])}  ", "quiet"),
                row[2],
                Part(" " * (widths[2] - row[2].width)),
                Part(f"  {fit(row[3], widths[3], 'right')}", "value"),
            )
        )
        lines += [line(Part(part)) for part in text[1:]]
    return _with_reason(view, lines, room, width - room - 2) if wide else lines


def _heading(heads: Sequence[str], content: int, widths: Sequence[int]) -> Line:
    columns = (
        fit(heads[0], content),
        fit(heads[1], widths[0], "right"),
        fit(heads[2], widths[1]),
        fit(heads[3], widths[2]),
        fit(heads[4], widths[3], "right"),
    )
    return line(Part("  ".join(columns), "quiet"))


def _with_reason(view: RowView, lines: list[Line], room: int, width: int) -> list[Line]:
    reason = view.answer.reason.strip()[: width * REASON_LINES] if view.answer else ""
    column = [
        Part(reason_label(view.drawing), "quiet"),
        *(Part(each, "value") for each in wrap(reason, width)[:REASON_LINES]),
    ]
    together = []
    for at in range(max(len(lines), len(column))):
        left = lines[at] if at < len(lines) else ()
        gap = Part(" " * (room + 2 - line_width(left)))
        together.append((*left, gap, column[at]) if at < len(column) else left)
    return together


def _widest(head: str, texts: Iterable[str]) -> int:
    return max([width_of(head), *(width_of(text) for text in texts)])


def _worth(each: DrawnLine) -> str:
    """The most that a line can come to, where it says so."""
    most = each.cap if each.cap is not None else (each.between[1] if each.between else None)
    return "" if most is None else number(most)


def _standard(each: DrawnLine, deducts: bool, glyphs: Glyphs) -> str:
    """``每 1 扣 5`` or ``扣 1–5``."""
    if each.between:
        low, high = map(number, each.between)
        dash = "-" if glyphs.name == "ascii" else "–"
        return (_("扣 {low}{dash}{high}") if deducts else _("计 {low}{dash}{high}")).format(
            low=low, dash=dash, high=high
        )
    if each.per is None:
        return ""
    per = number(abs(each.per))
    return (_("每 1 扣 {per}") if deducts else _("每 1 计 {per}")).format(per=per)


def _effects(view: RowView, drawing: NumberLines) -> dict[str, str]:
    """What each line adds or takes, by the very steps of the score."""
    if view.score is None or view.answer is None or view.answer.lines is None:
        return {}
    effects = {}
    for step in view.score.why:
        line_id = step.values.get("line")
        if line_id in view.answer.lines:
            result = Fraction(step.values["result"])
            sign = "-" if result and drawing.deducts else ""
            effects[str(line_id)] = f"{sign}{shortened(abs(result))}"
    return effects

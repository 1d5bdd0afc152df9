"""How one criterion stands on a form's page: its text, its options or cells, its reason and evidence. Pure."""

from collections.abc import Mapping
from typing import Final

from cadre_tui.locale import N_, _, pgettext
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import (
    AbsentField,
    Choices,
    DateField,
    NumberField,
    NumberLines,
    RatioField,
    TextField,
)
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.scoring.known import confirmed, objected
from cadre_tui.scoring.visibility import holds
from cadre_tui.tui.answers import cell_drawing
from cadre_tui.tui.answers.row_view import RowView, position_of, reason_label
from cadre_tui.tui.answers.typed import OTHER_MISSING
from cadre_tui.tui.drawing.columns import cut, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line, Part, clipped, line, line_width, sides
from cadre_tui.words import facts
from cadre_tui.words.figures import figure

INDENT: Final = 5
"""Cells before the body: the cursor and the criterion's number."""

NOTE_LINES: Final = 2
"""Lines that a reason takes on the page; the whole of it is in the editor."""

TEXT_LINES: Final = 4
"""Lines that a long text takes on the page."""

OWED: Final[Mapping[str, str]] = {
    "answer": N_("还没有回答"),
    "reason": N_("还缺理由，按 Tab 填写"),
    "evidence": N_("还缺佐证，按 Tab 填写"),
}


def draw_row(view: RowView, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The lines of a row in ``width`` cells, a blank one at the end."""
    room = max(width - INDENT, 10)
    body = [*_answer(view, room, glyphs), *_notes(view, room, glyphs), *_faults(view, room, glyphs)]
    lines = [*_head(view, width, glyphs), *(line(" " * INDENT, *each) for each in body), ()]
    return tuple(clipped(each, width, glyphs.ellipsis) for each in lines)


def _head(view: RowView, width: int, glyphs: Glyphs) -> list[Line]:
    cursor = glyphs.cursor if view.active else " "
    points = _points(view)
    right = line(Part(points, "quiet")) if points else ()
    texts = wrap(view.criterion.text.say(view.language), max(width - INDENT - line_width(right) - 1, 8))
    style = "active" if view.active else "text"
    first = line(Part(cursor, "cursor"), Part(f"{view.number:<{INDENT - 2}} ", style), Part(texts[0], style))
    corrected = [each for told in view.errata for each in wrap(told, max(width - INDENT, 8))]
    return [
        sides(first, right, width),
        *(line(" " * INDENT, Part(each, style)) for each in texts[1:]),
        *(line(" " * INDENT, Part(each, "strong")) for each in corrected),
    ]


def _points(view: RowView) -> str:
    """``30 分``, or ``27/30 分`` where a number earns as it is typed."""
    points = figure(view.score.points) if view.score else ""
    if not view.score or points == "0":
        return ""
    counted = isinstance(view.drawing, NumberField | NumberLines | RatioField)
    if counted and view.score.score is not None and view.answer and view.answer.given:
        return _("{score}/{points} 分").format(score=cell_drawing.shortened(view.score.score), points=points)
    return _("{points} 分").format(points=points)


def _answer(view: RowView, width: int, glyphs: Glyphs) -> list[Line]:
    not_applicable = "x " + _("不适用")
    match view.drawing:
        case Choices() as choices:
            return _options(view, choices, not_applicable, width, glyphs)
        case _ if view.answer and view.answer.na:
            return [line(Part(not_applicable.join(glyphs.chosen), "chosen", "na"))]
        case NumberLines() as lines:
            body = cell_drawing.table(view, lines, width, glyphs)
        case TextField():
            body = _text(view, width)
        case NumberField() | RatioField() | DateField():
            body = cell_drawing.fields(view, width, glyphs)
        case AbsentField(kind=kind):
            told = _("这一项由插件提供（{kind}），现在不能填；以前填的都还在。").format(kind=kind)
            body = [line(Part(each, "quiet")) for each in wrap(told, width)]
    if view.known is not None:
        told = facts.source(view.known, view.language) + _standing(view)
        body = [*body, *(line(Part(each, "quiet")) for each in wrap(told, width))]
    if view.criterion.allow_na and view.active:
        body = [*body, line(Part(not_applicable, "quiet", "na"))]
    former = _former(view, glyphs)
    return [*body, line(Part(former, "quiet"))] if former else body


def _standing(view: RowView) -> str:
    """What handing the row in as it is now says of the number that was proposed."""
    if confirmed(view.criterion, view.answer, view.known):
        return _("；提交就是确认")
    return _("；已改，提交就是异议") if objected(view.criterion, view.answer, view.known) else ""


def _options(view: RowView, choices: Choices, not_applicable: str, width: int, glyphs: Glyphs) -> list[Line]:
    answer = view.answer
    chosen = position_of(answer, choices) if answer and not answer.na else 0
    tokens = []
    for position, option in enumerate(choices.options, 1):
        text = option.text.say(view.language)
        if view.criterion.kind == "choice" and option.earns is not None:
            text = _("{option}（{points} 分）").format(option=text, points=cell_drawing.number(option.earns))
        if vetoes(view.criterion, option.answer):
            text = _("{option}（一票否决）").format(option=text)
        tokens.append(_token(f"{position} {text}", position == chosen, f"option:{position}", width, glyphs))
    if view.criterion.allow_na:
        tokens.append(_token(not_applicable, bool(answer and answer.na), "na", width, glyphs))
    lines: list[Line] = [()]
    for token in tokens:
        if lines[-1] and line_width(lines[-1]) + 1 + token.width > width:
            lines.append(())
        lines[-1] = (*lines[-1], Part(" "), token) if lines[-1] else (token,)
    former = _former(view, glyphs)
    if former:
        if line_width(lines[-1]) + 2 + Part(former).width <= width:
            lines[-1] = sides(lines[-1], line(Part(former, "quiet")), width)
        else:
            lines.append(line(Part(former, "quiet")))
    return lines


def vetoes(criterion: Criterion, answer: Answer) -> bool:
    """Whether this answer alone brings the grade down whatever the score."""
    veto = criterion.veto
    return veto is not None and veto.when.criterion in (None, criterion.id) and holds(veto.when, criterion, answer)


def _token(text: str, chosen: bool, target: str, width: int, glyphs: Glyphs) -> Part:
    text = cut(text, width - 2, glyphs.ellipsis)
    return Part(text.join(glyphs.chosen), "chosen", target) if chosen else Part(f" {text} ", "option", target)


def _former(view: RowView, glyphs: Glyphs) -> str:
    """``上轮：较好 ▼1``: what was answered in the former round, and by how many options it went up or down."""
    if view.former is None or not view.former.given:
        return ""
    return _("上轮：{answer}").format(answer=_in_words(view.former, view)) + _change(view, glyphs)


def _in_words(answer: Answer, view: RowView) -> str:
    if answer.na:
        return _("不适用")
    match view.drawing:
        case Choices() as choices:
            position = position_of(answer, choices)
            return choices.options[position - 1].text.say(view.language) if position else _("另一种回答")
        case TextField():
            return _("{count} 字").format(count=len(answer.text or ""))
        case NumberLines() if view.former_score and view.former_score.score is not None:
            return _("{points} 分").format(points=cell_drawing.shortened(view.former_score.score))
        case _:
            return cell_drawing.in_words(answer, view.drawing)


def _change(view: RowView, glyphs: Glyphs) -> str:
    if not isinstance(view.drawing, Choices) or view.answer is None or view.former is None:
        return ""
    now, then = position_of(view.answer, view.drawing), position_of(view.former, view.drawing)
    earns = [option.earns for option in view.drawing.options]
    if not now or not then or now == then or earns[now - 1] is None or earns[then - 1] is None:
        return ""
    ranks = sorted({each for each in earns if each is not None})
    steps = ranks.index(earns[now - 1] or ranks[0]) - ranks.index(earns[then - 1] or ranks[0])
    if not steps:
        return ""
    return f" {glyphs.up if steps > 0 else glyphs.down}{abs(steps)}"


def _text(view: RowView, width: int) -> list[Line]:
    text = (view.answer.text if view.answer else None) or ""
    if not text.strip():
        return [line(Part(_("按 Enter 写"), "quiet"))]
    lines = wrap(text[: width * TEXT_LINES], width)
    shown = [line(Part(each, "value")) for each in lines[:TEXT_LINES]]
    return [*shown, line(Part(_("{count} 字").format(count=len(text)), "quiet"))]


def _notes(view: RowView, width: int, glyphs: Glyphs) -> list[Line]:
    """The reason and the evidence, as far as they are there and do not stand in the table."""
    if view.answer is None:
        return []
    notes = []
    if view.answer.reason.strip() and not cell_drawing.reason_in_table(view, width):
        notes.append((reason_label(view.drawing), view.answer.reason))
    if any(each.strip() for each in view.answer.evidence):
        notes.append((pgettext("form", "佐证"), _("；").join(each for each in view.answer.evidence if each.strip())))
    lines: list[Line] = []
    for label, text in notes:
        lead = Part(f"{label}  ", "quiet")
        wrapped = wrap(" ".join(text[: width * (NOTE_LINES + 1)].split()), max(width - lead.width, 8))
        if len(wrapped) > NOTE_LINES:
            last = cut("".join(wrapped[NOTE_LINES - 1 :]), max(width - lead.width, 8), glyphs.ellipsis)
            wrapped = [*wrapped[: NOTE_LINES - 1], last]
        lines.append(line(lead, Part(wrapped[0], "value")))
        lines += [line(" " * lead.width, Part(each, "value")) for each in wrapped[1:]]
    return lines


def _faults(view: RowView, width: int, glyphs: Glyphs) -> list[Line]:
    sentences = [sentence for cell, sentence in view.wrong.items() if cell != view.cell]
    sentences += [_(OWED[what]) for what in view.owed if what != "answer"]
    if view.cell is None and not view.wrong and cell_drawing.half(view.texts, view.drawing):
        sentences.append(_(OTHER_MISSING))
    return [
        line(Part(f"{glyphs.wrong} " if at == 0 else "  ", "wrong"), Part(text, "wrong"))
        for sentence in sentences
        for at, text in enumerate(wrap(sentence, max(width - 2, 8)))
    ]

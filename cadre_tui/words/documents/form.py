"""A checklist as a form on paper: blank, to be filled in by hand, or as somebody filled it in, to be signed."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.kinds import draw
from cadre_tui.locale import _, language, pgettext
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import (
    AbsentField,
    Choices,
    DateField,
    Drawing,
    DrawnLine,
    NumberField,
    NumberLines,
    RatioField,
    TextField,
)
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Ask, Checklist, Criterion, Purpose
from cadre_tui.model.checklists.erratum import Errata
from cadre_tui.model.people.person import Person
from cadre_tui.reports.document import Block, Document, Fields, Paragraph, Question, Signatures
from cadre_tui.scoring.visibility import visible
from cadre_tui.services.documents.issue import Issue
from cadre_tui.words import secrecy, terms
from cadre_tui.words.checklists.errata import beside, beside_criterion, beside_head
from cadre_tui.words.checklists.imprint import sealed
from cadre_tui.words.documents import shared
from cadre_tui.words.figures import figure
from cadre_tui.words.printable import printable

EMPTY: Final = Answer()


def blank_form(of: Checklist, by: Purpose, issue: Issue) -> Document:
    """One to fill in by hand. Whoever answers about a colleague leaves no name on it."""
    blocks: list[Block] = [_whom(by)]
    if by is Purpose.PEER:
        promise = secrecy.promise(confidential=issue.rules.confidential, min_raters=issue.rules.least_raters)
        blocks += shared.notes((promise,))
    blocks += _questions(of, None, issue.errata(of))
    if by is not Purpose.PEER:
        blocks.append(Signatures((_("填表人（签字）："), _("日期："))))
    return _document(of, by, issue, blocks, "")


def filled_form(of: Checklist, response: Response | None, person: Person, unit: str, issue: Issue) -> Document:
    """One's own, as it stands."""
    state = _("草稿，还没有提交")
    if response is not None and response.state is State.SUBMITTED and response.submitted is not None:
        day = response.submitted.astimezone(issue.zone)
        state = _("已于 {time} 提交").format(time=f"{day:%Y-%m-%d %H:%M}")
    pairs = (
        (_("姓名"), person.name),
        (_("编号"), person.id),
        (_("单位"), unit),
        (_("职务"), person.duty),
        (_("层级"), terms.level(person.level)),
        (_("状态"), state),
    )
    blocks: list[Block] = [Fields(tuple((label, printable(text) or shared.NOTHING) for label, text in pairs))]
    blocks += _questions(of, response.answers if response else {}, issue.errata(of))
    blocks += [
        Paragraph(_("以上内容由本人填写，情况属实。")),
        Signatures((_("本人签字："), _("日期："))),
    ]
    return _document(of, Purpose.SELF, issue, blocks, person.name)


def _document(of: Checklist, by: Purpose, issue: Issue, blocks: list[Block], name: str) -> Document:
    title = printable(of.title.say(language()))
    return Document(
        title=title,
        subtitle=_("{round}　{purpose}").format(round=shared.title(issue), purpose=terms.purpose(by)),
        blocks=tuple(blocks),
        pages=shared.pages(),
        mark=shared.mark(issue),
        running=printable(f"{title}　{name}".strip()),
        seal=(sealed(of, language()),),
        language=shared.tongue(),
    )


def _whom(by: Purpose) -> Fields:
    """Lines for who it is about."""
    whom = {Purpose.SELF: _("姓名"), Purpose.PEER: _("被评价人"), Purpose.CHECK: _("被检查人")}[by]
    return Fields(((whom, ""), (_("单位"), "")))


def _questions(of: Checklist, answers: Mapping[str, Answer] | None, errata: Errata) -> Iterator[Block]:
    """Section by section. Of a filled one only what was asked; of a blank one everything."""
    shown = None if answers is None else visible(of, answers)
    numbers, number = shared.headings(), 0
    yield from shared.notes(beside_head(errata, language()))
    for section in of.section:
        asked = [each for each in section.criterion if shown is None or each.id in shown]
        if asked:
            yield shared.heading(numbers, printable(section.title.say(language())))
            yield from shared.notes((beside(errata, ("section", section.id, "title"), language()),))
        for each in asked:
            number += 1
            answer = None if answers is None else answers.get(each.id, EMPTY)
            told = (*beside_criterion(errata, of, each, language()), *_notes(each, errata))
            yield _question(str(number), each, draw(each, of), answer, told)


def _question(number: str, of: Criterion, drawing: Drawing, answer: Answer | None, told: Sequence[str]) -> Question:
    points = figure(Fraction(of.points))
    options = [] if not isinstance(drawing, Choices) else list(answer_options(drawing, answer))
    if of.allow_na:
        options.append((_("不适用"), answer is not None and answer.na))
    return Question(
        number=number,
        text=printable(of.text.say(language())),
        points="" if points == "0" else _("{points} 分").format(points=points),
        notes=tuple(map(printable, told)),
        options=tuple((printable(text), chosen) for text, chosen in options),
        lines=tuple((printable(label), printable(text)) for label, text in answer_lines(of, drawing, answer)),
    )


def _notes(of: Criterion, errata: Errata) -> Iterator[str]:
    if of.guidance is not None:
        yield " ".join(of.guidance.say(language()).split())
    if corrected := beside(errata, ("criterion", of.id, "guidance"), language()):
        yield corrected
    if of.show_when is not None:
        yield _("（符合条件的才填）")


def answer_options(drawing: Choices, answer: Answer | None) -> Iterator[tuple[str, bool]]:
    """Each option, and whether it is the answer."""
    value = None if answer is None else answer.model_copy(update={"reason": "", "evidence": ()})
    for option in drawing.options:
        text = option.text.say(language())
        yield text, option.answer == value


def answer_lines(of: Criterion, drawing: Drawing, answer: Answer | None) -> Iterator[tuple[str, str]]:
    """What is written behind each label; empty on a blank form."""
    given = answer or EMPTY
    match drawing:
        case NumberField():
            unit = drawing.unit.say(language()) if drawing.unit else ""
            yield _("填写") + (f"（{unit}）" if unit else ""), _number(given.number)
        case RatioField():
            unit = f"（{drawing.unit.say(language())}）" if drawing.unit else ""
            if given.number is not None:
                yield _("完成率"), _("{share}%").format(share=figure(Fraction(given.number) * 100))
            else:
                yield _("完成") + unit, _number(given.done)
                yield _("计划") + unit, _number(given.planned)
        case NumberLines():
            for each in drawing.lines:
                amount = None if given.lines is None else given.lines.get(each.id, Decimal(0))
                yield f"{each.text.say(language())}{_rule(each, drawing)}", _number(amount)
        case TextField():
            yield _("填写"), " ".join((given.text or "").split())
        case DateField():
            yield _("日期"), "" if given.date is None else given.date.isoformat()
        case Choices() | AbsentField():
            pass
    if of.reason is not Ask.NONE and (answer is None or given.reason.strip()):
        yield pgettext("form", "理由"), " ".join(given.reason.split())
    if of.evidence is not Ask.NONE and (answer is None or given.evidence):
        yield _("佐证"), _("；").join(given.evidence)


def _rule(line: DrawnLine, drawing: NumberLines) -> str:
    """How a line earns or takes points."""
    if line.between is not None:
        low, high = (figure(Fraction(each)) for each in line.between)
        return _("（{low} 到 {high} 分）").format(low=low, high=high)
    if line.per is None:
        return ""
    said = _("（每 1 扣 {per} 分）") if drawing.deducts else _("（每 1 计 {per} 分）")
    return said.format(per=figure(Fraction(line.per)))


def _number(value: Decimal | None) -> str:
    return "" if value is None else figure(Fraction(value))

"""How an outcome is laid out: case after case, then the quota's lines; and a decision to be agreed to. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Grade
from cadre_tui.model.results.outcome import Case, Outcome
from cadre_tui.tui.drawing.columns import cut, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.home.page import rule
from cadre_tui.tui.rounds.lines import INDENT, told
from cadre_tui.words.results import outcome as said


def outcome_rows(
    found: Outcome, language: str, glyphs: Glyphs, width: int, choose: Callable[[Case], object]
) -> list[Row]:
    """What is to be decided first, then where the lines fall, then whom they cannot tell apart."""
    rows = told(glyphs.wrong if found.waiting else glyphs.done, said.waiting_told(found), width, "next")
    asked = [each for each in found.cases if each.waiting or each.ruling]
    listed = [each for each in found.cases if not (each.waiting or each.ruling)]
    rows += _cases(_("由人决定的"), asked, language, glyphs, width, choose)
    if found.lines:
        rows += [blank(), rule(_("名额"), "", glyphs)]
    for line_ in found.lines:
        rows += told(glyphs.dot, said.line_told(line_, found), width)
    return rows + _cases(_("只列出，不用决定的"), listed, language, glyphs, width, choose)


def _cases(
    heading: str,
    cases: Sequence[Case],
    language: str,
    glyphs: Glyphs,
    width: int,
    choose: Callable[[Case], object],
) -> list[Row]:
    """A heading and the cases below it; nothing where there is none."""
    rows = [blank(), rule(heading, str(len(cases)), glyphs)] if cases else []
    for each in cases:
        rows.append(Row(partial(_case, each, language, glyphs), partial(choose, each), each.subject.id))
        rows += [words(line(INDENT * 3, Part(text, "quiet"))) for text in _about(each, width)]
    return rows


def _case(case: Case, language: str, glyphs: Glyphs, width: int, here: bool) -> Line:
    sign = glyphs.not_begun if case.waiting else glyphs.done if case.ruling else glyphs.dot
    earned = case.earned.say(language) if case.earned else _("无")
    total = _("无") if case.total is None else str(case.total)
    text = _("{name}（{unit}）：总分 {total}，按分数是{grade}；{state}").format(
        name=case.subject.name, unit=case.unit, total=total, grade=earned, state=said.state_told(case)
    )
    style = "next" if here else ""
    return line(
        Part(glyphs.cursor if here else " ", "next"),
        Part(f" {sign} ", "wrong" if case.waiting else ""),
        Part(cut(" ".join(text.split()), max(width - 5, 8), glyphs.ellipsis), style),
    )


def _about(case: Case, width: int) -> list[str]:
    return wrap(said.causes_told(case), max(width - 3 * len(INDENT) - 1, 10))


def deciding_rows(
    case: Case, grades: Sequence[Grade], chosen: int, language: str, glyphs: Glyphs, width: int
) -> list[Row]:
    """Who it is and why, and the grades among which is chosen."""
    rows = _who(case, language, glyphs, width)
    rows += [blank(), rule(_("定为哪一等"), "", glyphs)]
    for at, each in enumerate(grades):
        here = at == chosen
        sign = f"{glyphs.cursor} " if here else "  "
        drawn = words(line(INDENT, Part(sign + each.text.say(language), "next" if here else "")))
        rows.append(replace(drawn, name=each.code))
    return rows


def agreeing_rows(case: Case, grade: Grade, reason: str, language: str, glyphs: Glyphs, width: int) -> list[Row]:
    """What will be decided, to be agreed to."""
    rows = [rule(_("请核对"), "", glyphs)]
    what = _("{name} 的等次定为{grade}。").format(name=case.subject.name, grade=grade.text.say(language))
    for each in (
        what,
        _("理由：{reason}").format(reason=reason),
        _("分数不变；理由本人看得到，并记入操作记录。公布以前还可以改定。"),
    ):
        rows += told(glyphs.dot, each, width)
    return [*rows, blank(), words(line(INDENT, Part(_("还没有定：看清以后按 y 照定，按 Esc 回去改。"), "next")))]


def _who(case: Case, language: str, glyphs: Glyphs, width: int) -> list[Row]:
    person = case.subject
    who = f"{person.name} {glyphs.dot} {case.unit} {person.duty}".rstrip()
    earned = case.earned.say(language) if case.earned else _("无")
    total = _("无") if case.total is None else str(case.total)
    figures = _("总分 {total}，按分数是{grade}").format(total=total, grade=earned)
    rows = [words(line(INDENT, Part(who, "next")))]
    for each in (figures, said.causes_told(case)):
        rows += told(glyphs.dot, each, width)
    return rows

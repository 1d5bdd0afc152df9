"""What the documents say: built once, whole, in both languages, and nothing that the result does not show."""

import os
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cadre_tui.locale import use
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Roster
from cadre_tui.model.rounds.round_rules import RoundRules, Use
from cadre_tui.reports.document import Bars, Block, Document, Fields, Heading, Paragraph, Question, Signatures, Table
from cadre_tui.reports.excel import as_excel
from cadre_tui.reports.workbook import Formula
from cadre_tui.services.documents.issue import Issue
from cadre_tui.services.results import reading
from cadre_tui.words import documents
from tests.reports.reckoning import Reckoner
from tests.services.office import EQUALS, SUBJECT, in_groups, office, publish, rate, rules_of
from tests.services.small import Small
from tests.tui.results_made import GROUPED, GROUPS, INCOMPLETE, WHOLE

FOLDER = Path(__file__).parent / "golden"


def issue(rules: RoundRules | None = None) -> Issue:
    usual = rules or rules_of(title=WHOLE.title, use=(Use(checklist="core.mutual", by=Purpose.SELF),))
    return Issue("清河县", date(2026, 11, 29), None, usual, "a" * 64, "b" * 64, (), Roster())


def told(document: Document) -> str:
    """The document as plain text."""
    lines = [document.mark, document.title, document.subtitle]
    for block in document.blocks:
        lines += ["", *_lines(block)]
    return "\n".join([*lines, "", *document.seal]).strip() + "\n"


def _lines(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [block.text]
        case Fields():
            return [f"{label}: {text}" for label, text in block.pairs]
        case Table():
            return [" | ".join(each.heading for each in block.columns), *(" | ".join(row) for row in block.rows)]
        case Bars():
            return [block.title, *(f"{bar.label}: {', '.join(bar.figures)}" for bar in block.bars)]
        case Question():
            return [f"{block.number} {block.text}", *(f"{text} {'x' if on else '-'}" for text, on in block.options)]
        case Signatures():
            return list(block.labels)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_whole_score_sheet_says_this(language: str) -> None:
    use(language)
    text = told(documents.score_sheet(WHOLE, issue()))
    path = FOLDER / f"score_sheet.{language}.txt"
    if os.environ.get("CADRE_WRITE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text.splitlines() == path.read_text("utf-8").splitlines()


def test_a_result_without_a_total_says_why() -> None:
    use("zh")
    text = told(documents.score_sheet(INCOMPLETE, issue()))
    assert "总分: 没有总分" in text
    assert "计入总分的部分还不全，所以没有总分。" in text


def test_what_the_result_keeps_back_is_in_no_document(tmp_path: Path) -> None:
    """All gave the first criterion alike: its figure is kept back, in words, in cells and in formulas."""
    use("zh")
    small = office(tmp_path / "data")
    small.opened(rules_of())
    rate(small, {each: ("good", ("good", "half")[at % 2]) for at, each in enumerate(EQUALS[:5])})
    publish(small)
    found = reading.result(small.organiser, "r1", SUBJECT)
    one, two = found.criteria
    assert (one.peers, two.peers) == (None, None), "the other one follows from the total"
    sheet = documents.score_sheet(found, issue(rules_of()))
    (table,) = [each for each in sheet.tables() if each.columns[0].heading == "考评项"]
    assert [each.heading for each in table.columns] == ["考评项", "分值"]
    assert "为了不让人看出是谁评的" in told(sheet)
    assert "至少 5 人评了才显示合起来的分" in told(sheet)
    rows = documents.workbook([found], issue(rules_of())).sheets[1].rows
    assert [row[6:11] for row in rows] == [(None,) * 5] * 2


def test_rater_groups_are_worked_out_by_excel_where_all_are_shown(tmp_path: Path) -> None:
    use("zh")
    small = groups_rated(tmp_path)
    found = reading.result(small.organiser, "r1", SUBJECT)
    (part,) = found.parts
    assert all(each.score is not None for each in part.groups)
    book = documents.workbook([found], issue(in_groups(min_raters=3)))
    sheet = next(each for each in book.sheets if each.name == "评价主体")
    whole = sheet.rows[-1][-1]
    assert isinstance(whole, Formula)
    assert whole.text.startswith("=SUMPRODUCT(H")
    assert whole.value == part.exact


def test_groups_that_are_kept_back_stand_together_and_excel_still_works_the_sum_out() -> None:
    """30 × 80 is shown; (30 × 84 + 40 × 88) ÷ 70 is what the other two come to."""
    use("zh")
    hidden = tuple(replace(each, score=None, exact=None, raters=None, withheld="kept-back") for each in GROUPS[1:])
    sum_of_all = Fraction(30 * 80 + 30 * 84 + 40 * 88, 100)
    part = replace(GROUPED.parts[1], groups=(GROUPS[0], *hidden), exact=sum_of_all)
    kept_back = replace(GROUPED, parts=(GROUPED.parts[0], part, *GROUPED.parts[2:]))
    book = documents.workbook([kept_back], issue())
    sheet = next(each for each in book.sheets if each.name == "评价主体")
    *_groups, together, whole = sheet.rows
    assert [row[-1] for row in sheet.rows[1:3]] == ["不单独显示"] * 2
    assert together[4:] == ("不单独显示的合起来", None, Formula("=G7+G8", Fraction(70)), Fraction(6040, 70))
    assert isinstance(whole[-1], Formula)
    read = load_workbook(BytesIO(as_excel(book)))
    assert Reckoner(read).value("评价主体", f"H{sheet.row(4)}") == pytest.approx(float(sum_of_all), abs=1e-9)
    one = replace(part, groups=(*GROUPS[:2], hidden[1]))
    alone = documents.workbook([replace(GROUPED, parts=(one,))], issue())
    assert "不单独显示的合起来" not in {row[4] for row in alone.sheets[1].rows}, "one alone is not spelled out"


def test_a_figure_that_was_adjusted_stands_as_it_counts() -> None:
    """Its sum and count tell the plain one: a formula of them would be another number."""
    use("zh")
    at = next(at for at, each in enumerate(WHOLE.parts) if each.worked)
    plain = documents.workbook([WHOLE], issue()).sheets[0].rows[1][4 + at]
    assert isinstance(plain, Formula)
    part = replace(WHOLE.parts[at], exact=Fraction(80), shift=Fraction(-25, 6))
    moved = replace(WHOLE, parts=(*WHOLE.parts[:at], part, *WHOLE.parts[at + 1 :]))
    assert documents.workbook([moved], issue()).sheets[0].rows[1][4 + at] == Fraction(80)


def groups_rated(tmp_path: Path) -> Small:
    small = office(tmp_path / "data")
    small.opened(in_groups(min_raters=3))
    raters = ("l1", "l2", "l3", *EQUALS[:4], "u1", "u2", "u3", "u4")
    rate(small, {each: (("good", "half", "nil")[at % 3], ("half", "good")[at % 2]) for at, each in enumerate(raters)})
    publish(small)
    return small

"""What every document of a round has: who issues it, the mark of a rehearsal, the hashes at its end."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final
from unicodedata import east_asian_width

from cadre_tui.locale import _, language
from cadre_tui.reports.document import Column, Fields, Heading, Paragraph, Table
from cadre_tui.services.documents.issue import Issue
from cadre_tui.words.checklists.errata import every
from cadre_tui.words.checklists.imprint import sealed
from cadre_tui.words.figures import figure
from cadre_tui.words.oversight.audit import seal as seal_lines
from cadre_tui.words.oversight.bulletin import day
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds.rules import rules_said
from cadre_tui.words.rounds.title import round_title

NOTHING: Final = "—"
"""What stands in a cell that has no value."""

LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
"""A paper does not say of a time that it is past: it is read for years."""

WIDTHS: Final = 9, 28
"""How narrow and how wide a column may be, in letters, whatever stands in it."""

TONGUES: Final = {"zh": "zh-CN"}


def tongue() -> str:
    """The tag of the language in use."""
    return TONGUES.get(language(), language())


def pages() -> str:
    """How a page is numbered."""
    return _("第 {page} 页 共 {pages} 页")


def mark(issue: Issue) -> str:
    """What stands on every page of a rehearsal."""
    return _("演练材料，不作考评依据") if issue.rules.mock else ""


def title(issue: Issue) -> str:
    """The round's."""
    return printable(round_title(issue.rules.title, issue.rules.mock))


def seal(issue: Issue) -> tuple[str, ...]:
    """By which checklists it was found, and the hashes by which it can be checked later."""
    by = (sealed(each, language()) for each in issue.checklists)
    return (*by, *seal_lines(issue.rules_hash, issue.audit_hash))


def signed(issue: Issue) -> tuple[Paragraph, ...]:
    """Who issues it, and when."""
    who = printable(issue.county) or _("考评组织者")
    return Paragraph(who, "right"), Paragraph(day(issue.day), "right")


def rules(issue: Issue) -> Fields:
    """The rules by which all of it was found."""
    said = rules_said(issue.rules, LONG_AGO, issue.roster, issue.rule_by)
    return Fields(tuple((printable(each.label), printable(each.text)) for each in said), across=1)


def headings() -> Iterator[str]:
    """一、 二、 三、 …: the numbers of the headings, in their order."""
    yield from _("一 二 三 四 五 六 七 八 九 十 十一 十二").split()


def heading(numbers: Iterator[str], text: str) -> Heading:
    """The next heading."""
    return Heading(_("{number}、{heading}").format(number=next(numbers), heading=text))


def notes(sentences: Sequence[str]) -> tuple[Paragraph, ...]:
    """A small paragraph a sentence; nothing for an empty one."""
    return tuple(Paragraph(printable(each), "note") for each in sentences if each)


def errata(issue: Issue) -> tuple[Paragraph, ...]:
    """How the wording of the round's checklists was corrected: each beside the text that it stands for."""
    return notes(errata_told(issue))


def errata_told(issue: Issue) -> tuple[str, ...]:
    """The same as sentences."""
    return tuple(
        _("{checklist}：{told}").format(checklist=checklist.title.say(language()), told=each)
        for checklist, errata in issue.corrected
        for each in every(errata, checklist, language())
    )


def shown(value: Decimal | None) -> str:
    """A figure in a cell, with the places that it was rounded to."""
    return NOTHING if value is None else str(value)


def count(value: int | None) -> str:
    """How many, in a cell."""
    return NOTHING if value is None else str(value)


def number(value: Decimal | Fraction | int) -> str:
    """A number in its shortest form."""
    return figure(Fraction(value))


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table of plain texts: each column as wide as what stands in it, the first to the left."""
    cells = [tuple(printable(each).replace("  ", "　") for each in row) for row in rows]  # HTML joins spaces
    heads = list(map(printable, headings))
    widths = [min(max(*(map(_width, column)), WIDTHS[0]), WIDTHS[1]) for column in zip(heads, *cells, strict=True)]
    columns = [
        Column(head, width, "center" if at else "left")
        for at, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    return Table(tuple(columns), tuple(cells))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text) + 1

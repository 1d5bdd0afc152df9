"""成绩册: the figures of everybody, in which Excel works out again what follows from them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from cadre_tui.locale import _, language, pgettext
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.result import Part, Result
from cadre_tui.model.rounding import round_half_up
from cadre_tui.reports.workbook import Cell, Chart, Formula, Sheet, SheetColumn, Workbook, letter
from cadre_tui.services.documents.issue import Issue
from cadre_tui.words import results as words
from cadre_tui.words import secrecy
from cadre_tui.words.documents import shared
from cadre_tui.words.figures import PLACES
from cadre_tui.words.printable import printable

WHO: Final = 4
"""Columns that say who: unit, id, name, post."""

SAFE: Final = 9
"""Places to which a formula rounds first: a computer's own last digits must not decide a rounding half up."""


class Use(NamedTuple):
    """One use of a checklist in the round, as a column."""

    by: Purpose
    checklist: str
    name: str
    weight: Decimal


def workbook(of: Sequence[Result], issue: Issue) -> Workbook:
    """Totals, rater groups, criteria, grades."""
    totals = _totals(of, issue)
    sheets = [totals, *_groups(of), _criteria(of), *_grades(of, issue, totals)]
    return Workbook(
        title=f"{shared.title(issue)} {_('成绩册')}",
        sheets=tuple(sheets),
        pages=shared.pages(),
        mark=shared.mark(issue),
    )


def rounded(formula: str, places: int) -> str:
    """A formula whose outcome is rounded half up to ``places``."""
    return f"=ROUND(ROUND({formula},{SAFE}),{places})"


def _totals(of: Sequence[Result], issue: Issue) -> Sheet:
    """A row a person; the total is worked out from the parts and the weights in the row beneath the headings."""
    uses = _uses(of)
    columns = (
        *_who(),
        *(SheetColumn(printable(use.name), 16) for use in uses),
        SheetColumn(_("总分"), 10, issue.rules.rounding.places),
        SheetColumn(_("等次"), 10),
    )
    notes = (
        _("总分＝Σ（各部分得分×权重）÷Σ权重，四舍五入到小数点后 {places} 位。第一行是权重。").format(
            places=issue.rules.rounding.places
        ),
        *shared.seal(issue),
    )
    weights = (*_blank(WHO - 1), _("权重"), *(Fraction(use.weight) for use in uses), None, None)
    bare = Sheet(_("总分"), shared.title(issue), columns, (), notes)
    rows: list[tuple[Cell, ...]] = [weights]
    for at, each in enumerate(of, start=1):
        parts = {(part.by, part.checklist): part for part in each.parts}
        scores = [_score(parts.get((use.by, use.checklist)), each) for use in uses]
        grade = each.grade.say(language()) if each.grade else ""
        rows.append((*_said(each), *scores, _total(each, uses, scores, bare.row(at), bare.row(0)), grade))
    return Sheet(bare.name, bare.title, columns, tuple(rows), notes, frozen=WHO - 1)


def _total(of: Result, uses: Sequence[Use], scores: Sequence[Cell], row: int, weights: int) -> Cell:
    """Σ score × weight ÷ Σ weight over what counts for this person, as the program does it."""
    if of.total is None:
        return _("没有总分")
    counted = [
        letter(WHO + at)
        for at, (use, score) in enumerate(zip(uses, scores, strict=True))
        if use.weight and isinstance(score, Fraction)
    ]
    above = "+".join(f"{column}{row}*{column}${weights}" for column in counted)
    below = "+".join(f"{column}${weights}" for column in counted)
    places = max(-int(of.total.as_tuple().exponent), 0)
    return Formula(rounded(f"({above})/({below})", places), Fraction(of.total))


def _score(part: Part | None, of: Result) -> Cell:
    """A part's score unrounded, as far as it is told; why there is none."""
    if part is None:
        return None
    if part.score is None:
        return printable(words.withheld(part, of))
    exact = _exact(of, of.parts.index(part))
    return Fraction(part.score) if exact is None else exact


def _exact(of: Result, part: int) -> Fraction | None:
    """What the sum reckons with: whole where everything in it is shown, else as the steps tell it."""
    known = [step.values for step in of.why if step.code == "result-part" and step.values["part"] == part]
    if not known or known[0]["score"] is None:
        return None
    score = Fraction(known[0]["score"])
    whole = all(group.withheld is None for group in of.parts[part].groups)
    return score if whole else Fraction(round_half_up(score, PLACES))


def _groups(of: Sequence[Result]) -> Iterator[Sheet]:
    """A row a rater group; the mean of all, worked out from the groups and their weights, in a row of its own."""
    columns = (
        *_who(),
        SheetColumn(_("评价主体"), 20, side="left"),
        SheetColumn(_("计分人数"), 10),
        SheetColumn(_("权重"), 10),
        SheetColumn(_("平均分"), 14),
    )
    notes = (_("合计＝Σ（平均分×权重）÷Σ权重；有的组不单独显示时，合计不能由表中的数算出。"),)
    bare = Sheet(_("评价主体"), _("各评价主体的平均分"), columns, (), notes)
    rows: list[tuple[Cell, ...]] = []
    for each in of:
        for at, part in enumerate(each.parts):
            if len(part.groups) > 1:
                rows += _of_part(each, at, part, bare, len(rows))
    if rows:
        yield Sheet(bare.name, bare.title, columns, tuple(rows), notes, frozen=WHO - 1)


def _of_part(of: Result, at: int, part: Part, bare: Sheet, before: int) -> Iterator[tuple[Cell, ...]]:
    steps = [step.values for step in of.why if step.code == "result-group" and step.values["part"] == at]
    for group, values in zip(part.groups, steps, strict=True):
        name = printable(secrecy.group_names(group.titles, language()))
        score = _("不单独显示") if values["score"] is None else Fraction(values["score"])
        yield (*_said(of), name, group.raters, Fraction(group.weight), score)
    first, last = bare.row(before), bare.row(before + len(part.groups) - 1)
    mean, weight = letter(WHO + 3), letter(WHO + 2)
    exact = _exact(of, at)
    whole: Cell = exact
    if exact is not None and all(values["score"] is not None for values in steps):
        span = f"{mean}{first}:{mean}{last},{weight}{first}:{weight}{last}"
        whole = Formula(f"=SUMPRODUCT({span})/SUM({weight}{first}:{weight}{last})", exact)
    yield (*_said(of), _("合计"), part.raters, None, whole)


def _criteria(of: Sequence[Result]) -> Sheet:
    """A row a criterion and a person."""
    columns = (
        *_who(),
        SheetColumn(_("考评项"), 40, side="left"),
        SheetColumn(_("分值"), 8),
        SheetColumn(_("自评"), 9, 2),
        SheetColumn(_("同事"), 9, 2),
        SheetColumn(_("人数"), 8),
        SheetColumn(pgettext("column", "督查"), 9, 2),
        SheetColumn(_("差"), 9, 2),
        SheetColumn(_("比上轮"), 9, 2),
    )
    rows = tuple(
        (
            *_said(each),
            printable(row.text.say(language())),
            Fraction(row.points),
            *map(_number, (row.own, row.peers)),
            row.raters,
            *map(_number, (row.inspection, row.gap, row.change)),
        )
        for each in of
        for row in each.criteria
    )
    notes = (_("差＝自评－同事，由没有四舍五入的数算出；空格是没有或者不显示。"),)
    return Sheet(_("考评项"), _("各考评项得分"), columns, rows, notes, frozen=WHO - 1)


def _grades(of: Sequence[Result], issue: Issue, totals: Sheet) -> Iterator[Sheet]:
    """How many have each grade, counted by Excel on the sheet of totals, with a chart."""
    names = [printable(each.text.say(language())) for each in issue.rules.grade]
    if not names:
        return
    column = letter(len(totals.columns) - 1)
    span = f"'{totals.name}'!${column}${totals.row(1)}:${column}${totals.row(len(of))}"
    bare = Sheet(_("等次"), _("等次分布"), (SheetColumn(_("等次"), 16), SheetColumn(_("人数"), 10)), ())
    held = Counter(printable(each.grade.say(language())) for each in of if each.grade is not None)
    rows = [
        (name, Formula(f"=COUNTIF({span},A{bare.row(at)})", Fraction(held[name]))) for at, name in enumerate(names)
    ]
    chart = Chart(_("各等次人数"), 0, 1, bare.head + 1, bare.head + len(rows))
    whole = Formula(f"=SUM(B{bare.row(0)}:B{bare.row(len(names) - 1)})", Fraction(held.total()))
    yield Sheet(bare.name, bare.title, bare.columns, (*rows, (_("合计"), whole)), chart=chart)


def _uses(of: Sequence[Result]) -> tuple[Use, ...]:
    """Every use of a checklist that somebody has, in their order."""
    found: dict[tuple[Purpose, str], Use] = {}
    for each in of:
        for part in each.parts:
            use = Use(part.by, part.checklist, words.part_name(part, language()), part.weight)
            found.setdefault((part.by, part.checklist), use)
    return tuple(found.values())


def _who() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(_("单位"), 16, side="left"),
        SheetColumn(_("编号"), 10),
        SheetColumn(_("姓名"), 10),
        SheetColumn(_("职务"), 16, side="left"),
    )


def _said(of: Result) -> tuple[str, ...]:
    return tuple(map(printable, (of.unit, of.subject.id, of.subject.name, of.subject.duty)))


def _number(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _blank(count: int) -> tuple[None, ...]:
    return (None,) * count

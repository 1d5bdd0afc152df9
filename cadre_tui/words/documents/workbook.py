"""成绩册: the figures of everybody, in which Excel works out again what follows from them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from cadre_tui.locale import _, language, pgettext
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.result import CriterionResult, GroupPart, Part, Result
from cadre_tui.model.results.worked import Worked
from cadre_tui.model.rounding import round_half_up
from cadre_tui.reports.workbook import Cell, Chart, Formula, Sheet, SheetColumn, Workbook, letter
from cadre_tui.services.documents.issue import Issue
from cadre_tui.words import secrecy
from cadre_tui.words.documents import shared
from cadre_tui.words.figures import PLACES, figure
from cadre_tui.words.printable import printable
from cadre_tui.words.results import result as words

WHO: Final = 4
"""Columns that say who: unit, id, name, post."""

CRITERION_PLACES: Final = 2
"""Decimal places of a criterion's figures."""

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
    sheets = [totals, *_groups(of), _criteria(of, issue), *_grades(of, issue, totals)]
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
        *(SheetColumn(printable(use.name), 18, CRITERION_PLACES) for use in uses),
        SheetColumn(_("总分"), 10, issue.rules.rounding.places),
        SheetColumn(_("等次"), 10),
    )
    notes = (
        _("总分＝Σ（各部分得分×权重）÷Σ权重，四舍五入到小数点后 {places} 位。第一行是权重。").format(
            places=issue.rules.rounding.places
        ),
        *shared.seal(issue),
    )
    weights = (*_blank(WHO - 1), _("权重"), *(_whole(use.weight) for use in uses), None, None)
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
        if use.weight and isinstance(score, Fraction | Formula)
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
    return (None if part.shift else worked(part.worked)) or _exact(part)


def worked(one: Worked | None) -> Formula | None:
    """A figure as the division that it comes from, where it is told and its sum has an end."""
    if one is None or (told := figure(one.sum)).startswith("≈"):
        return None
    return Formula(f"={told}/{one.counted}", one.figure)


def _exact(part: Part) -> Fraction | None:
    """What the sum reckons with: whole where everything in it is shown, else as the steps tell it."""
    if part.exact is None:
        return None if part.score is None else Fraction(part.score)
    whole = all(group.withheld is None for group in part.groups)
    return part.exact if whole else Fraction(round_half_up(part.exact, PLACES))


def _groups(of: Sequence[Result]) -> Iterator[Sheet]:
    """A row a rater group; the figure of all, worked out from the groups and their weights, in a row of its own."""
    columns = (
        *_who(),
        SheetColumn(_("评价主体"), 20, side="left"),
        SheetColumn(_("计分人数"), 10),
        SheetColumn(_("权重"), 10),
        SheetColumn(_("主体评分"), 14, CRITERION_PLACES),
    )
    notes = (
        _("合计＝Σ（评分×权重）÷Σ权重。改了权重，Excel 重新算。"),
        _("不单独显示的主体合起来写一行，是由合计（小数点后 {places} 位）减去别的主体倒推的，不多透露什么。").format(
            places=PLACES
        ),
        _("合计按宽严度校正过的，只写数。"),
    )
    bare = Sheet(_("评价主体"), _("各评价主体的评分"), columns, (), notes)
    rows: list[tuple[Cell, ...]] = []
    for each in of:
        for part in each.parts:
            if len(part.groups) > 1:
                rows += _of_part(each, part, bare, len(rows))
    if rows:
        yield Sheet(bare.name, bare.title, columns, tuple(rows), notes, frozen=WHO - 1)


def _of_part(of: Result, part: Part, bare: Sheet, before: int) -> Iterator[tuple[Cell, ...]]:
    for group in part.groups:
        name = printable(secrecy.group_names(group.titles, language()))
        score = _("不单独显示") if group.score is None else worked(group.worked) or group.exact
        yield (*_said(of), name, group.raters, _whole(group.weight), score)
    first, last = bare.row(before), bare.row(before + len(part.groups) - 1)
    mean, weight = letter(WHO + 3), letter(WHO + 2)
    weights = f"{weight}{first}:{weight}{last}"
    above = f"SUMPRODUCT({mean}{first}:{mean}{last},{weights})"
    exact = _exact(part)
    whole: Cell = exact
    if exact is not None and not part.shift:
        rest = _hidden_together(part.groups, exact)
        if rest is not None:
            hidden = [(first + at, group) for at, group in enumerate(part.groups) if group.exact is None]
            together = sum((Fraction(group.weight) for _row, group in hidden), Fraction(0))
            theirs = Formula("=" + "+".join(f"{weight}{row}" for row, _group in hidden), together)
            yield (*_said(of), _("不单独显示的合起来"), None, theirs, rest)
            whole = Formula(rounded(f"({above}+{mean}{last + 1}*{weight}{last + 1})/SUM({weights})", PLACES), exact)
        elif all(group.exact is not None for group in part.groups):
            whole = Formula(f"={above}/SUM({weights})", exact)
    yield (*_said(of), _("合计"), part.raters, None, whole)


def _hidden_together(groups: Sequence[GroupPart], whole: Fraction) -> Fraction | None:
    """What the groups that are not shown come to together, by what is shown: anybody could work it out.

    None where fewer than two are withheld: what is withheld for one's sake is never spelled out.
    """
    hidden = [Fraction(each.weight) for each in groups if each.exact is None]
    if len(hidden) < 2 or not sum(hidden):
        return None
    shown = sum((Fraction(each.weight) * each.exact for each in groups if each.exact is not None), Fraction(0))
    return (whole * sum((Fraction(each.weight) for each in groups), Fraction(0)) - shown) / sum(hidden, Fraction(0))


def _criteria(of: Sequence[Result], issue: Issue) -> Sheet:
    """A row a criterion and a person."""
    columns = (
        *_who(),
        SheetColumn(_("考评项"), 40, side="left"),
        SheetColumn(_("分值"), 8),
        SheetColumn(_("自评"), 9, 2),
        SheetColumn(_("合计分"), 10),
        SheetColumn(_("计入份数"), 10),
        SheetColumn(_("同事"), 9, 2),
        SheetColumn(_("人数"), 8),
        SheetColumn(pgettext("column", "督查"), 9, 2),
        SheetColumn(_("差"), 9, 2),
        SheetColumn(_("比上轮"), 9, 2),
    )
    notes = (
        _("同事＝合计分÷计入份数，四舍五入到小数点后 2 位；按评价主体加权的、不显示的，合计分是空格。"),
        _("差＝自评－同事，由没有四舍五入的数算出；空格是没有或者不显示。"),
        *map(printable, shared.errata_told(issue)),
    )
    bare = Sheet(_("考评项"), _("各考评项得分"), columns, (), notes)
    found = [(each, row) for each in of for row in each.criteria]
    rows = tuple(
        (
            *_said(each),
            printable(row.text.say(language())),
            Fraction(row.points),
            _number(row.own),
            *_of_peers(row, bare.row(at)),
            row.raters,
            *map(_number, (row.inspection, row.gap, row.change)),
        )
        for at, (each, row) in enumerate(found)
    )
    return Sheet(bare.name, bare.title, columns, rows, notes, frozen=WHO - 1)


def _of_peers(row: CriterionResult, line: int) -> tuple[Cell, Cell, Cell]:
    """The sum, what it is divided by, and what colleagues gave: worked out where the sum is told."""
    if row.worked is None or row.peers is None:
        return None, None, _number(row.peers)
    above, below = letter(WHO + 3), letter(WHO + 4)
    return (
        row.worked.sum,
        row.worked.counted,
        Formula(rounded(f"{above}{line}/{below}{line}", CRITERION_PLACES), Fraction(row.peers)),
    )


def _grades(of: Sequence[Result], issue: Issue, totals: Sheet) -> Iterator[Sheet]:
    """How many have each grade, counted by Excel on the sheet of totals, with a chart."""
    names = [printable(each.text.say(language())) for each in issue.rules.grade]
    if not names:
        return
    column = letter(len(totals.columns) - 1)
    span = f"'{totals.name}'!${column}${totals.row(1)}:${column}${totals.row(len(of))}"
    bare = Sheet(
        _("等次"), _("等次分布"), (SheetColumn(_("等次"), 16), SheetColumn(pgettext("people", "人数"), 10)), ()
    )
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


def _whole(weight: Decimal) -> int | Fraction:
    """A weight as people write it: without places where it has none."""
    exact = Fraction(weight)
    return int(exact) if exact.denominator == 1 else exact


def _number(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _blank(count: int) -> tuple[None, ...]:
    return (None,) * count

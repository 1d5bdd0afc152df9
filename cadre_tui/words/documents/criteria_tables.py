"""The tables of a score sheet that tell of its criteria: figures, rater groups, how they came about, deductions."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from cadre_tui.locale import _, language, pgettext
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.result import CriterionResult, Part, Result, SectionResult
from cadre_tui.model.rounding import round_half_up
from cadre_tui.reports.document import Bar, Block, Column, Table
from cadre_tui.words import secrecy
from cadre_tui.words.documents import shared
from cadre_tui.words.printable import printable
from cadre_tui.words.results import result as words
from cadre_tui.words.rounds.counting import worked_out

PLACES: Final = 2
"""Decimal places of points."""

GROUPS_MOST: Final = 6
"""Rater groups that have a column each beside the criteria."""


def of_checklist(of: Result, name: str) -> Iterator[Block]:
    """All figures of one checklist."""
    checklist = of.checklist(name)
    if checklist is not None:
        yield from shared.notes((checklist.title.say(language()),))
    yield figures([row for row in of.criteria if row.checklist == name])
    sections = [each for each in of.sections if each.checklist == name]
    if len(sections) > 1:
        yield _sections(sections)
    yield from _by_group(of, name)


def figures(rows: Sequence[CriterionResult]) -> Table:
    """A row a criterion; columns in which nobody has anything are left out."""
    cells = [
        (Column(_("分值"), 10), [shared.number(row.points) for row in rows]),
        (Column(_("自评"), 10), [shared.shown(row.own) for row in rows]),
        (Column(_("同事"), 10), [shared.shown(row.peers) for row in rows]),
        (Column(_("人数"), 10), [shared.count(row.raters) for row in rows]),
        (Column(_("不了解"), 9), [shared.count(row.unknown) for row in rows]),
        (Column(pgettext("column", "督查"), 9), [shared.shown(row.inspection) for row in rows]),
        (Column(_("差"), 9), [words.signed(row.gap) or shared.NOTHING for row in rows]),
        (Column(_("比上轮"), 9), [words.signed(row.change) or shared.NOTHING for row in rows]),
    ]
    return _without_empty(_("考评项"), [_name(row) for row in rows], cells)


def _without_empty(heading: str, names: Sequence[str], columns: Iterable[tuple[Column, Sequence[str]]]) -> Table:
    """Columns in which nobody has anything are left out; the names take the room that is left."""
    kept = [(column, told) for column, told in columns if any(each != shared.NOTHING for each in told)]
    room = max(100 - sum(column.width for column, _told in kept), 30)
    cells = zip(names, *(told for _column, told in kept), strict=True)
    return Table((_first(heading, room), *(column for column, _told in kept)), tuple(cells))


def _sections(sections: Sequence[SectionResult]) -> Table:
    columns = (
        (Column(_("分值"), 14), [shared.number(each.points) for each in sections]),
        (Column(_("自评"), 14), [shared.shown(each.own) for each in sections]),
        (Column(_("同事"), 14), [shared.shown(each.peers) for each in sections]),
        (Column(pgettext("column", "督查"), 14), [shared.shown(each.inspection) for each in sections]),
    )
    return _without_empty(_("各部分小计"), [printable(each.title.say(language())) for each in sections], columns)


def _by_group(of: Result, checklist: str) -> Iterator[Table]:
    """What each rater group gave, where there are several; those that are not shown are marked so."""
    for part in of.parts:
        rows = [row for row in of.criteria if row.checklist == checklist and row.groups]
        if (part.by, part.checklist) != (Purpose.PEER, checklist) or not 1 < len(part.groups) <= GROUPS_MOST:
            continue
        names = [secrecy.group_names(group.titles, language()) for group in part.groups]
        columns = (_first(_("考评项（按评价主体）"), 40), *(Column(printable(each), 15) for each in names))
        told = [(_name(row), *map(shared.shown, row.groups)) for row in rows]
        means = (_("总分"), *(shared.shown(group.score) for group in part.groups))
        weights = (_("权重"), *(shared.number(group.weight) for group in part.groups))
        counts = (_("计分人数"), *(shared.count(group.raters) for group in part.groups))
        yield Table(columns, (*told, means, counts, weights))


def worked(of: Result) -> Iterator[Table]:
    """How each figure of colleagues came about, from sums and counts; none where that would tell too much."""
    groups = {part.checklist: part for part in of.parts if part.by is Purpose.PEER}
    rows = [(row, _working(row, groups.get(row.checklist))) for row in of.criteria]
    told = tuple((_name(row), shared.shown(row.peers), said) for row, said in rows if said)
    if told:
        columns = (_first(_("考评项"), 32), Column(_("同事"), 10), Column(_("计算过程"), 58, "left"))
        yield Table(columns, told)


def _working(row: CriterionResult, part: Part | None) -> str:
    if row.worked is not None:
        return printable(worked_out(row.worked))
    names = [secrecy.group_names(each.titles, language()) for each in part.groups] if part else []
    told = [
        f"{name}{_('：')}{worked_out(each)}"
        for name, each in zip(names, row.group_worked, strict=False)
        if each is not None
    ]
    return printable(_("；").join(told))


def own(of: Result) -> Iterator[Table]:
    """The arithmetic of the own scores."""
    rows = [row for row in of.criteria if row.own_why]
    told = tuple(
        (_name(row), shared.shown(row.own), printable(_("；").join(words.own_steps(of, row, language()))))
        for row in rows
    )
    if told:
        columns = (_first(_("考评项"), 36), Column(_("自评"), 10), Column(_("计算过程"), 54, "left"))
        yield Table(columns, told)


def deductions(of: Result) -> Iterator[Table]:
    """What was taken off, by whom, why and by what evidence."""
    told = tuple(
        (
            _name(row),
            _(words.BY[each.by]),
            shared.shown(round_half_up(each.taken, PLACES)),
            printable(" ".join(each.reason.split())) or shared.NOTHING,
            printable(_("；").join(each.evidence)) or shared.NOTHING,
        )
        for row in of.criteria
        for each in row.given
        if each.taken
    )
    if told:
        columns = (
            _first(_("考评项"), 30),
            Column(_("由谁填写"), 12),
            Column(_("扣分"), 10),
            Column(_("理由"), 24, "left"),
            Column(_("佐证"), 24, "left"),
        )
        yield Table(columns, told)


def bar(row: CriterionResult) -> Bar:
    """Oneself beside colleagues."""
    return Bar(
        label=_name(row),
        values=tuple(None if each is None else Fraction(each) for each in (row.own, row.peers)),
        figures=(shared.shown(row.own), shared.shown(row.peers)),
        full=Fraction(row.points) or Fraction(1),
    )


def _first(heading: str, width: int) -> Column:
    return Column(heading, width, "left")


def _name(row: CriterionResult) -> str:
    return printable(row.text.say(language()))

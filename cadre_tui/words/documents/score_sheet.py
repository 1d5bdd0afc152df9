"""得分单: all that one cadre is shown of a result, so that the sum can be done again by hand from this paper."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from cadre_tui.locale import _, language, pgettext
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.result import CriterionResult, Part, Result
from cadre_tui.reports.document import (
    Bar,
    Bars,
    Block,
    Column,
    Document,
    Fields,
    Signatures,
    Table,
)
from cadre_tui.services.documents.issue import Issue
from cadre_tui.words import results as words
from cadre_tui.words import secrecy, terms
from cadre_tui.words.documents import shared
from cadre_tui.words.printable import printable

GROUPS_MOST: Final = 6
"""Rater groups that have a column each beside the criteria."""


def score_sheet(of: Result, issue: Issue) -> Document:
    """The whole sheet."""
    numbers = shared.headings()
    blocks: list[Block] = [
        _person(of),
        shared.heading(numbers, _("总分是怎么算出来的")),
        *_sum(of),
        shared.heading(numbers, _("各考评项得分")),
        *_criteria(of),
    ]
    own = [row for row in of.criteria if row.own_why]
    if own:
        blocks += [shared.heading(numbers, _("自评是怎么算出来的")), _own(of, own)]
    comments = _comments(of)
    if comments:
        blocks += [shared.heading(numbers, _("同事写的评语")), *shared.notes(comments)]
    blocks += [shared.heading(numbers, _("考评规则和保密")), shared.rules(issue), *shared.notes(_promise(of, issue))]
    blocks += [Signatures((_("被考评人（签字）："), _("日期："))), *shared.signed(issue)]
    return Document(
        title=_("学习考评得分单"),
        subtitle=shared.title(issue),
        blocks=tuple(blocks),
        pages=shared.pages(),
        mark=shared.mark(issue),
        running=printable(f"{shared.title(issue)}　{of.subject.name}"),
        seal=shared.seal(issue),
        language=shared.tongue(),
    )


def _person(of: Result) -> Fields:
    person = of.subject
    pairs = (
        (_("姓名"), person.name),
        (_("编号"), person.id),
        (_("单位"), of.unit),
        (_("职务"), person.duty),
        (_("总分"), _("没有总分") if of.total is None else str(of.total)),
        (_("等次"), of.grade.say(language()) if of.grade else _("无")),
        (_("层级"), terms.level(person.level)),
        (_("上一轮总分"), _before(of)),
    )
    return Fields(tuple((label, printable(text) or shared.NOTHING) for label, text in pairs))


def _before(of: Result) -> str:
    known = [each for each in of.former if each.total is not None]
    return str(known[-1].total) if known else shared.NOTHING


def _sum(of: Result) -> Iterator[Block]:
    """The parts with their weights, then the steps from them to the total and the grade."""
    columns = (
        Column(_("由谁填写、哪份考评表"), 44, "left"),
        Column(_("占总分"), 16),
        Column(_("计分人数"), 14),
        Column(_("得分"), 26),
    )
    yield Table(columns, tuple(_part(part, of) for part in of.parts))
    yield from shared.notes(words.total_steps(of, language()))
    if of.total is not None and of.grade is not None:
        yield from shared.notes((_("等次：{grade}").format(grade=of.grade.say(language())),))


def _part(part: Part, of: Result) -> tuple[str, ...]:
    raters = shared.NOTHING if part.raters is None else str(part.raters)
    score = words.withheld(part, of) if part.score is None else str(part.score)
    return (printable(words.part_name(part, language())), words.weight(part, of), raters, score)


def _criteria(of: Result) -> Iterator[Block]:
    """Every criterion: as figures, by rater group, and as bars where there is something to compare."""
    if not of.criteria:
        yield from shared.notes((_("还没有可以显示的考评项：没有人提交，或者评价人不足。"),))
        return
    for name in dict.fromkeys(row.checklist for row in of.criteria):
        checklist = of.checklist(name)
        if checklist is not None:
            yield from shared.notes((checklist.title.say(language()),))
        yield _figures([row for row in of.criteria if row.checklist == name])
        yield from _by_group(of, name)
    compared = [row for row in of.criteria if row.own is not None and row.peers is not None]
    if compared:
        bars = tuple(_bar(row) for row in compared)
        yield Bars(_("自评和同事评价对照"), bars, (_("自评"), _("同事")))
    yield from shared.notes((*words.gap_sentences(of, language(), oneself=False), secrecy.kept_back(of)))


def _figures(rows: Sequence[CriterionResult]) -> Table:
    """A row a criterion; columns in which nobody has anything are left out."""
    cells = {
        "points": (Column(_("分值"), 8), [shared.number(row.points) for row in rows]),
        "own": (Column(_("自评"), 9), [shared.shown(row.own) for row in rows]),
        "peers": (Column(_("同事"), 9), [shared.shown(row.peers) for row in rows]),
        "raters": (Column(_("人数"), 8), [_count(row.raters) for row in rows]),
        "check": (Column(pgettext("column", "督查"), 9), [shared.shown(row.inspection) for row in rows]),
        "gap": (Column(_("差"), 9), [words.signed(row.gap) or shared.NOTHING for row in rows]),
        "change": (Column(_("比上轮"), 9), [words.signed(row.change) or shared.NOTHING for row in rows]),
    }
    kept = [
        (column, told)
        for key, (column, told) in cells.items()
        if key == "points" or any(each != shared.NOTHING for each in told)
    ]
    texts = [printable(row.text.say(language())) for row in rows]
    columns = (Column(_("考评项"), 100 - sum(column.width for column, _told in kept), "left"), *(c for c, _t in kept))
    return Table(columns, tuple(zip(texts, *(told for _column, told in kept), strict=True)))


def _by_group(of: Result, checklist: str) -> Iterator[Table]:
    """What each rater group gave, where there are several; those that are not shown are marked so."""
    for part in of.parts:
        rows = [row for row in of.criteria if row.checklist == checklist and row.groups]
        if (part.by, part.checklist) != (Purpose.PEER, checklist) or not 1 < len(part.groups) <= GROUPS_MOST:
            continue
        names = [secrecy.group_names(group.titles, language()) for group in part.groups]
        columns = (Column(_("考评项（按评价主体）"), 40, "left"), *(Column(printable(each), 15) for each in names))
        told = [(printable(row.text.say(language())), *map(shared.shown, row.groups)) for row in rows]
        means = (_("平均分"), *(shared.shown(group.score) for group in part.groups))
        weights = (_("权重"), *(shared.number(group.weight) for group in part.groups))
        counts = (_("计分人数"), *(_count(group.raters) for group in part.groups))
        yield Table(columns, (*told, means, counts, weights))


def _bar(row: CriterionResult) -> Bar:
    values = tuple(None if each is None else Fraction(each) for each in (row.own, row.peers))
    return Bar(
        label=printable(row.text.say(language())),
        values=values,
        figures=(shared.shown(row.own), shared.shown(row.peers)),
        full=Fraction(row.points) or Fraction(1),
    )


def _count(count: int | None) -> str:
    return shared.NOTHING if count is None else str(count)


def _own(of: Result, rows: Sequence[CriterionResult]) -> Table:
    """The arithmetic of the own scores."""
    columns = (Column(_("考评项"), 36, "left"), Column(_("自评"), 10), Column(_("计算过程"), 54, "left"))
    return Table(
        columns,
        tuple(
            (
                printable(row.text.say(language())),
                shared.shown(row.own),
                printable(_("；").join(words.own_steps(of, row, language()))),
            )
            for row in rows
        ),
    )


def _comments(of: Result) -> list[str]:
    """What colleagues wrote, sorted by its text, or why it is kept back."""
    if not of.comments:
        return [secrecy.comments_told(of)] if of.comments is None else []
    criteria = {row.criterion: row.text.say(language()) for row in of.criteria}
    return [f"{criteria.get(each.criterion, each.criterion)}{_('：')}{each.text}" for each in of.comments]


def _promise(of: Result, issue: Issue) -> tuple[str, ...]:
    """What the round promised those who answered about this cadre."""
    if not any(part.by is Purpose.PEER for part in of.parts):
        return ()
    return (secrecy.promise(confidential=issue.rules.confidential, min_raters=of.min_raters),)

"""考评汇总: what a round found, for the whole county; no name, and no figure of a single person."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from cadre_tui.locale import _, language
from cadre_tui.model.result import Result
from cadre_tui.model.rounding import round_half_up
from cadre_tui.reports.document import Bar, Bars, Block, Column, Document, Paragraph, Table
from cadre_tui.services.results.documents import Issue
from cadre_tui.words import secrecy
from cadre_tui.words.documents import shared
from cadre_tui.words.printable import printable


def summary(of: Sequence[Result], issue: Issue) -> Document:
    """The whole paper."""
    numbers = shared.headings()
    blocks: list[Block] = [
        shared.heading(numbers, _("总体情况")),
        *_whole(of, issue),
        shared.heading(numbers, _("等次分布")),
        *_grades(of, issue),
        shared.heading(numbers, _("考评规则和保密")),
        shared.rules(issue),
        *shared.notes([secrecy.promise(confidential=issue.rules.confidential, min_raters=issue.rules.least_raters)]),
        *shared.signed(issue),
    ]
    return Document(
        title=_("学习考评结果汇总"),
        subtitle=shared.title(issue),
        blocks=tuple(blocks),
        pages=shared.pages(),
        mark=shared.mark(issue),
        running=shared.title(issue),
        seal=shared.seal(issue),
        language=shared.tongue(),
    )


def _whole(of: Sequence[Result], issue: Issue) -> Iterator[Block]:
    """How many were rated, and what they have together, where that is of enough people."""
    totals = [Fraction(each.total) for each in of if each.total is not None]
    told = _("本轮考评 {people} 人，全部有总分。")
    if len(totals) < len(of):
        told = _("本轮考评 {people} 人，{scored} 人有总分，{without} 人计入总分的部分不全，没有总分。")
    yield Paragraph(told.format(people=len(of), scored=len(totals), without=len(of) - len(totals)))
    if len(totals) >= max(issue.rules.least_raters, 2):
        mean = round_half_up(sum(totals, Fraction(0)) / len(totals), issue.rules.rounding.places)
        yield Paragraph(_("总分的平均数是 {mean}。").format(mean=mean))


def _grades(of: Sequence[Result], issue: Issue) -> Iterator[Block]:
    """How many have each grade, as a table and as bars."""
    grades = [each.text for each in issue.rules.grade]
    if not grades:
        yield Paragraph(_("本轮不评等次。"))
        return
    counted = Counter(None if each.grade is None else each.grade.say(language()) for each in of)
    names = [each.say(language()) for each in grades]
    told = [(printable(name), counted[name]) for name in names]
    if counted[None]:
        told.append((_("没有等次"), counted[None]))
    whole = len(of)
    rows = tuple((name, str(count), share(count, whole)) for name, count in told)
    yield Table((Column(_("等次"), 40), Column(_("人数"), 30), Column(_("占比"), 30)), rows)
    most = Fraction(max((count for _name, count in told), default=1) or 1)
    bars = tuple(Bar(name, (Fraction(count),), (_("{count} 人").format(count=count),), most) for name, count in told)
    yield Bars(_("各等次人数"), bars)


def share(count: int, whole: int) -> str:
    """In per cent, to one place."""
    return f"{round_half_up(Fraction(100 * count, whole), 1)}%" if whole else shared.NOTHING

"""考评汇总: what a round found about the county, its units and levels; nobody's figures, nothing of too few people.

The remedy list at its end names who has to put something right: nothing of what they were given.
"""

from collections.abc import Iterator
from fractions import Fraction

from cadre_tui.locale import _, language
from cadre_tui.model.filling.home import RoundStatus
from cadre_tui.model.oversight.remedy import RemedyPage
from cadre_tui.model.results.county_result import CountyResult, Figures
from cadre_tui.reports.document import Bar, Bars, Block, Document, Paragraph
from cadre_tui.services.documents.issue import Issue
from cadre_tui.words import secrecy, terms
from cadre_tui.words.county import figures as told
from cadre_tui.words.county import remedies as remedy_words
from cadre_tui.words.county import tables as county_tables
from cadre_tui.words.documents import shared
from cadre_tui.words.oversight.bulletin import share
from cadre_tui.words.printable import printable


def summary(of: CountyResult, status: RoundStatus, remedies: RemedyPage, issue: Issue) -> Document:
    """The whole paper."""
    numbers = shared.headings()
    blocks: list[Block] = [shared.heading(numbers, _("总体情况")), *_whole(of, status)]
    for each in county_tables.tables(of):
        blocks += [shared.heading(numbers, each.title), shared.table(each.headings, each.rows)]
        blocks += _drawn(of, each.title)
    if remedies.lines or remedies.former:
        blocks += [shared.heading(numbers, _("整改清单")), *_remedies(remedies)]
    blocks += [
        shared.heading(numbers, _("考评规则和保密")),
        *shared.notes([*county_tables.notes(of)]),
        shared.rules(issue),
        *shared.notes([secrecy.promise(confidential=issue.rules.confidential, min_raters=issue.rules.least_raters)]),
        *shared.errata(issue),
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


def _whole(of: CountyResult, status: RoundStatus) -> Iterator[Block]:
    """How many were rated, how much was handed in, what they reached together."""
    everybody = of.county.everybody
    said = _("本轮考评 {people} 人，全部有总分。")
    if everybody.scored < everybody.people:
        said = _("本轮考评 {people} 人，{scored} 人有总分，{without} 人计入总分的部分不全，没有总分。")
    without = everybody.people - everybody.scored
    yield Paragraph(said.format(people=everybody.people, scored=everybody.scored, without=without))
    handed_in = [
        _("{purpose}应交 {given} 份，已交 {done} 份，占 {share}").format(
            purpose=terms.purpose(purpose), given=each.given, done=each.handed_in, share=share(each)
        )
        for purpose, each in status.counts.items()
    ]
    if handed_in:
        yield Paragraph(_("；").join(handed_in) + _("。"))
    if everybody.total is not None:
        yield Paragraph(_("总分的平均数是 {mean}。").format(mean=everybody.total.mean) + told.difference(of.county))
    weakest = [printable(asked.text.say(language())) for asked, _reached in of.weakest(everybody)][:3]
    if weakest:
        yield Paragraph(_("得分占满分的百分比最低的考评项：{list}。").format(list=_("、").join(weakest)))


def _remedies(page: RemedyPage) -> Iterator[Block]:
    """What has to be put right, by whom and by when; what former rounds left over stands below."""
    yield Paragraph(_("{counted}。").format(counted=remedy_words.counted(page)))
    if page.lines:
        own = remedy_words.table(page, former=False)
        yield shared.table(own.headings[1:-1], [row[1:-1] for row in own.rows])
    if page.former:
        left = remedy_words.table(page, former=True)
        yield Paragraph(left.title, "strong")
        yield shared.table(left.headings[1:], [row[1:] for row in left.rows])


def _drawn(of: CountyResult, title: str) -> Iterator[Bars]:
    """The same as bars, where bars tell more than the table above them."""
    everybody = of.county.everybody
    drawn = {
        _("等次分布"): _grades(of, everybody),
        _("考评项（得分占满分的百分比，弱的在前）"): _criteria(of, everybody),
        _("单位"): _units(of),
    }
    bars = tuple(drawn.get(title, ()))
    if bars:
        yield Bars(title, bars)


def _grades(of: CountyResult, figures: Figures) -> Iterator[Bar]:
    counts = figures.grades or ()
    most = Fraction(max(counts, default=0) or 1)
    for grade, count in zip(of.grades, counts, strict=False):
        yield Bar(printable(grade.say(language())), (Fraction(count),), (_("{count} 人").format(count=count),), most)


def _criteria(of: CountyResult, figures: Figures) -> Iterator[Bar]:
    for asked, reached in of.weakest(figures):
        yield Bar(
            printable(asked.text.say(language())), (Fraction(reached.share),), (f"{reached.share}%",), Fraction(100)
        )


def _units(of: CountyResult) -> Iterator[Bar]:
    """By the mean total; the width is the highest one's, so that small differences stay small."""
    shown = [(each.name, each.sides.everybody.total) for each in of.units]
    most = max((Fraction(total.mean) for _name, total in shown if total is not None), default=Fraction(0))
    for name, total in shown:
        if total is not None and most:
            yield Bar(printable(name), (Fraction(total.mean),), (str(total.mean),), most)

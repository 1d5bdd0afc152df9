"""得分单: all that one cadre is shown of a result, so that the sum can be done again by hand from this paper."""

from collections.abc import Iterator

from cadre_tui.locale import _, language, pgettext
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.result import Part, Result
from cadre_tui.reports.document import Bars, Block, Column, Document, Fields, Signatures, Table
from cadre_tui.services.documents.issue import Issue
from cadre_tui.words import secrecy, terms
from cadre_tui.words.documents import criteria_tables, shared
from cadre_tui.words.printable import printable
from cadre_tui.words.results import result as words
from cadre_tui.words.results.comparing import beside_told


def score_sheet(of: Result, issue: Issue) -> Document:
    """The whole sheet."""
    numbers = shared.headings()
    blocks: list[Block] = [_person(of)]
    for text, said in (
        (_("总分是怎么算出来的"), [*_sum(of)]),
        (_("各考评项得分"), [*_criteria(of), *shared.notes((beside_told(of),)), *shared.errata(issue)]),
        (_("同事评分是怎么算出来的"), [*criteria_tables.worked(of)]),
        (_("自评是怎么算出来的"), [*criteria_tables.own(of)]),
        (_("扣分、理由和佐证"), [*criteria_tables.deductions(of)]),
        (_("同事写的评语"), [*shared.notes(_comments(of))]),
        (_("考评规则和保密"), [shared.rules(issue), *shared.notes(_promise(of, issue))]),
    ):
        if said:
            blocks += [shared.heading(numbers, text), *said]
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
    """The parts with their weights and how many answered, then the steps from them to the total and the grade."""
    columns = (
        Column(_("由谁填写、哪份考评表"), 34, "left"),
        Column(_("占总分"), 15),
        *(Column(each, 9) for each in (_("发出"), pgettext("counts", "收回"), _("有效"), _("无效"))),
        Column(_("得分"), 15),
    )
    yield Table(columns, tuple(_part(part, of) for part in of.parts))
    yield from shared.notes(words.total_steps(of, language()))
    if of.total is not None and of.grade is not None:
        yield from shared.notes((_("等次：{grade}").format(grade=of.grade.say(language())),))
    if sure := words.certainty(of):
        yield from shared.notes((sure,))


def _part(part: Part, of: Result) -> tuple[str, ...]:
    counts = part.counts
    told = (counts.asked, counts.returned, counts.valid, counts.void) if counts else (None,) * 4
    score = words.withheld(part, of) if part.score is None else str(part.score)
    return (
        printable(words.part_name(part, language())),
        words.weight(part, of),
        *map(shared.count, told),
        score,
    )


def _criteria(of: Result) -> Iterator[Block]:
    """Every criterion: as figures, by rater group, and as bars where there is something to compare."""
    if not of.criteria:
        yield from shared.notes((_("还没有可以显示的考评项：没有人提交，或者评价人不足。"),))
        return
    for name in dict.fromkeys(row.checklist for row in of.criteria):
        yield from criteria_tables.of_checklist(of, name)
    compared = [row for row in of.criteria if row.own is not None and row.peers is not None]
    if compared:
        bars = tuple(map(criteria_tables.bar, compared))
        yield Bars(_("自评和同事评价对照"), bars, (_("自评"), _("同事")))
    yield from shared.notes((*words.gap_sentences(of, language(), oneself=False), secrecy.kept_back(of)))


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

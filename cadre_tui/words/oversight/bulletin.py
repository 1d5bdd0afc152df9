"""The bulletin in words: as plain text, and as a page to print."""

from collections.abc import Sequence
from datetime import date

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.progress import Bulletin, Counts, UnitLine
from cadre_tui.model.rounds.round import FILLING
from cadre_tui.words import terms
from cadre_tui.words.oversight import audit, paper
from cadre_tui.words.oversight.reminders import deadlines
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds.title import round_title


def title(of: Bulletin) -> str:
    """What stands over it."""
    return printable(_("关于“{round}”进度情况的通报").format(round=round_title(of.title, of.mock)))


def paragraphs(of: Bulletin) -> tuple[str, ...]:
    """What is said before the table."""
    told = []
    about = _("截至{day}，{who}进度如下。").format(day=day(of.day), who=of.unit or _("各单位"))
    whole = [
        _("{purpose}应交 {given} 份，已交 {done} 份，占 {share}").format(
            purpose=terms.purpose(purpose), given=each.given, done=each.handed_in, share=share(each)
        )
        for purpose, each in of.counts.items()
    ]
    told.append(about + _("；").join(whole) + (_("。") if whole else ""))
    finished, people = sum(each.finished for each in of.units), sum(each.people for each in of.units)
    told.append(_("应参加 {people} 人，其中 {finished} 人已经全部交齐。").format(people=people, finished=finished))
    overdue = sum(each.overdue for each in of.counts.values())
    if overdue:
        told.append(_("已过截止时间还没有提交的有 {count} 份。").format(count=overdue))
    done = [each.unit for each in of.units if not each.whole.open]
    if done and of.unit is None:
        told.append(_("已经全部交齐的单位：{units}。").format(units=_("、").join(done)))
    if of.phase in FILLING and any(each.whole.open for each in of.units):
        if of.deadlines:
            told.append(_("截止时间：{until}。").format(until=deadlines(of.deadlines)))
        told.append(_("请还没有交齐的单位抓紧组织填写，确保按时完成。"))
    return tuple(map(printable, told))


def headings(of: Bulletin) -> tuple[str, ...]:
    """The columns of the table."""
    purposes = (terms.purpose(each) for each in _purposes(of))
    return (_("名次"), _("单位"), _("交齐／应参加（人）"), *purposes, _("完成率"))


def rows(of: Bulletin) -> tuple[tuple[str, ...], ...]:
    """A row a unit, in the order of progress; who is as far has the same place."""
    places = _places([each.whole.share for each in of.units])
    return tuple(_row(each, place, _purposes(of)) for each, place in zip(of.units, places, strict=True))


def as_text(of: Bulletin) -> str:
    """To be pasted: no columns, since nobody knows in what letters it will be shown."""
    lines = [title(of), ""]
    if of.mock:
        lines.append(_("（本轮是演练，数据不作考评依据）"))
    lines += [*paragraphs(of), ""]
    if of.unit is None:
        for place, name, people, *_shares, share_ in rows(of):
            lines.append(
                _("{place}. {unit}  完成率 {share}，交齐 {people} 人").format(
                    place=place, unit=name, share=share_, people=people
                )
            )
        lines.append("")
    return "\n".join([*lines, *signed(of), "", *seal(of)]) + "\n"


def as_html(of: Bulletin) -> str:
    """To be printed and posted, or opened in a word processor."""
    body = [paper.element("h1", title(of))]
    if of.mock:
        body.append(paper.element("p", _("（本轮是演练，数据不作考评依据）"), "mark"))
    body += [paper.element("p", each) for each in paragraphs(of)]
    if of.units:
        body.append(paper.table(headings(of), rows(of)))
    body += [paper.element("div", each, "right") for each in signed(of)]
    return paper.page(title(of), [*body, paper.seal(seal(of))])


def signed(of: Bulletin) -> tuple[str, ...]:
    """Who issues it, and when."""
    return printable(of.county) or _("考评组织者"), day(of.day)


def seal(of: Bulletin) -> tuple[str, ...]:
    """The hashes by which it can be checked later."""
    return audit.seal(of.rules_hash, of.last_hash)


def day(of: date) -> str:
    """A date as it is written in an official paper."""
    return _("{year}年{month}月{day}日").format(year=of.year, month=of.month, day=of.day)


def share(counts: Counts) -> str:
    """In per cent, cut off and never rounded up to a whole that it is not."""
    return f"{100 * counts.handed_in // counts.given}%" if counts.given else "-"


def _row(unit: UnitLine, place: int, purposes: Sequence[Purpose]) -> tuple[str, ...]:
    found = (unit.counts.get(each, Counts()) for each in purposes)
    shares = (f"{each.handed_in}/{each.given}" if each.given else "-" for each in found)
    return str(place), printable(unit.unit), f"{unit.finished}/{unit.people}", *shares, share(unit.whole)


def _purposes(of: Bulletin) -> list[Purpose]:
    return [each for each in Purpose if each in of.counts]


def _places(shares: Sequence[float]) -> list[int]:
    """The place of each: one more than how many are further."""
    return [1 + sum(other > share for other in shares) for share in shares]

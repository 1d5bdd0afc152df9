"""Reminders as they are handed round: one text for a group chat, one a person, slips to print."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.progress import Missing
from cadre_tui.model.rounds.round import Round
from cadre_tui.words import terms
from cadre_tui.words.oversight import paper
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds.title import round_title


def for_all(held: Round, whom: Sequence[Missing]) -> str:
    """One text to paste into a group: by unit who has not handed in, and by when."""
    title = round_title(held.rules.title, held.rules.mock)
    head = _("【提醒】{title}还有 {count} 位同志没有交齐，请尽快登录程序填写并提交：")
    lines = [head.format(title=title, count=len(whom))]
    for unit in dict.fromkeys(each.person.unit_name for each in whom):
        names = _("、").join(each.person.name for each in whom if each.person.unit_name == unit)
        lines.append(_("{unit}：{people}").format(unit=unit, people=names))
    until = deadlines(held.deadlines)
    if until:
        lines.append(_("截止时间：{until}。").format(until=until))
    lines.append(_("已经提交的同志不用理会。填写的内容自动保存，全部答完以后要提交才算数。"))
    return "\n".join(map(printable, lines))


def nobody_missing(held: Round) -> str:
    """Nobody is to be reminded. Who has yet to vote by ballot nobody knows, and that is not said to be nobody."""
    if held.rules.anonymous:
        return _("没有要提醒的人：要登录填写的都交齐了；谁抽了票条还没有投，程序不知道。")
    return _("都交齐了，没有要提醒的人。")


def for_one(held: Round, one: Missing) -> str:
    """The text to one person: what is open, and this person's own deadline."""
    open_ = _("、").join(
        _("{purpose} {count} 份").format(purpose=terms.purpose(purpose), count=count)
        for purpose, count in one.open.items()
    )
    lines = [
        _("{name}同志：").format(name=one.person.name),
        _("您在“{title}”里还有没提交的：{open}。").format(
            title=round_title(held.rules.title, held.rules.mock), open=open_
        ),
    ]
    until = deadlines({purpose: each for purpose, each in one.person.deadlines.items() if purpose in one.open})
    if until:
        lines.append(_("截止时间：{until}。").format(until=until))
    lines.append(_("请登录程序填写并提交。填写的内容自动保存，全部答完以后要提交才算数。"))
    return "\n".join(map(printable, lines))


def subject(held: Round) -> str:
    """The line over a mail."""
    return printable(_("请完成：{title}").format(title=round_title(held.rules.title, held.rules.mock)))


def slips(held: Round, whom: Sequence[Missing], seal: Sequence[str]) -> str:
    """A page of slips to cut apart, one a person, by unit."""
    title = _("提醒条：{title}").format(title=round_title(held.rules.title, held.rules.mock))
    cut = []
    for each in whom:
        place = " ".join(part for part in (each.person.unit_name, each.person.duty) if part)
        lines = [place, *for_one(held, each).split("\n")]
        cut.append('<div class="slip">' + "<br>".join(map(paper.told, lines)) + "</div>")
    return paper.page(title, [paper.element("h1", title), *cut, paper.seal(seal)])


def deadlines(by_purpose: Mapping[Purpose, datetime]) -> str:
    """One moment where all are the same, else each with its purpose."""
    if len(set(by_purpose.values())) == 1:
        return moment(next(iter(by_purpose.values())))
    return _("，").join(
        _("{purpose} {until}").format(purpose=terms.purpose(purpose), until=moment(until))
        for purpose, until in by_purpose.items()
    )


def moment(at: datetime) -> str:
    """A day and an hour in their own zone."""
    return _("{year}年{month}月{day}日 {time}").format(year=at.year, month=at.month, day=at.day, time=f"{at:%H:%M}")

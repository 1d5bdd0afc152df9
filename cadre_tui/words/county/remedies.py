"""The remedy list in words."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.oversight.remedy import RemedyLine, RemedyPage, RemedyState
from cadre_tui.words.oversight.appeals import moment
from cadre_tui.words.rounds.title import round_title
from cadre_tui.words.tables import Table

STATES: Final = {
    RemedyState.OPEN: N_("待整改"),
    RemedyState.WORKING: N_("整改中"),
    RemedyState.REPORTED: N_("待核查"),
    RemedyState.SETTLED: N_("已销号"),
    RemedyState.DROPPED: N_("已撤销"),
}


def state(each: RemedyLine, today: date) -> str:
    """How far it is; that its day has passed is said, too."""
    word = _(STATES[each.remedy.state])
    return _("{state}，逾期").format(state=word) if each.remedy.late(today) else word


def whose(each: RemedyLine) -> str:
    """The unit's name, or the county."""
    return each.unit or _("全县")


def counted(page: RemedyPage) -> str:
    """How many there are, how many are left to do and late, how many wait to be looked at."""
    every = [each.remedy for each in (*page.lines, *page.former)]
    left = sum(not each.over for each in every)
    late = sum(each.late(page.today) for each in every)
    waiting = sum(each.state is RemedyState.REPORTED for each in every)
    told = _("共 {count} 项，{left} 项没有了结").format(count=len(every), left=left)
    told += _("，{late} 项逾期").format(late=late) if late else ""
    return told + (_("，{waiting} 项待核查").format(waiting=waiting) if waiting else "")


def table(page: RemedyPage, *, former: bool) -> Table:
    """This round's items, or those of former rounds."""
    headings = (_("编号"), _("范围"), _("整改事项"), _("责任人"), _("期限"), _("情况"), _("轮次"))
    rows = [
        (
            each.remedy.id,
            whose(each),
            each.remedy.text.replace("\n", " "),
            each.owner,
            each.remedy.due.isoformat(),
            state(each, page.today),
            round_title(each.title, each.mock),
        )
        for each in (page.former if former else page.lines)
    ]
    return Table(_("以前各轮的整改事项") if former else _("整改清单"), headings, rows)


def told(each: RemedyLine, today: date) -> Iterator[tuple[str, str]]:
    """All that is known of an item: what, and what is said."""
    remedy = each.remedy
    yield _("整改事项"), remedy.text
    if each.about is not None:
        yield _("考评项"), each.about.say(language())
    yield _("范围"), whose(each)
    yield _("责任人"), f"{each.owner}（{remedy.owner}）" if each.owner != remedy.owner else each.owner
    yield _("期限"), remedy.due.isoformat()
    yield _("情况"), state(each, today)
    yield _("轮次"), round_title(each.title, each.mock)
    yield moment(remedy.at), _("{name} 列入清单").format(name=each.names.get(remedy.by, remedy.by))
    for step in remedy.steps:
        name = each.names.get(step.by, step.by)
        what = _("改责任人或者期限") if step.owner or step.due else _(STATES[step.state])
        yield moment(step.at), _("{name}：{what}。{note}").format(name=name, what=what, note=step.note)

"""What stands on the page on which one person is given time, or given back what they handed in. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.progress import PersonLine
from cadre_tui.tui.actions import Entry
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.rounds.lines import INDENT, told
from cadre_tui.words import terms
from cadre_tui.words.rounds.rules import moment


def person_entry(person: PersonLine, go: Callable[[], object]) -> Entry:
    """One of those among whom somebody is found by name, pinyin, id, unit or post."""
    syllables = person.sort_key.split()
    also = ("".join(syllables), "".join(each[0] for each in syllables), person.id)
    return Entry(f"{person.name}  {person.unit_name} {person.duty}".rstrip(), go, hint=person.id, also=" ".join(also))


def choices(person: PersonLine, *, back: bool) -> tuple[Purpose, ...]:
    """The purposes of which something can be given: all that are asked, or those of which something is handed in."""
    return tuple(each for each in Purpose if each in (person.returnable if back else person.extendable))


def until_label(person: PersonLine, purpose: Purpose, *, back: bool) -> str:
    """What is to be typed as the moment."""
    if not back:
        return _("延到什么时候（北京时间；只写日期，是到当天结束）：")
    if purpose in person.writable:
        return _("到什么时候以前重新提交（现在还能填，可以不写）：")
    return _("现在已经不能填，要写明到什么时候以前重新提交：")


def asking_rows(person: PersonLine, chosen: Purpose | None, glyphs: Glyphs, width: int, *, back: bool) -> list[Row]:
    """Who it is, of which purpose, and what it means."""
    who = f"{person.name} {glyphs.dot} {person.unit_name} {person.duty}".rstrip()
    rows = [words(line(INDENT, Part(who, "next"))), blank(), rule(_("哪一类"), "", glyphs)]
    offered = choices(person, back=back)
    column = max((width_of(terms.purpose(each)) for each in offered), default=0) + 2
    for each in offered:
        here = each is chosen
        counts = person.counts[each]
        count = _("已提交 {done}/{all}").format(done=counts.handed_in, all=counts.given)
        parts = [
            f"{glyphs.cursor} " if here else "  ",
            fit(terms.purpose(each), column),
            fit(count, width_of(count) + 2),
        ]
        until = person.deadlines.get(each)
        if until is not None:
            parts.append(_("截止 {until}").format(until=moment(until)))
        drawn = words(line(INDENT, Part("".join(parts), "next" if here else "")))
        rows.append(replace(drawn, name=each.value))
    if not offered:
        return rows + told(glyphs.dot, _("这个人还没有提交过，没有可以退回的。"), width)
    rows.append(blank())
    for each_said in meanings(back=back):
        rows += told(glyphs.dot, each_said, width)
    return rows


def row_of(rows: Sequence[Row], purpose: Purpose) -> int | None:
    """Where a purpose stands among them: on a low screen it is kept in sight."""
    return next((at for at, each in enumerate(rows) if each.name == purpose.value), None)


def meanings(*, back: bool) -> Sequence[str]:
    """What comes of it."""
    if back:
        return (
            _("原件保留，谁也看不到内容。"),
            _("这一类已经提交的全部退回；重新提交以前不计入。"),
            _("理由本人看得到，并记入操作记录。"),
        )
    return _("只给这一个人、这一类，别人的截止时间不变。"), _("理由记入操作记录。")


def agreeing_rows(
    person: PersonLine,
    purpose: Purpose,
    until: datetime | None,
    reason: str,
    glyphs: Glyphs,
    width: int,
    *,
    back: bool,
) -> list[Row]:
    """What will be done, to be agreed to."""
    values = {"name": person.name, "purpose": terms.purpose(purpose), "count": person.counts[purpose].handed_in}
    what = _("退回 {name} 的“{purpose}”{count} 份。") if back else _("给 {name} 的“{purpose}”延期。")
    rows = [rule(_("请核对"), "", glyphs), *told(glyphs.dot, what.format(**values), width)]
    if until is not None:
        rows += told(glyphs.dot, _("新的截止时间：{until}").format(until=moment(until)), width)
    rows += told(glyphs.dot, _("理由：{reason}").format(reason=reason), width)
    for each in meanings(back=back):
        rows += told(glyphs.dot, each, width)
    return [*rows, blank(), words(line(INDENT, Part(_("还没有办：看清以后按 y 照办，按 Esc 回去改。"), "next")))]


def done(person: PersonLine, purpose: Purpose, until: datetime | None, count: int, *, back: bool) -> str:
    """What was done."""
    values = {"name": person.name, "purpose": terms.purpose(purpose), "count": count}
    values["until"] = moment(until) if until else ""
    if not back:
        return _("{name} 的“{purpose}”延期到 {until}。").format(**values)
    told_back = _("退回了 {name} 的“{purpose}”{count} 份，原件保留；重新提交以前不计入。").format(**values)
    return told_back + (_("截止时间延到 {until}。").format(**values) if until else "")

"""What happens, or happened, to people, as rows: grouped by what it is, before and after. Pure."""

from collections.abc import Sequence
from functools import partial

from cadre_tui.locale import _
from cadre_tui.model.people.person import Person
from cadre_tui.model.people.roster_change import Changed, Happening, RosterChange, differing
from cadre_tui.model.people.roster_history import Difference, Import
from cadre_tui.services.people.history import CHINA
from cadre_tui.tui.drawing.columns import cut, fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.progress import moment
from cadre_tui.words import terms
from cadre_tui.words.people import persons as told

ID, NAME = 8, 10


def change_rows(change: RosterChange, glyphs: Glyphs) -> list[Row]:
    """Everybody whom an import changes, group by group with its count."""
    rows: list[Row] = []
    for happening, people in ((Happening.JOINED, change.joined), (Happening.LEFT, change.left)):
        rows += _group(happening, [_somebody(each, place(each), glyphs) for each in people], glyphs)
    for happening, changed in change.happened().items():
        told_of = [_somebody(each.after, _what(happening, each), glyphs) for each in changed]
        rows += _group(happening, told_of, glyphs)
    for heading, units in ((_("新的单位"), change.units_joined), (_("不再有的单位"), change.units_left)):
        if units:
            rows += [
                words(line(Part(heading, "strong"))),
                *(words(line("  " + each.name)) for each in units),
                blank(),
            ]
    return rows


def _group(happening: Happening, people: Sequence[Row], glyphs: Glyphs) -> list[Row]:
    if not people:
        return []
    signs = {
        Happening.JOINED: "+",
        Happening.LEFT: "-",
        Happening.PROMOTED: glyphs.up,
        Happening.DEMOTED: glyphs.down,
    }
    sign = signs.get(happening, glyphs.not_applicable)
    heading = _("{what}（{count} 人）").format(what=told.happening(happening), count=len(people))
    return [words(line(Part(f"{sign} {heading}", "strong"))), *people, blank()]


def _somebody(person: Person, what: str, glyphs: Glyphs) -> Row:
    def draw(width: int, here: bool) -> Line:
        del here
        who = f"  {fit(person.id, ID, ellipsis=glyphs.ellipsis)} {fit(person.name, NAME, ellipsis=glyphs.ellipsis)} "
        return line(who, cut(what, max(width - ID - NAME - 4, 0), glyphs.ellipsis))

    return Row(draw)


def place(person: Person) -> str:
    """Where somebody is, at which level, as what."""
    return " ".join(part for part in (person.unit, terms.level(person.level), person.duty) if part)


def _what(happening: Happening, each: Changed) -> str:
    """The fields that show it, before and after."""
    fields = told.shown_by(happening, each.fields)
    parts = []
    for name in fields:
        before, after = told.value(each.before, name) or _("（无）"), told.value(each.after, name) or _("（无）")
        label = told.field(name) + " " if happening is Happening.OTHER else ""
        parts.append(f"{label}{before} -> {after}")
    return _("；").join(parts)


def history_rows(changes: Sequence[tuple[Import, Difference]], glyphs: Glyphs) -> list[Row]:
    """What each import changed about one person, the newest first."""
    rows: list[Row] = []
    happened = [word for _done, each in changes for word, _what_changed in _events(each)]
    column = max(map(width_of, happened), default=0) + 1
    for done, each in changes:
        by = done.by_name or done.by
        head = _("{when}  {who} 导入").format(when=moment(done.at.astimezone(CHINA)), who=by)
        rows.append(words(line(Part(head, "quiet"))))
        rows += [Row(partial(_event, *event, column, glyphs)) for event in _events(each)]
    return rows or [words(line("  ", Part(_("没有变动记录。"), "quiet")))]


def _events(each: Difference) -> list[tuple[str, str]]:
    if each.before is None or each.after is None:
        (happening,) = each.happenings
        return [(told.happening(happening), place(each.person))]
    fields = differing(each.before, each.after)
    changed = Changed(before=each.before, after=each.after, fields=fields)
    return [(told.happening(happening), _what(happening, changed)) for happening in changed.happenings]


def _event(word: str, what: str, column: int, glyphs: Glyphs, width: int, here: bool) -> Line:
    del here
    name = fit(word, column)
    return line("  ", Part(name, "strong"), " " + cut(what, max(width - column - 3, 0), glyphs.ellipsis))

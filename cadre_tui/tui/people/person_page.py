"""What an organiser sees of one person: posts, ties, and what became of them. Pure."""

from collections.abc import Sequence

from cadre_tui.locale import _
from cadre_tui.model.people.account import AccountLine, Entry
from cadre_tui.model.people.person import Person, Roster
from cadre_tui.model.people.roster_history import Difference, Import
from cadre_tui.tui.drawing.columns import fit, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.people.change_rows import history_rows
from cadre_tui.tui.people.list_page import standing
from cadre_tui.words.people import accounts
from cadre_tui.words.people import persons as told

LABEL = 18
"""Cells of the names of what is told."""


def person_rows(
    person: Person,
    roster: Roster,
    changes: Sequence[tuple[Import, Difference]],
    account: AccountLine,
    glyphs: Glyphs,
    width: int,
) -> list[Row]:
    """Everything, from today's posts down to the first import."""
    if roster.person(person.id) is not None:
        told_of, post = "", facts(person, roster, glyphs)
    elif changes:
        told_of, post = _("已不在花名册上"), facts(person, roster, glyphs)
    else:
        told_of, post = _("不在花名册上"), [(_("编号"), person.id)]
    rows = [rule(_("职务"), told_of, glyphs)]
    for name, value in (*post, *access(account, roster, glyphs)):
        lines = wrap(value, max(width - LABEL - 3, 10))
        rows.append(words(line("  ", Part(fit(name, LABEL), "quiet"), " " + lines[0])))
        rows += [words(line(" " * (LABEL + 3) + more)) for more in lines[1:]]
    return [*rows, blank(), rule(_("变动记录"), "", glyphs), *history_rows(changes, glyphs)]


def facts(person: Person, roster: Roster, glyphs: Glyphs) -> list[tuple[str, str]]:
    """What the roster says, each with its name; what it does not say is left out."""
    units = {each.id: each.name for each in roster.units}
    by_id = {each.id: each for each in roster.people}

    def named(person_id: str) -> str:
        found = by_id.get(person_id)
        return f"{found.name}（{person_id}）" if found else person_id

    superior = by_id.get(person.superior)
    post = f"{named(person.superior)} {superior.duty}" if superior else person.superior
    found = [
        (_("编号"), person.id),
        (told.field("unit"), units.get(person.unit, person.unit)),
        (told.field("duty"), person.duty),
        (told.field("level"), told.value(person, "level")),
        (_("在岗情况"), standing(person, glyphs)),
        (told.field("rated"), "" if person.rated else _("仅评价")),
        (told.field("also_in"), _("、").join(units.get(each, each) for each in person.also_in)),
        (told.field("superior"), post.strip()),
        (_("下级"), _("、").join(named(each.id) for each in roster.people if each.superior == person.id)),
        (told.field("serves"), _("、").join(units.get(each, each) for each in person.serves)),
        (told.field("colleagues"), _("、").join(map(named, person.colleagues))),
    ]
    return [(name, value) for name, value in found if value]


def access(account: AccountLine, roster: Roster, glyphs: Glyphs) -> list[tuple[str, str]]:
    """Whether somebody can get in (a sign and words), and as what."""
    sign = {Entry.NONE: glyphs.not_begun, Entry.CODE: glyphs.begun, Entry.PASSWORD: glyphs.done}[account.entry]
    units = {each.id: each.name for each in roster.units}
    named = account.model_copy(update={"units": tuple(units.get(each, each) for each in account.units)})
    found = [(_("账号"), f"{sign} {accounts.entry(account)}"), (_("可用身份"), accounts.roles(named))]
    return [(name, value) for name, value in found if value]

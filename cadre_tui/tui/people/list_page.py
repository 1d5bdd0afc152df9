"""How the county's people are laid out for an organiser: by unit, a line a person. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.people.account import AccountLine
from cadre_tui.model.people.person import Person, Roster, Standing
from cadre_tui.tui.drawing.columns import cut, fit
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words import terms
from cadre_tui.words.people import accounts
from cadre_tui.words.people import persons as words

NAME, DUTY, LEVEL, STANDING = 10, 18, 15, 12
WIDE: Final = 100
"""Cells from which duties and levels have more room."""


@dataclass(frozen=True)
class Found:
    """A person, and everything by which they are found, in small letters."""

    person: Person
    said: str


def findable(roster: Roster) -> tuple[Found, ...]:
    """The people of a roster, by unit in its order and by the way their names are read within one."""
    names = {each.id: each.name for each in roster.units}
    order = {each.id: at for at, each in enumerate(roster.units)}
    people = sorted(roster.people, key=lambda each: (order.get(each.unit, len(order)), each.sort_key, each.id))
    return tuple(Found(each, _said(each, names)) for each in people)


def _said(person: Person, names: Mapping[str, str]) -> str:
    syllables = person.sort_key.split()
    pinyin = ("".join(syllables), "".join(each[0] for each in syllables))
    units = (names.get(each, each) for each in (person.unit, *person.also_in))
    state = words.standing(person.standing), terms.level(person.level), "" if person.rated else _("仅评价")
    return " ".join((person.name, person.id, *units, person.duty, *state, *syllables, *pinyin)).casefold()


def matching(people: Sequence[Found], typed: str) -> tuple[Person, ...]:
    """Whoever's name, pinyin, id, unit, duty, level or standing hold every word that was typed."""
    wanted = typed.casefold().split()
    return tuple(each.person for each in people if all(word in each.said for word in wanted))


def matching_outside(outside: Sequence[AccountLine], typed: str) -> tuple[AccountLine, ...]:
    """Whoever's name, id or roles hold every word that was typed."""
    wanted = typed.casefold().split()
    said = {each.person: f"{each.name} {each.person} {accounts.roles(each)}".casefold() for each in outside}
    return tuple(each for each in outside if all(word in said[each.person] for word in wanted))


def standing(person: Person, glyphs: Glyphs) -> str:
    """A sign and a word for whether somebody is at the post."""
    sign = {
        Standing.ON_DUTY: glyphs.done,
        Standing.SECONDED: glyphs.begun,
        Standing.ON_LEAVE: glyphs.not_begun,
    }[person.standing]
    return f"{sign} {words.standing(person.standing)}"


class PeopleMenu(Menu):
    """A heading a unit, a line a person; last those who have an account without being in the roster."""

    def __init__(
        self,
        people: Sequence[Person],
        names: Mapping[str, str],
        open_person: Callable[[str], object],
        glyphs: Glyphs,
        outside: Sequence[AccountLine] = (),
    ) -> None:
        self._names = names
        self._glyphs = glyphs
        units: dict[str, list[Person]] = {}
        for each in people:
            units.setdefault(each.unit, []).append(each)
        rows: list[Row] = []
        for unit, of_unit in units.items():
            rows.append(Row(partial(self._heading, self._told(unit, of_unit))))
            rows += [Row(partial(self._line, each), partial(open_person, each.id), each.id) for each in of_unit]
        if outside:
            rows.append(Row(partial(self._heading, _("不在花名册上的账号"))))
            rows += [
                Row(partial(self._account, each), partial(open_person, each.person), each.person) for each in outside
            ]
        super().__init__(rows)

    def head(self, width: int) -> Sequence[Line]:
        """The columns' names."""
        told = self._columns(_("姓名"), _("职务"), _("层级"), _("在岗情况"), _("另有"), width)
        return (line(Part(f"  {told}", "quiet")),)

    def _told(self, unit: str, people: Sequence[Person]) -> str:
        away = sum(each.standing is not Standing.ON_DUTY for each in people)
        told = _("{unit}：{count} 人").format(unit=self._names.get(unit, unit), count=len(people))
        return told + (_("，{away} 人不在岗").format(away=away) if away else "")

    def _heading(self, told: str, width: int, here: bool) -> Line:
        del here
        return line(Part(fit(told, width, ellipsis=self._glyphs.ellipsis), "quiet"))

    def _line(self, person: Person, width: int, here: bool) -> Line:
        sign = self._glyphs.cursor if here else " "
        also = _("、").join(self._names.get(each, each) for each in person.also_in)
        more = [_("仅评价")] if not person.rated else []
        more += [_("兼 {units}").format(units=also)] if also else []
        state = standing(person, self._glyphs)
        level = terms.level(person.level)
        told = self._columns(person.name, person.duty, level, state, _("，").join(more), width)
        return line(Part(f"{sign} {told}", "strong" if here else ""))

    def _account(self, account: AccountLine, width: int, here: bool) -> Line:
        sign = self._glyphs.cursor if here else " "
        name = fit(account.name, NAME, ellipsis=self._glyphs.ellipsis)
        told = cut(accounts.roles(account), max(width - NAME - 3, 0), self._glyphs.ellipsis)
        return line(Part(f"{sign} {name} {told}", "strong" if here else ""))

    def _columns(self, name: str, duty: str, level: str, state: str, more: str, width: int) -> str:
        ellipsis = self._glyphs.ellipsis
        wider = 10 if width >= WIDE else 0
        parts = [fit(name, NAME, ellipsis=ellipsis), fit(duty, DUTY + wider, ellipsis=ellipsis)]
        parts += [fit(level, LEVEL + wider, ellipsis=ellipsis), fit(state, STANDING, ellipsis=ellipsis)]
        start = " ".join(parts) + " "
        return start + cut(more, max(width - 2 - sum((NAME, DUTY, LEVEL, STANDING, 4)) - 2 * wider, 0), ellipsis)

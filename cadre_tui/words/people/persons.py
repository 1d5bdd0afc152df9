"""What is told about people: where they stand, and what happened to them from one roster to the next."""

from collections.abc import Iterable, Mapping
from typing import Final

from cadre_tui.locale import N_, _, pgettext
from cadre_tui.model.people.person import Person, Standing
from cadre_tui.model.people.roster_change import ALWAYS_TOLD, Field, Happening
from cadre_tui.words import terms

FIELDS: Final[Mapping[Field, str]] = {
    "name": N_("姓名"),
    "unit": N_("单位"),
    "level": N_("层级"),
    "duty": N_("职务"),
    "colleagues": N_("评价同事"),
    "superior": N_("上级"),
    "also_in": N_("兼任单位"),
    "serves": N_("服务单位"),
    "standing": N_("状态"),
    "rated": N_("参评"),
}

STANDINGS: Final[Mapping[Standing, str]] = {
    Standing.ON_DUTY: N_("在岗"),
    Standing.SECONDED: N_("借调"),
}

HAPPENINGS: Final[Mapping[Happening, str]] = {
    Happening.JOINED: N_("增加"),
    Happening.LEFT: N_("减少"),
    Happening.MOVED: N_("调动单位"),
    Happening.PROMOTED: N_("层级晋升"),
    Happening.DEMOTED: N_("层级降低"),
    Happening.LEVEL_CHANGED: N_("层级变动"),
    Happening.SECONDED: N_("借调"),
    Happening.BACK: N_("回到岗位"),
    Happening.POST_TAKEN_UP: N_("新任兼职"),
    Happening.POST_GIVEN_UP: N_("免去兼职"),
    Happening.NOW_RATED: N_("转为参评"),
    Happening.NOW_ONLY_RATES: N_("转为仅评价"),
    Happening.OTHER: N_("其他变动"),
}

TOLD_BY: Final[Mapping[Happening, tuple[Field, ...]]] = {
    Happening.MOVED: ("unit",),
    Happening.PROMOTED: ("level",),
    Happening.DEMOTED: ("level",),
    Happening.LEVEL_CHANGED: ("level",),
    Happening.SECONDED: ("standing",),
    Happening.ON_LEAVE: ("standing",),
    Happening.BACK: ("standing",),
    Happening.POST_TAKEN_UP: ("also_in",),
    Happening.POST_GIVEN_UP: ("also_in",),
    Happening.NOW_RATED: ("rated", "level"),
    Happening.NOW_ONLY_RATES: ("rated", "level"),
}
"""The fields that show what happened."""


def standing(code: Standing) -> str:
    """Whether somebody is at the post."""
    return _away() if code is Standing.ON_LEAVE else _(STANDINGS[code])


def happening(code: Happening) -> str:
    """What happened to somebody."""
    return _away() if code is Happening.ON_LEAVE else _(HAPPENINGS[code])


def _away() -> str:
    """On leave for long: another word in English than for somebody excused from one session."""
    return pgettext("roster", "请假")


def field(name: Field) -> str:
    """What a column of the roster is called."""
    return _(FIELDS[name])


def value(person: Person, name: Field) -> str:
    """What the roster says in one column about somebody."""
    held = getattr(person, name)
    if name == "level":
        return terms.level(person.level)
    if name == "standing":
        return standing(person.standing)
    if name == "rated":
        return _("参评") if person.rated else _("仅评价")
    return _("、").join(held) if isinstance(held, tuple) else str(held)


def shown_by(code: Happening, fields: Iterable[Field]) -> tuple[Field, ...]:
    """Of the fields that differ, those that show this happening."""
    differ = tuple(fields)
    if code is Happening.OTHER:
        return tuple(each for each in differ if each not in ALWAYS_TOLD) or differ
    return tuple(each for each in TOLD_BY[code] if each in differ)


def counted(counts: Mapping[Happening, int]) -> str:
    """How many people what happened to, in one line."""
    told = (_("{what} {count} 人").format(what=happening(code), count=count) for code, count in counts.items())
    return _("，").join(told)

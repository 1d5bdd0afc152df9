"""Accounts in words: roles, and whether somebody can sign in."""

from collections.abc import Mapping
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.people.account import AccountLine, Entry
from cadre_tui.model.people.person import Role
from cadre_tui.words import terms

ROLES: Final[Mapping[str, str]] = {
    Role.ORGANISER: N_("组织者"),
    Role.CLERK: N_("单位联络员"),
    Role.SUPERVISOR: N_("督查员"),
    Role.CADRE: N_("干部"),
    Role.RATER: N_("评价人"),
}

ENTRIES: Final = {
    Entry.PASSWORD: N_("已设密码"),
    Entry.CODE: N_("激活码未用"),
    Entry.NONE: N_("未发激活码"),
}


def role(code: Role) -> str:
    """What somebody acts as."""
    return _(ROLES[code])


def roles(line: AccountLine) -> str:
    """All that somebody may act as; a clerk's units beside it."""
    clerk = _("{role}（{units}）").format(role=role(Role.CLERK), units=_("、").join(line.units))
    return _("、").join(clerk if each is Role.CLERK else role(each) for each in line.roles)


def entry(line: AccountLine) -> str:
    """Whether somebody can sign in, and how long they must wait for it."""
    told = _(ENTRIES[line.entry])
    return told + _("，还要等 {wait}").format(wait=terms.wait(line.wait)) if line.wait else told

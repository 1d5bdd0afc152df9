"""The roles that an organiser may give somebody or take away, each as something to choose. Pure."""

from dataclasses import dataclass

from cadre_tui.locale import _
from cadre_tui.model.people.account import AccountLine
from cadre_tui.model.people.person import Role, Roster
from cadre_tui.words.people import accounts


@dataclass(frozen=True)
class Choice:
    """A role, for a clerk with units (ids), and how it is called."""

    label: str
    role: Role
    units: tuple[str, ...] = ()


def givable(account: AccountLine, roster: Roster) -> list[Choice]:
    """What the person is not yet: clerk of each unit, supervisor, organiser."""
    clerk = [each for each in roster.units if each.id not in account.units]
    others = [each for each in (Role.SUPERVISOR, Role.ORGANISER) if each not in account.roles]
    return [
        *(Choice(_of_unit(each.name), Role.CLERK, (each.id,)) for each in clerk),
        *(Choice(accounts.role(each), each) for each in others),
    ]


def takable(account: AccountLine, roster: Roster) -> list[Choice]:
    """What the person was given; of a clerk of several units also all at once."""
    names = {each.id: each.name for each in roster.units}
    found = [Choice(_of_unit(names.get(each, each)), Role.CLERK, (each,)) for each in account.units]
    if len(account.units) > 1:
        found.append(Choice(_of_unit(_("全部单位")), Role.CLERK, account.units))
    return [
        *found,
        *(Choice(accounts.role(each), each) for each in account.roles if each in (Role.SUPERVISOR, Role.ORGANISER)),
    ]


def _of_unit(unit: str) -> str:
    return _("{role}（{units}）").format(role=accounts.role(Role.CLERK), units=unit)

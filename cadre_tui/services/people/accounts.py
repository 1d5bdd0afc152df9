"""Accounts by one name: who somebody is, how it is proved, what it lets them act as. Each has a module of its own."""

from cadre_tui.services.people.activation import (
    activate,
    issue_activation_codes,
    needs_activation,
    set_password,
    slips_of,
    without_code,
)
from cadre_tui.services.people.identity import FIRST, county_name, current_roster, who_is
from cadre_tui.services.people.passwords import SHORTEST_PASSWORD
from cadre_tui.services.people.roles import act_as, roles
from cadre_tui.services.people.sign_in import change_password, first_organiser, prove_again, sign_in
from cadre_tui.services.people.tokens import TOKEN_LIFE, issue_token, sign_in_with_token

__all__ = [
    "FIRST",
    "SHORTEST_PASSWORD",
    "TOKEN_LIFE",
    "act_as",
    "activate",
    "change_password",
    "county_name",
    "current_roster",
    "first_organiser",
    "issue_activation_codes",
    "issue_token",
    "needs_activation",
    "prove_again",
    "roles",
    "set_password",
    "sign_in",
    "sign_in_with_token",
    "slips_of",
    "who_is",
    "without_code",
]

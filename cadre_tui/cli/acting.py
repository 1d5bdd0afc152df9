"""Who acts: the county is opened, and whoever is named ``--as`` proves who they are."""

import os
from typing import TYPE_CHECKING

from cadre_tui.cli import asking
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import cache_folder, checklist_folders, data_folder, permission_file, store_url
from cadre_tui.locale import _
from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.people.person import Role

if TYPE_CHECKING:
    from cadre_tui.services.county import County
    from cadre_tui.services.session import Session


def county_of(invocation: Invocation) -> "County":
    """The county that the command is about.

    Raises:
        StoreFailure: nobody has made it yet.
    """
    from cadre_tui.services.county import is_made  # noqa: PLC0415 - only where a store is opened

    county = opened(invocation)
    if not is_made(county):
        raise StoreFailure("county-not-made", place=invocation.store or str(data_folder(invocation)))
    return county


def opened(invocation: Invocation) -> "County":
    """The county whose data the command names, made or not."""
    from cadre_tui.services.county import open_county  # noqa: PLC0415 - only where a store is opened

    return open_county(
        store_url(invocation),
        folders=checklist_folders(invocation),
        plugins=invocation.plugins,
        permission=permission_file(invocation),
        cache=cache_folder(),
    )


def session_of(invocation: Invocation, role: Role) -> "Session":
    """The person who acts, in that role: by ``CADRE_TOKEN``, else by the password on standard input.

    Raises:
        BadInput: nobody is named, or nothing is to be read.
        NotPermitted: the password or the token is wrong, or the role is not theirs.
    """
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415 - only where somebody acts

    return act_as(signed_in(invocation), role)


def signed_in(invocation: Invocation) -> "Session":
    """The person who acts, in the role that they begin with."""
    from cadre_tui.services.people import accounts  # noqa: PLC0415 - only where somebody acts

    county = county_of(invocation)
    token = os.environ.get("CADRE_TOKEN")
    who = invocation.acting
    if not token:
        if not who:
            raise BadInput("acting-missing")
        return accounts.sign_in(county, who, asking.secret(_("密码：")))
    session = accounts.sign_in_with_token(county, token)
    if who and who != session.person:
        person = accounts.who_is(county, session.person)
        if person is None or person.name != who:
            raise BadInput("token-of-another", who=who)
    return session


def watching(invocation: Invocation) -> "Session":
    """The session of somebody who watches over rounds: the organiser's role, else the supervisor's, else the clerk's.

    Raises:
        NotPermitted: the person has none of them.
    """
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415 - only where somebody acts

    session = signed_in(invocation)
    for role in (Role.ORGANISER, Role.SUPERVISOR, Role.CLERK):
        if role in session.roles:
            return act_as(session, role)
    return act_as(session, Role.ORGANISER)


def overseeing(invocation: Invocation, *, else_role: Role = Role.ORGANISER) -> "Session":
    """The session of an organiser, else of a supervisor; of somebody who is neither, in ``else_role``.

    Raises:
        NotPermitted: the person has none of them.
    """
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415 - only where somebody acts

    session = signed_in(invocation)
    roles = (role for role in (Role.ORGANISER, Role.SUPERVISOR) if role in session.roles)
    return act_as(session, next(roles, else_role))

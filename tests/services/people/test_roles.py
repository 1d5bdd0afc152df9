"""Roles are given and taken by an organiser; what was begun before does not outlive what was taken."""

import pytest

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.services.people import accounts, roles, roster
from cadre_tui.store import keys
from tests.refusing import forbidden
from tests.services.small import ORGANISER, PASSWORD, PEOPLE, Small, write_roster


def test_a_role_that_was_given_is_there_at_the_next_sign_in(small: Small) -> None:
    roles.grant(small.organiser, "a1", Role.SUPERVISOR)
    roles.grant(small.organiser, "a1", Role.CLERK, ["甲单位"])
    roles.grant(small.organiser, "a1", Role.CLERK, ["乙单位", "甲单位"])
    session = small.signed_in("a1")
    assert accounts.roles(session) == (Role.CADRE, Role.CLERK, Role.SUPERVISOR)
    assert session.units == {"甲单位", "乙单位"}
    assert accounts.act_as(session, Role.CLERK).units == session.units


def test_whoever_is_not_in_the_roster_can_be_given_an_account(small: Small) -> None:
    with forbidden("person-unknown-nameless", BadInput):
        roles.grant(small.organiser, "jw1", Role.SUPERVISOR)
    with forbidden("organiser-id", BadInput):
        roles.grant(small.organiser, "a b/c", Role.SUPERVISOR, name="纪一")
    roles.grant(small.organiser, "jw1", Role.SUPERVISOR, name="纪一")
    code = accounts.issue_activation_codes(small.organiser, ["jw1"])["jw1"]
    session = accounts.activate(small.county, "jw1", code, "chosen one")
    assert (session.role, session.roles) == (Role.SUPERVISOR, {Role.SUPERVISOR})
    found = accounts.who_is(small.county, "jw1")
    assert found is not None
    assert found.name == "纪一"


def test_what_does_not_fit_together_is_refused_and_changes_nothing(small: Small) -> None:
    for code, role, units in (
        ("clerk-of-no-unit", Role.CLERK, []),
        ("units-unknown", Role.CLERK, ["丁单位"]),
        ("units-are-for-clerks", Role.SUPERVISOR, ["甲单位"]),
        ("role-of-the-roster", Role.CADRE, []),
        ("role-of-the-roster", Role.RATER, []),
    ):
        with forbidden(code, BadInput):
            roles.grant(small.organiser, "a1", role, units)
    with forbidden("role-not-held", BadInput):
        roles.revoke(small.organiser, "a1", Role.SUPERVISOR)
    assert small.signed_in("a1").roles == {Role.CADRE}


@pytest.mark.parametrize("role", [Role.CADRE, Role.CLERK, Role.SUPERVISOR, Role.RATER])
def test_only_an_organiser_gives_and_takes(small: Small, role: Role) -> None:
    roles.grant(small.organiser, "a1", Role.CLERK, ["甲单位"])
    roles.grant(small.organiser, "a1", Role.SUPERVISOR)
    session = small.signed_in("a1")
    for act in (roles.grant, roles.revoke):
        with pytest.raises(NotPermitted):
            act(accounts.act_as(session, role), "a1", Role.ORGANISER)


def test_a_session_and_a_token_end_with_the_role(small: Small) -> None:
    roles.grant(small.organiser, "a1", Role.SUPERVISOR)
    session = small.signed_in("a1")
    token = accounts.issue_token(session)
    roles.revoke(small.organiser, "a1", Role.SUPERVISOR)
    for acting in (session, Role.SUPERVISOR):
        with forbidden("session-ended"):
            accounts.roles(session if acting is session else accounts.act_as(session, Role.SUPERVISOR))
    with forbidden("token-failed"):
        accounts.sign_in_with_token(small.county, token)
    assert small.signed_in("a1").roles == {Role.CADRE}


def test_a_session_ends_also_in_another_process(small: Small) -> None:
    other = small.again()
    session = accounts.sign_in(other.county, "a1", PASSWORD)
    accounts.issue_activation_codes(small.organiser, ["a1"])
    with forbidden("session-ended"):
        accounts.roles(session)


def test_a_session_ends_when_its_person_leaves_the_roster(small: Small) -> None:
    session = small.signed_in("a1")
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "new.csv", PEOPLE[1:]))
    with forbidden("session-ended"):
        accounts.roles(session)


def test_a_role_more_ends_nothing(small: Small) -> None:
    session = small.signed_in("a1")
    roles.grant(small.organiser, "a1", Role.SUPERVISOR)
    assert accounts.roles(session) == (Role.CADRE,)
    with forbidden("role-not-yours"):
        accounts.act_as(session, Role.SUPERVISOR)


def test_a_clerk_loses_one_unit_or_all(small: Small) -> None:
    roles.grant(small.organiser, "a1", Role.CLERK, ["甲单位", "乙单位"])
    with forbidden("role-not-held", BadInput):
        roles.revoke(small.organiser, "a1", Role.CLERK, ["丙单位"])
    before = small.signed_in("a1")
    roles.revoke(small.organiser, "a1", Role.CLERK, ["甲单位"])
    with forbidden("session-ended"):
        accounts.roles(before)
    assert small.signed_in("a1").units == {"乙单位"}
    roles.revoke(small.organiser, "a1", Role.CLERK, ["乙单位"])
    assert small.signed_in("a1").roles == {Role.CADRE}
    assert small.signed_in("a1").units == frozenset()


def test_the_last_organiser_who_can_sign_in_stays(small: Small) -> None:
    with forbidden("last-organiser", BadInput):
        roles.revoke(small.organiser, ORGANISER, Role.ORGANISER)
    roles.grant(small.organiser, "new", Role.ORGANISER, name="新来的")
    with forbidden("last-organiser", BadInput):
        roles.revoke(small.organiser, ORGANISER, Role.ORGANISER)
    code = accounts.issue_activation_codes(small.organiser, ["new"])["new"]
    other = accounts.activate(small.county, "new", code, "chosen one")
    roles.revoke(small.organiser, ORGANISER, Role.ORGANISER)
    with forbidden("session-ended"):
        roles.grant(small.organiser, "a1", Role.ORGANISER)
    with forbidden("last-organiser", BadInput):
        roles.revoke(other, "new", Role.ORGANISER)
    assert roles.organisers(small.county) == ("new",)


def test_an_organiser_of_an_older_version_is_known_as_one(small: Small) -> None:
    made = small.county.store.read(keys.COUNTY)
    assert made is not None
    assert "organisers" not in made
    assert roles.organisers(small.county) == (ORGANISER,)

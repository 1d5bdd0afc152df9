"""What a person may act as, and who gives and takes it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import PERSON_ID, Role
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.people.identity import FIRST, account, current_roster, ended
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.typed import sound_text
from cadre_tui.store import Document, keys

GIVEN: Final = (Role.ORGANISER, Role.CLERK, Role.SUPERVISOR)
"""Roles that an organiser gives; the others come with the roster."""


def roles(session: Session) -> tuple[Role, ...]:
    """What this person may act as, the cadre first."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    return tuple(role for role in FIRST if role in session.roles)


def act_as(session: Session, role: Role) -> Session:
    """The same person in another role.

    Raises:
        NotPermitted: it is not one of theirs.
    """
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    if role not in session.roles:
        raise NotPermitted("role-not-yours", role=role)
    return replace(session, role=role)


def grant(session: Session, person_id: str, role: Role, units: Iterable[str] = (), name: str = "") -> None:
    """Let somebody act as organiser, supervisor, or clerk of these units (ids) besides those they were clerk of.

    ``name`` makes an account for somebody who is not in the roster.

    Raises:
        BadInput: the person or a unit is not known, a clerk of no unit, or a role that comes with the roster; or the
            name holds what no text holds.
    """
    permit(session, Act.MANAGE_ACCOUNTS)
    county = session.county
    wanted, name = tuple(dict.fromkeys(units)), sound_text(name)
    _may_be_given(county, person_id, role, name)
    unknown = [each for each in wanted if current_roster(county).unit(each) is None]
    if unknown:
        raise BadInput("units-unknown", units="、".join(unknown))
    if (role is Role.CLERK) is not bool(wanted):
        raise BadInput("clerk-of-no-unit" if role is Role.CLERK else "units-are-for-clerks")

    def give(found: Document | None) -> Document:
        known = found or {"person": person_id, **({"name": name} if name else {}), "roles": []}
        held = [*known.get("roles", []), *([] if role.value in known.get("roles", []) else [role.value])]
        given = {**known, "roles": held}
        if role is Role.CLERK:
            given["units"] = sorted({*known.get("units", []), *wanted})
        audit.note(session, "role-given", person=person_id, role=role.value, units=sorted(wanted))
        return given

    if role is Role.ORGANISER:
        _change_organisers(county, person_id, give, lambda known: {*known, person_id})
    else:
        county.store.change(keys.account(person_id), give)


def revoke(session: Session, person_id: str, role: Role, units: Iterable[str] = ()) -> None:
    """Take a role away, from a clerk only these units where some are named. What the person had begun ends.

    Raises:
        BadInput: the person does not have it, is the last organiser, or is not clerk of these units.
    """
    permit(session, Act.MANAGE_ACCOUNTS)
    county = session.county
    gone = set(units)
    if role not in GIVEN:
        raise BadInput("role-of-the-roster")
    if gone and role is not Role.CLERK:
        raise BadInput("units-are-for-clerks")

    def take(found: Document | None) -> Document:
        known = found or {}
        left = set(known.get("units", [])) - gone
        if role.value not in known.get("roles", []) or gone - set(known.get("units", [])):
            raise BadInput("role-not-held", who=person_id)
        audit.note(session, "role-taken", person=person_id, role=role.value, units=sorted(gone))
        if role is Role.CLERK and gone and left:
            return ended({**known, "units": sorted(left)})
        kept = {key: value for key, value in known.items() if role is not Role.CLERK or key != "units"}
        return ended({**kept, "roles": [each for each in known["roles"] if each != role.value]})

    def others(known: set[str]) -> set[str]:
        left = known - {person_id}
        if not any(account(county, each).get("password") for each in left):
            raise BadInput("last-organiser")
        return left

    if role is Role.ORGANISER:
        _change_organisers(county, person_id, take, others)
    else:
        county.store.change(keys.account(person_id), take)


def organisers(county: County) -> tuple[str, ...]:
    """The ids of the organisers, in order."""
    return _organisers(county.store.read(keys.COUNTY) or {})


def _organisers(document: Document) -> tuple[str, ...]:
    return tuple(sorted(document.get("organisers") or [document.get("organiser", "")]))


def _change_organisers(
    county: County,
    person_id: str,
    edit: Callable[[Document | None], Document],
    become: Callable[[set[str]], set[str]],
) -> None:
    """Change who is organiser, one at a time in all processes: two cannot take each other away."""

    def change(found: Document | None) -> Document:
        document = found or {}
        ids = become(set(_organisers(document)))
        county.store.change(keys.account(person_id), edit)
        return {**document, "organisers": sorted(ids)}

    county.store.change(keys.COUNTY, change)


def _may_be_given(county: County, person_id: str, role: Role, name: str) -> None:
    if role not in GIVEN:
        raise BadInput("role-of-the-roster")
    if current_roster(county).person(person_id) is not None or account(county, person_id):
        return
    if not name:
        raise BadInput("person-unknown-nameless", who=person_id)
    if not PERSON_ID.fullmatch(person_id):
        raise BadInput("organiser-id", name=person_id)

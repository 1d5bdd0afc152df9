"""The county's accounts, for the organiser who manages them."""

from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.account import AccountLine, Entry
from cadre_tui.services.county import County
from cadre_tui.services.people import lockout
from cadre_tui.services.people.identity import FIRST, account, current_roster, who_is
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session


def accounts(session: Session) -> tuple[AccountLine, ...]:
    """Everybody of the roster in its order, then those who have an account without being in it."""
    permit(session, Act.MANAGE_ACCOUNTS)
    county = session.county
    return (*(_line(county, each.id) for each in current_roster(county).people), *outside(session))


def outside(session: Session) -> tuple[AccountLine, ...]:
    """Those who may act as something without being in the roster, by id."""
    permit(session, Act.MANAGE_ACCOUNTS)
    county = session.county
    listed = {each.id for each in current_roster(county).people}
    others = sorted({key.of[0] for key in county.store.below("accounts")} - listed)
    return tuple(line for each in others if (line := _line(county, each)).roles)


def account_of(session: Session, person_id: str) -> AccountLine:
    """One person's account.

    Raises:
        BadInput: nobody has that id.
    """
    permit(session, Act.MANAGE_ACCOUNTS)
    if who_is(session.county, person_id) is None:
        raise BadInput("person-unknown", who=person_id)
    return _line(session.county, person_id)


def _line(county: County, person_id: str) -> AccountLine:
    known, held, person = account(county, person_id), county.held(person_id), who_is(county, person_id)
    entry = Entry.PASSWORD if known.get("password") else Entry.CODE if known.get("activation") else Entry.NONE
    return AccountLine(
        person=person_id,
        name=person.name if person else person_id,
        unit=person.unit if person else "",
        duty=person.duty if person else "",
        roles=tuple(each for each in FIRST if each in held.roles),
        units=tuple(sorted(held.units)),
        entry=entry,
        wait=lockout.waiting(county, person_id),
    )

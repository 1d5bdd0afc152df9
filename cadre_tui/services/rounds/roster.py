"""Who was in which unit at which level when a round opened."""

from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Roster
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds.life import find
from cadre_tui.services.session import Session
from cadre_tui.store import keys


def roster_of_round(session: Session, round_id: str) -> Roster:
    """The roster with which a round was opened, with whoever was taken in or out of it since then.

    Raises:
        BadInput: there is no such round, or it has not been opened.
    """
    permit(session, Act.SEE_ROSTER)
    county = session.county
    held = find(county, round_id)
    if county.store.read(keys.round_roster(round_id)) is None:
        raise BadInput("round-has-no-roster", round=round_id)
    return county.roster_of(round_id, held.revision)

"""通报: how far a round has come, ready to be posted."""

from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.progress import Bulletin
from cadre_tui.services import audit
from cadre_tui.services.oversight.progress import status, units_in_sight, zone_of
from cadre_tui.services.people.accounts import county_name
from cadre_tui.services.rounds.life import find
from cadre_tui.services.session import Session


def bulletin(session: Session, round_id: str, unit: str | None = None, *, issue: bool = False) -> Bulletin:
    """The bulletin of a round, or of one unit (its id) of it; a clerk's has their own units alone.

    With ``issue`` it is noted in the log first, whose last hash it then bears.

    Raises:
        BadInput: the unit takes no part, or nobody is asked for anything that is counted person by person.
    """
    units_in_sight(session, unit)
    county = session.county
    found = status(session, round_id)
    if not found.units:
        raise BadInput("bulletin-empty", round=round_id)
    held = find(county, round_id)
    units = tuple(each for each in found.units if unit in (None, each.id))
    if unit is not None and not units:
        raise BadInput("unit-not-in-round", unit=unit, round=round_id)
    if issue:
        audit.note(session, "bulletin-made", round=round_id, **({"unit": unit} if unit else {}))
    return Bulletin(
        county=county_name(county),
        round=held.id,
        title=held.rules.title,
        mock=held.rules.mock,
        phase=held.phase,
        day=county.now().astimezone(zone_of(held)).date(),
        unit=units[0].unit if unit else None,
        deadlines=dict(held.deadlines),
        counts=units[0].counts if unit else found.counts,
        units=tuple(sorted(units, key=lambda each: -each.whole.share)),
        rules_hash=held.rules_hash,
        last_hash=audit.last_hash(county),
    )


def unit_id(session: Session, round_id: str, said: str) -> str:
    """The id of the unit that somebody names by its id or its name.

    Raises:
        BadInput: there is none in the round.
    """
    units_in_sight(session)
    for each in find(session.county, round_id).roster.units:
        if said in (each.id, each.name):
            return each.id
    raise BadInput("unit-not-in-round", unit=said, round=round_id)

"""While a round is being prepared: is it possible, change its rules, throw it away."""

from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.model.rounds.round import Phase, Round, Unmet
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.conditions import unmet
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys


def look_at(session: Session, round_id: str) -> Round:
    """A round with its rules, in the phase that it stands in.

    Raises:
        BadInput: there is none.
    """
    permit(session, Act.RUN_ROUNDS)
    return life.find(session.county, round_id)


def look_over(session: Session, rules: RoundRules, *, changes: str | None = None) -> tuple[Unmet, ...]:
    """What would keep a round with these rules from being made, or from being opened today. Nothing is written.

    ``changes`` is the id of the round whose rules they are to become; left out, they are a new one's.
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    found: list[Unmet] = []
    if rules.id != changes and county.round(rules.id) is not None:
        found.append(Unmet("id-taken", {"round": rules.id}))
    if rules.former is not None:
        try:
            life.find(county, rules.former)
        except CadreError as error:
            found.append(Unmet("former", {"why": error}))
    held = Round(rules=rules)
    return (*found, *unmet(county, held, hours.first_phase(held)))


def change_rules(session: Session, round_id: str, rules: RoundRules) -> Round:
    """Give a round that has not been opened other rules; its id stays.

    Raises:
        BadInput: it has been opened, or the rules cannot be (see ``life.new``).
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    if rules.id != round_id:
        raise BadInput("round-other-id", round=round_id, other=rules.id)
    life.possible(county, rules)
    life.find(county, round_id)

    def change(found: Document | None) -> Document:
        held = _in_preparation(county, found)
        changed = [key for key in RoundRules.model_fields if getattr(held.rules, key) != getattr(rules, key)]
        audit.note(session, "round-changed", round=round_id, what=changed)
        return {**(found or {}), "rules": rules.model_dump(mode="json", by_alias=True)}

    return county.as_round(county.store.change(keys.round_rules(round_id), change))


def discard(session: Session, round_id: str) -> None:
    """Throw a round away that has not been opened: nobody was asked for anything, and its id is free again.

    Raises:
        BadInput: it has been opened, or there is none.
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    life.find(county, round_id)

    def change(found: Document | None) -> Document:
        _in_preparation(county, found)
        audit.note(session, "round-discarded", round=round_id)
        if county.store.read(keys.allocation(round_id)):
            # Another round of this id must not find these pairs.
            county.store.change(keys.allocation(round_id), lambda _pairs: {})
        return {**(found or {}), "discarded": county.now().isoformat()}

    county.store.change(keys.round_rules(round_id), change)


def _in_preparation(county: County, found: Document | None) -> Round:
    """The newest state of the round, under its lock.

    Raises:
        BadInput: it is not in preparation any more.
    """
    held = county.as_round(found or {})
    if held.phase is not Phase.SETUP:
        raise BadInput("round-opened-already", round=held.id, phase=held.phase)
    return held

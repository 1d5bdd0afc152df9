"""The remedy list: organisers make items for the county and any unit, clerks for their own; owners report."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.oversight.remedy import Remedy, RemedyState, RemedyStep
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import SHOWN, Phase, Round
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.permission.table import OVERSEERS, RATERS
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.services.session import Session
from cadre_tui.services.stored import stored
from cadre_tui.services.typed import receipt_code, written
from cadre_tui.store import Document, keys

LONGEST: Final = 300
"""Characters of what is to be put right, and of a note."""

REPORTS: Final = frozenset({RemedyState.WORKING, RemedyState.REPORTED})
"""What an owner says."""

USUAL: Final = timedelta(days=30)
"""How long an item usually takes."""

JUDGEMENTS: Final = frozenset({RemedyState.WORKING, RemedyState.SETTLED, RemedyState.DROPPED})
"""What whoever may make items says: WORKING gives back what was reported."""


def make(
    session: Session, round_id: str, text: str, owner: str, due: date, *, unit: str = "", criterion: str = ""
) -> Remedy:
    """Put an item on the list of the county, or of a ``unit`` (its id).

    Raises:
        NotPermitted: the round is not published, or the unit is not the clerk's.
        BadInput: the owner is not in the roster, the day is past, nothing is said, or there is no such unit or
            criterion.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.MANAGE_REMEDIES, unit=unit, phase=held.phase)
    if unit and held.roster.unit(unit) is None:
        raise BadInput("units-unknown", units=unit)
    if criterion and criterion not in _criteria(county, held):
        raise BadInput("remedy-no-criterion", criterion=criterion)
    _known(county, owner)
    _not_past(county, due)
    fresh = Remedy(
        id=receipt_code(),
        round=round_id,
        unit=unit,
        criterion=criterion,
        text=written(text, LONGEST),
        owner=owner,
        due=due,
        by=session.person,
        at=county.now(),
    )

    def add(found: Document | None) -> Document:
        document = found or {"round": round_id, "remedies": {}}
        audit.note(session, "remedy-made", round=round_id, remedy=fresh.id, owner=owner, due=due.isoformat())
        return {**document, "remedies": {**document["remedies"], fresh.id: fresh.model_dump(mode="json")}}

    county.store.change(keys.remedies(round_id), add)
    return fresh


def report(session: Session, round_id: str, remedy_id: str, state: RemedyState, note: str) -> Remedy:
    """Say, as its owner, that one works on it or that it is done, and what was done.

    Raises:
        NotPermitted: it is somebody else's.
        BadInput: there is no such item, nothing is left to do, nothing is said, or that is not an owner's to say.
    """
    held = life.find(session.county, round_id)
    found = find(session.county, round_id, remedy_id)
    permit(session, Act.REPORT_REMEDY, of=found.owner, phase=held.phase)
    if state not in REPORTS:
        raise BadInput("remedy-state", state=state.value)
    return _say(session, found, state, written(note, LONGEST))


def judge(session: Session, round_id: str, remedy_id: str, state: RemedyState, note: str) -> Remedy:
    """Settle an item, give it back to its owner, or drop it, with the reason.

    Raises:
        NotPermitted: it is not the session's to judge, or one is its owner.
        BadInput: there is no such item, nothing is left to do, nothing is said, or that is no judgement.
    """
    held = life.find(session.county, round_id)
    found = find(session.county, round_id, remedy_id)
    permit(session, Act.MANAGE_REMEDIES, unit=found.unit, phase=held.phase)
    if found.owner == session.person:
        raise NotPermitted("remedy-own")
    if state not in JUDGEMENTS:
        raise BadInput("remedy-state", state=state.value)
    return _say(session, found, state, written(note, LONGEST))


def hand_over(
    session: Session, round_id: str, remedy_id: str, note: str, *, owner: str | None = None, due: date | None = None
) -> Remedy:
    """Give an item another owner, another day, or both, with the reason.

    Raises:
        NotPermitted: it is not the session's to judge.
        BadInput: there is no such item or owner, the day is past, nothing is left to do, said or changed.
    """
    county = session.county
    held = life.find(county, round_id)
    found = find(county, round_id, remedy_id)
    permit(session, Act.MANAGE_REMEDIES, unit=found.unit, phase=held.phase)
    if owner is None and due is None:
        raise BadInput("remedy-unchanged")
    if owner is not None:
        _known(county, owner)
    if due is not None:
        _not_past(county, due)
    return _say(session, found, found.state, written(note, LONGEST), owner=owner, due=due)


def seen(session: Session, held: Round) -> Iterator[Remedy]:
    """The items of one round that this session may see; of a round that is not published none."""
    if held.phase not in SHOWN:
        return
    if session.role in RATERS:
        permit(session, Act.SEE_REMEDIES, of=session.person, phase=held.phase)
        yield from (each for each in of_round(session.county, held.id) if each.owner == session.person)
        return
    for each in of_round(session.county, held.id):
        if session.role in OVERSEERS or each.unit in session.units:
            permit(session, Act.SEE_REMEDIES, unit=each.unit, phase=held.phase)
            yield each


def manages(session: Session, unit: str) -> bool:
    """Whether the session may make and judge items of a unit (empty: of the county) once a round is published."""
    try:
        permit(session, Act.MANAGE_REMEDIES, unit=unit, phase=Phase.PUBLISHED)
    except NotPermitted:
        return False
    return True


def possible_owners(session: Session, round_id: str, unit: str) -> tuple[Person, ...]:
    """Who may be made the owner of an item of a unit: those who have a post there now; of the county: everybody."""
    held = life.find(session.county, round_id)
    permit(session, Act.MANAGE_REMEDIES, unit=unit, phase=held.phase)
    everybody = session.county.roster().people
    return tuple(each for each in everybody if not unit or unit in (each.unit, *each.also_in))


def owner_called(session: Session, round_id: str, unit: str, typed: str) -> str:
    """The id of the person who is called so: by their id, or by a name that one person alone has.

    Raises:
        BadInput: nobody is, or several are.
    """
    called = typed.strip()
    people = session.county.roster().people
    if any(each.id == called for each in people):
        return called
    for among in (possible_owners(session, round_id, unit), people):
        found = [each.id for each in among if each.name == called]
        if len(found) == 1:
            return found[0]
        if found:
            raise BadInput("remedy-owner-unclear", name=called, ids="、".join(found))
    raise BadInput("person-unknown", who=called or "-")


def of_round(county: County, round_id: str) -> tuple[Remedy, ...]:
    """All items of a round, the oldest first. Whoever calls has asked whether that may be."""
    document = county.store.read(keys.remedies(round_id)) or {"remedies": {}}
    found = (stored(Remedy, each, "remedies") for each in document["remedies"].values())
    return tuple(sorted(found, key=lambda each: (each.at, each.id)))


def find(county: County, round_id: str, remedy_id: str) -> Remedy:
    """The item of that id.

    Raises:
        BadInput: there is none.
    """
    wanted = remedy_id.strip().upper()
    for each in of_round(county, round_id):
        if each.id == wanted:
            return each
    raise BadInput("remedy-unknown", id=remedy_id, round=round_id)


def _say(
    session: Session,
    found: Remedy,
    state: RemedyState,
    note: str,
    *,
    owner: str | None = None,
    due: date | None = None,
) -> Remedy:
    """Add a step to an item, as it is when it is written."""
    step = RemedyStep(state=state, note=note, by=session.person, at=session.county.now(), owner=owner or "", due=due)

    def further(each: Remedy) -> Remedy:
        if each.over:
            raise BadInput("remedy-over", id=each.id)
        audit.note(
            session, f"remedy-{'handed-over' if owner or due else state.value}", round=each.round, remedy=each.id
        )
        changed = {"owner": owner or each.owner, "due": due or each.due}
        return each.model_copy(update={"state": state, "steps": (*each.steps, step), **changed})

    return _put(session.county, found, further)


def _put(county: County, found: Remedy, change: Callable[[Remedy], Remedy]) -> Remedy:
    changed: list[Remedy] = []

    def edit(document: Document | None) -> Document:
        held = document or {"remedies": {}}
        before = held["remedies"][found.id]
        changed.append(change(stored(Remedy, before, "remedies")))
        known = {**before, **changed[-1].model_dump(mode="json")}
        return {**held, "remedies": {**held["remedies"], found.id: known}}

    county.store.change(keys.remedies(found.round), edit)
    return changed[-1]


def _criteria(county: County, held: Round) -> frozenset[str]:
    return frozenset(
        f"{checklist.id}/{each.id}"
        for _by, checklist in used_checklists(county, held)
        for each in checklist.criteria()
    )


def _known(county: County, owner: str) -> None:
    if county.roster().person(owner) is None:
        raise BadInput("person-unknown", who=owner)


def _not_past(county: County, due: date) -> None:
    if due < today(county):
        raise BadInput("remedy-past", due=due.isoformat())


def today(county: County) -> date:
    """The day that it is in China."""
    return county.now().astimezone(CHINA).date()


def proposed_day(session: Session) -> date:
    """By when a new item may be put right, where nobody says otherwise."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    return today(session.county) + USUAL


def day(typed: str) -> date:
    """A day as people write it.

    Raises:
        BadInput: it is none.
    """
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise BadInput("remedy-date", typed=typed.strip()) from None

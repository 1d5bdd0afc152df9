"""改进计划: read and written by its own person alone.

No organiser and no supervisor reads it: a plan that goes up is written for those above, and holds what is safe to
promise. What a unit must put right has a list of its own, with owners and days; whoever wants to show their plan
prints it.
"""

from collections.abc import Callable
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.model.growth.plan import LONGEST, MOST_ITEMS, Followed, FollowUp, Plan, PlanItem
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.county import County
from cadre_tui.services.growth.asking import asked_in
from cadre_tui.services.growth.reading import plan_in
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.results.reading import taking_part
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.criteria import criterion_texts
from cadre_tui.services.session import Session
from cadre_tui.services.typed import written
from cadre_tui.store import Document, keys

LONGEST_PART: Final = 200
"""Characters of the work, of the proof, and of the word about what became of it."""


def plan(session: Session, round_id: str) -> Plan:
    """One's own plan after a round; without items where nothing is written.

    Raises:
        NotPermitted: the round is not published yet.
        BadInput: one took no part in it.
    """
    return plan_in(session.county, _own(session, round_id, Act.SEE_PLAN), session.person)


def put(session: Session, round_id: str, written_item: PlanItem) -> Plan:
    """Write one item, anew or in place of the one of its id; what became of it stays as it was. One write.

    Raises:
        BadInput: nothing is said, or too much; there is no such criterion; the plan is full.
    """
    held = _own(session, round_id, Act.WRITE_PLAN)
    fresh = _clean(session.county, held, written_item)

    def write(known: Plan) -> Plan:
        before = known.item(fresh.id)
        if before is None and len(known.items) >= MOST_ITEMS:
            raise BadInput("plan-full", most=MOST_ITEMS)
        whole = fresh.model_copy(update={"followed": before.followed}) if before else fresh
        kept = tuple(whole if each.id == fresh.id else each for each in known.items)
        return known.model_copy(update={"items": kept if before else (*known.items, whole)})

    return _change(session, held, write)


def drop(session: Session, round_id: str, item_id: str) -> Plan:
    """Take one item out.

    Raises:
        BadInput: there is none of that id.
    """
    held = _own(session, round_id, Act.WRITE_PLAN)

    def write(known: Plan) -> Plan:
        gone = item(known, item_id)
        return known.model_copy(update={"items": tuple(each for each in known.items if each != gone)})

    return _change(session, held, write)


def follow(session: Session, round_id: str, item_id: str, how: Followed, word: str = "") -> Plan:
    """Say what became of an item; where a self-assessment asks just now, it is noted as the answer to it.

    Raises:
        BadInput: there is none of that id, or too much is said.
    """
    held = _own(session, round_id, Act.WRITE_PLAN)
    told = FollowUp(
        how=how,
        word=written(word, LONGEST_PART) if word.strip() else "",
        round=next(iter(asked_in(session, held)), ""),
        at=session.county.now(),
    )

    def write(known: Plan) -> Plan:
        about = item(known, item_id)
        items = (each.model_copy(update={"followed": told}) if each == about else each for each in known.items)
        return known.model_copy(update={"items": tuple(items)})

    return _change(session, held, write)


def saw(session: Session, round_id: str) -> Plan:
    """Note that one has seen what others see in one, before the figures; the first time alone is kept."""
    held = _own(session, round_id, Act.WRITE_PLAN)
    known = plan_in(session.county, held, session.person)
    if known.seen is not None:
        return known
    now = session.county.now()
    return _change(session, held, lambda found: found.model_copy(update={"seen": found.seen or now}))


def free_id(known: Plan) -> str:
    """The id of the next item: one more than the highest that there is."""
    return str(max((int(each.id) for each in known.items if each.id.isdecimal()), default=0) + 1)


def _own(session: Session, round_id: str, act: Act) -> Round:
    held = life.find(session.county, round_id)
    permit(session, act, of=session.person, phase=held.phase)
    taking_part(Reader(session.county, held), session.person)
    return held


def _clean(county: County, held: Round, item: PlanItem) -> PlanItem:
    checklist = item.checklist.split("|", maxsplit=1)[0]
    if (checklist or item.criterion) and (checklist, item.criterion) not in criterion_texts(county, held):
        raise BadInput("appeal-no-criterion", criterion=item.criterion, checklist=checklist or "-")
    return item.model_copy(
        update={
            "checklist": checklist,
            "what": written(item.what, LONGEST),
            "work": written(item.work, LONGEST_PART) if item.work.strip() else "",
            "proof": written(item.proof, LONGEST_PART) if item.proof.strip() else "",
        }
    )


def item(known: Plan, item_id: str) -> PlanItem:
    """The item of that id.

    Raises:
        BadInput: there is none.
    """
    found = known.item(item_id)
    if found is None:
        raise BadInput("plan-item-unknown", item=item_id, known="、".join(each.id for each in known.items) or "-")
    return found


def _change(session: Session, held: Round, change: Callable[[Plan], Plan]) -> Plan:
    """One drawer, one write; fields that this version does not know stay."""
    changed: list[Plan] = []

    def edit(found: Document | None) -> Document:
        permit(session, Act.WRITE_PLAN, of=session.person, phase=life.find(session.county, held.id).phase)
        known = plan_in(session.county, held, session.person, found)
        changed.append(change(known))
        document = found or {"round": held.id, "person": session.person, "items": {}}
        before = document.get("items", {})
        items = {each.id: {**before.get(each.id, {}), **each.model_dump(mode="json")} for each in changed[-1].items}
        seen = changed[-1].seen
        return {**document, "items": items, "seen": seen.isoformat() if seen else None}

    session.county.store.change(keys.plan(held.id, session.person), edit)
    return changed[-1]

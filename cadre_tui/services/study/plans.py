"""学习计划: a cadre's own, and a unit's. Read by those above, too: unlike the development plan, it is an office's."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.period import quarter as quarter_of
from cadre_tui.model.study.plan import MOST_ITEMS, Progress, Review, StudyItem, StudyPlan
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.reading import plan_of, somebody, today
from cadre_tui.services.typed import sound_text, written
from cadre_tui.store import Document, keys

LONGEST: Final = 500
"""Characters of what is studied, of what came of it, and of a review."""

LONGEST_PART: Final = 200
"""Characters of a goal, of the work and of the proof."""

MOST_HOURS: Final = 400
"""Hours that one item may plan."""


def plan(session: Session, year: int, owner: str, *, of_unit: bool = False) -> StudyPlan:
    """The plan of a cadre or a unit for a year; without items where nothing is written.

    Raises:
        NotPermitted: it is neither one's own, nor of one's units, and one watches nobody.
    """
    unit = owner if of_unit else somebody(session.county, owner).unit
    permit(session, Act.SEE_STUDY, of=None if of_unit else owner, unit=unit)
    return plan_of(session.county, year, owner, of_unit=of_unit)


def put(
    session: Session, year: int, owner: str, fresh: StudyItem, why: str = "", *, of_unit: bool = False
) -> StudyPlan:
    """Write one item, anew where its id is empty. Where one becomes another, what it said is kept with ``why``.

    Raises:
        NotPermitted: a cadre's plan is theirs, a unit's its clerk's.
        BadInput: nothing is said, or too much; the day lies in another year; the plan is full.
    """
    clean = _clean(year, fresh)

    def edit(known: StudyPlan) -> StudyPlan:
        if not clean.id:
            if len(known.items) >= MOST_ITEMS:
                raise BadInput("study-plan-full", most=MOST_ITEMS)
            return known.model_copy(
                update={"items": (*known.items, clean.model_copy(update={"id": known.free_id(), "history": ()}))}
            )
        before = _item(known, clean.id)
        said = before.changed(clean, session.county.now(), session.person, sound_text(why))
        return _with(known, said)

    return _change(session, year, owner, of_unit, edit)


def tell(
    session: Session,
    year: int,
    owner: str,
    item_id: str,
    progress: Progress,
    outcome: str = "",
    *,
    of_unit: bool = False,
) -> StudyPlan:
    """Say how far an item is, and what came of it at work. An item that is done says what came of it.

    Raises:
        BadInput: there is none of that id, too much is said, or it is done and nothing came of it.
    """
    told = written(outcome, LONGEST) if outcome.strip() else ""

    def edit(known: StudyPlan) -> StudyPlan:
        item = _item(known, item_id)
        whole = told or item.outcome
        if progress is Progress.DONE and not whole:
            raise BadInput("study-outcome-missing", item=item_id)
        return _with(known, item.model_copy(update={"progress": progress, "outcome": whole}))

    return _change(session, year, owner, of_unit, edit)


def drop(session: Session, year: int, owner: str, item_id: str, why: str, *, of_unit: bool = False) -> StudyPlan:
    """Give an item up, with the reason: it stays in the plan, marked so.

    Raises:
        BadInput: there is none of that id, or no reason is said.
    """
    reason = written(why, LONGEST_PART)

    def edit(known: StudyPlan) -> StudyPlan:
        item = _item(known, item_id)
        return _with(known, item.model_copy(update={"progress": Progress.DROPPED, "outcome": reason}))

    return _change(session, year, owner, of_unit, edit)


def review(session: Session, year: int, owner: str, quarter: int, word: str, *, of_unit: bool = False) -> StudyPlan:
    """Look back on a quarter: what is done of all by now, and a word. A quarter is looked back on once it has begun.

    Raises:
        BadInput: there is no such quarter, it has not begun, the plan is empty, or nothing is said.
    """
    said = written(word, LONGEST)
    day = today(session.county)
    if not 1 <= quarter <= 4 or (year, quarter) > (day.year, quarter_of(day)):
        raise BadInput("study-quarter", quarter=quarter, year=year)

    def edit(known: StudyPlan) -> StudyPlan:
        if not known.items:
            raise BadInput("study-plan-empty", year=year)
        fresh = Review(
            quarter=quarter,
            done=known.done,
            of=len(known.kept),
            word=said,
            by=session.person,
            at=session.county.now(),
        )
        others = [each for each in known.reviews if each.quarter != quarter]
        ordered = sorted((*others, fresh), key=lambda each: each.quarter)
        return known.model_copy(update={"reviews": tuple(ordered)})

    return _change(session, year, owner, of_unit, edit)


def _item(known: StudyPlan, item_id: str) -> StudyItem:
    found = known.item(item_id)
    if found is None:
        listed = "、".join(each.id for each in known.items) or "-"
        raise BadInput("study-item-unknown", item=item_id, known=listed)
    return found


def _with(known: StudyPlan, fresh: StudyItem) -> StudyPlan:
    items = tuple(fresh if each.id == fresh.id else each for each in known.items)
    return known.model_copy(update={"items": items})


def _clean(year: int, item: StudyItem) -> StudyItem:
    if item.due is not None and item.due.year != year:
        raise BadInput("study-day-outside", day=item.due.isoformat(), year=year)
    if not Decimal(0) <= item.hours <= MOST_HOURS:
        raise BadInput("study-hours-planned", hours=item.hours, most=MOST_HOURS)
    parts = {
        name: written(text, LONGEST_PART) if (text := getattr(item, name)).strip() else ""
        for name in ("goal", "work", "proof")
    }
    return item.model_copy(update={**parts, "content": written(item.content, LONGEST)})


def _change(
    session: Session, year: int, owner: str, of_unit: bool, edit: Callable[[StudyPlan], StudyPlan]
) -> StudyPlan:
    """One drawer, one write; fields that this version does not know stay."""
    county = session.county
    if of_unit:
        permit(session, Act.PLAN_STUDY, unit=owner)
    else:
        permit(session, Act.PLAN_STUDY, of=somebody(county, owner).id)
    changed: list[StudyPlan] = []

    def write(found: Document | None) -> Document:
        known = plan_of(county, year, owner, of_unit=of_unit, document=found or {})
        changed.append(edit(known))
        document: dict[str, Any] = found or {"year": year, "owner": owner}
        before = document.get("items", {})
        items = {each.id: {**before.get(each.id, {}), **each.model_dump(mode="json")} for each in changed[-1].items}
        reviews = [each.model_dump(mode="json") for each in changed[-1].reviews]
        return {**document, "items": items, "reviews": reviews}

    county.store.change(keys.study_plan(year, owner, of_unit=of_unit), write)
    return changed[-1]

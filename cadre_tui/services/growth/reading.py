"""Plans as they are stored; the day that it is."""

from datetime import date, datetime

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.growth.plan import Plan, PlanItem
from cadre_tui.model.rounds.round import SHOWN, Round
from cadre_tui.services.county import County
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys


def plan_in(county: County, held: Round, person: str, document: Document | None = None) -> Plan:
    """Somebody's plan of a round, from its ``document`` where that was read already."""
    found = document if document is not None else county.store.read(keys.plan(held.id, person))
    items = (found or {}).get("items", {})
    if not isinstance(items, dict):
        raise StoreFailure("document-damaged", what="plans")
    read = (stored(PlanItem, each, "plans") for each in items.values())
    seen = (found or {}).get("seen")
    return Plan(
        round=held.id,
        title=held.rules.title,
        mock=held.rules.mock,
        items=tuple(sorted(read, key=lambda each: (len(each.id), each.id))),
        seen=datetime.fromisoformat(seen) if seen else None,
    )


def last_plan(county: County, person: str, before: Round | None = None) -> tuple[Round, Plan] | None:
    """The newest plan with items of a published round; with ``before``, of one opened before that round.

    A rehearsal's is for practice: nobody is reminded of it.
    """
    for held in sorted(life.every(county), key=lambda each: each.opened or life.UTC_MIN, reverse=True):
        if held.phase not in SHOWN or held.rules.mock or held.opened is None:
            continue
        if before is not None and not (before.opened and held.opened < before.opened):
            continue
        found = plan_in(county, held, person)
        if found.items:
            return held, found
    return None


def today(county: County) -> date:
    """The day in China, where the last days of plans are counted."""
    return county.now().astimezone(CHINA).date()

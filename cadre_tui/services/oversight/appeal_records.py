"""Appeals as they lie in the store, and who may go on with one."""

from collections.abc import Callable

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.oversight.appeal import Appeal
from cadre_tui.services.county import County
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys


def find(county: County, round_id: str, receipt: str) -> Appeal:
    """The appeal of that receipt.

    Raises:
        BadInput: there is none.
    """
    for key in county.store.below("appeals", round_id):
        for each in of(county, round_id, key.of[-1]):
            if each.receipt == receipt.strip().upper():
                return each
    raise BadInput("appeal-unknown", receipt=receipt, round=round_id)


def of(county: County, round_id: str, person: str) -> tuple[Appeal, ...]:
    """What a person objected to in a round, the oldest first."""
    document = county.store.read(keys.appeals(round_id, person)) or {"appeals": {}}
    found = (stored(Appeal, each, "appeals") for each in document["appeals"].values())
    return tuple(sorted(found, key=lambda each: each.at))


def put(county: County, found: Appeal, change: Callable[[Appeal], Appeal]) -> Appeal:
    """Change it as it stands in the store now."""
    changed: list[Appeal] = []

    def edit(document: Document | None) -> Document:
        held = document or {"appeals": {}}
        fresh = change(stored(Appeal, held["appeals"].get(found.receipt), "appeals"))
        changed.append(fresh)
        known = {**held["appeals"][found.receipt], **fresh.model_dump(mode="json")}
        return {**held, "appeals": {**held["appeals"], found.receipt: known}}

    county.store.change(keys.appeals(found.round, found.person), edit)
    return changed[-1]


def second(person: str, found: Appeal) -> None:
    """Somebody has looked into it, and it is not who acts now.

    Raises:
        BadInput: nobody has.
        NotPermitted: it was oneself.
    """
    if found.handler is None:
        raise BadInput("appeal-not-taken", receipt=found.receipt)
    if found.handler == person:
        raise NotPermitted("appeal-same-handler")


def not_own(person: str, found: Appeal) -> None:
    """Nobody judges what they objected to.

    Raises:
        NotPermitted: it is one's own.
    """
    if found.person == person:
        raise NotPermitted("appeal-own")

"""Whose votes about colleagues do not count in a round, by decision. The responses themselves stay as they are."""

from collections.abc import Callable

from cadre_tui.model.results.quality import Voids
from cadre_tui.services.county import County
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys


def voids_of(county: County, round_id: str) -> Voids:
    """What was decided; nothing where nobody decided."""
    document = county.store.read(keys.voids(round_id))
    return stored(Voids, document, "voids") if document else Voids()


def change_voids(county: County, round_id: str, change: Callable[[Voids], Voids]) -> Voids:
    """What ``change`` makes of it, under its lock; what this version does not know stays."""

    def write(found: Document | None) -> Document:
        before = stored(Voids, found, "voids") if found else Voids()
        return {**(found or {}), **change(before).model_dump(mode="json")}

    return stored(Voids, county.store.change(keys.voids(round_id), write), "voids")


def close_voids(county: County, round_id: str) -> None:
    """Somebody sees what follows from the votes: what was decided stands, since two looks would tell a vote."""
    if voids_of(county, round_id).closed is None:
        now = county.now()
        change_voids(county, round_id, lambda found: found.model_copy(update={"closed": found.closed or now}))

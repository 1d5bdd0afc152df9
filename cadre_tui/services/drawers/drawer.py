"""A rater's drawer: how it is read, and how a change touches only what it knows."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial

from cadre_tui.model.answers.drawer import Change, Drawer, all_after
from cadre_tui.model.answers.response import Response
from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.county import County
from cadre_tui.services.drawers.carrying import carried
from cadre_tui.services.drawers.writing import written
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys


def read_drawer(county: County, round_id: str, rater: str) -> Drawer:
    """All that this rater has answered; an empty drawer where nothing was begun."""
    as_stored = _read_once(county, county.store.read(keys.drawer(round_id, rater)))
    return _carried_over(county, round_id, rater, as_stored)


def drawer_in(county: County, held: Round, rater: str) -> Drawer:
    """The same in a round that was read before; not remembered: for whoever reads ten thousand, each once."""
    as_stored = _responses(county.store.read(keys.drawer(held.id, rater)))
    return _carried_over(county, held.id, rater, as_stored, held)


def change_drawer(
    county: County, round_id: str, rater: str, change: Callable[[Drawer], tuple[Change, ...]]
) -> tuple[Change, ...]:
    """Make the changes that ``change`` finds for the newest drawer: one write, all of them or none."""
    changes: tuple[Change, ...] = ()

    def edit(found: Document | None) -> Document:
        nonlocal changes
        as_stored = _read_once(county, found)
        changes = change(_carried_over(county, round_id, rater, as_stored))
        document = found or {"round": round_id, "rater": rater, "responses": {}}
        responses = dict(document["responses"])
        for each in changes:
            responses |= written(each, as_stored, document["responses"])
        # What the next reader finds needs not be read again: it is these changes, made when they are looked at.
        county.remembered.drawers.keep(cache(partial(all_after, as_stored, changes)), responses)
        return {**document, "responses": responses}

    county.store.change(keys.drawer(round_id, rater), edit)
    return changes


def wait_for_drawer(county: County, round_id: str, rater: str) -> None:
    """Go on when nobody is writing into the drawer any more who began before."""

    def look(_found: Document | None) -> Document:
        raise _Free

    with suppress(_Free):
        county.store.change(keys.drawer(round_id, rater), look)


class _Free(Exception):
    """The drawer is nobody's now, and nothing is to be written."""


def _read_once(county: County, document: Document | None) -> Mapping[str, Response]:
    """The same as ``_responses``, but a document that is the very one of before is not read again."""
    stored_responses = (document or {}).get("responses")
    return county.remembered.drawers.find(lambda: cache(partial(_responses, document)), stored_responses)()


def _responses(document: Document | None) -> Mapping[str, Response]:
    """What a drawer's document holds, as it was written, by the names that it has there."""
    held = (document or {}).get("responses", {})
    if not isinstance(held, dict):
        raise StoreFailure("document-damaged", what="drawers")
    return {name: stored(Response, each, "drawers") for name, each in held.items()}


def _carried_over(
    county: County, round_id: str, rater: str, as_stored: Mapping[str, Response], held: Round | None = None
) -> Drawer:
    """The drawer as the round now has it: what answers a checklist amended since is carried over (``carrying``).

    ``held`` is the round, where it was read already.
    """
    drawer = Drawer(round_id, rater, as_stored)
    now = held or (county.round(round_id) if as_stored else None)
    if now is None or not now.amendments:
        return drawer
    return drawer.each(lambda response: carried(county, now, response))

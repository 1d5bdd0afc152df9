"""A rater's drawer: how it is read, and how a change touches only what it knows."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial

from cadre_tui.model.answers.drawer import Change, Drawer, after
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
    found = _remembered(county, county.store.read(keys.drawer(round_id, rater)))
    return _drawer(county, round_id, rater, found)


def drawer_in(county: County, held: Round, rater: str) -> Drawer:
    """The same, carried over to what the round asked when it was read: for who reads ten thousand."""
    found = _responses(county.store.read(keys.drawer(held.id, rater)))
    return _drawer(county, held.id, rater, found, held)


def change_drawer(
    county: County, round_id: str, rater: str, change: Callable[[Drawer], tuple[Change, ...]]
) -> tuple[Change, ...]:
    """Make the changes that ``change`` finds for the newest drawer: one write, all of them or none."""
    changes: tuple[Change, ...] = ()

    def edit(found: Document | None) -> Document:
        nonlocal changes
        as_stored = _remembered(county, found)
        changes = change(_drawer(county, round_id, rater, as_stored))
        document = found or {"round": round_id, "rater": rater, "responses": {}}
        responses = dict(document["responses"])
        for each in changes:
            responses |= written(each, as_stored, document["responses"])
        county.remembered.drawers.keep(cache(partial(after, as_stored, changes)), responses)
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


def _remembered(county: County, document: Document | None) -> Mapping[str, Response]:
    """The same as ``_responses``; what is the very same as before is not read again."""
    known, responses = county.remembered.drawers, (document or {}).get("responses")
    return (known.known(responses) or known.keep(cache(partial(_responses, document)), responses))()


def _responses(document: Document | None) -> Mapping[str, Response]:
    """What a drawer's document holds, as it was written, by the names that it has there."""
    held = (document or {}).get("responses", {})
    if not isinstance(held, dict):
        raise StoreFailure("document-damaged", what="drawers")
    return {name: stored(Response, each, "drawers") for name, each in held.items()}


def _drawer(
    county: County, round_id: str, rater: str, as_stored: Mapping[str, Response], held: Round | None = None
) -> Drawer:
    """The same as the round has it now, or ``held``: what answers a checklist amended since is carried over."""
    drawer = Drawer(round_id, rater, as_stored)
    amended = held or (county.round(round_id) if as_stored else None)
    if amended is None or not amended.amendments:
        return drawer
    return drawer.each(lambda response: carried(county, amended, response))

"""A rater's drawer: how it is read, and how a change touches only what it knows."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.response import Drawer, Response
from cadre_tui.services.carrying import carried
from cadre_tui.services.county import County
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys


def read_drawer(county: County, round_id: str, rater: str) -> Drawer:
    """All that this rater has answered; an empty drawer where nothing was begun."""
    return _drawer(county, round_id, rater, county.store.read(keys.drawer(round_id, rater)))


def change_drawer(
    county: County, round_id: str, rater: str, change: Callable[[Drawer], tuple[Response, ...]]
) -> tuple[Response, ...]:
    """Put the responses that ``change`` makes of the newest drawer into it: one write, all of them or none."""
    changed: tuple[Response, ...] = ()

    def edit(found: Document | None) -> Document:
        nonlocal changed
        changed = change(_drawer(county, round_id, rater, found))
        document = found or {"round": round_id, "rater": rater, "responses": {}}
        responses = dict(document["responses"])
        for each in changed:
            name = _name(each.subject, each.checklist, each.purpose)
            responses[name] = _over(responses.get(name, {}), each)
        return {**document, "responses": responses}

    county.store.change(keys.drawer(round_id, rater), edit)
    return changed


def wait_for_drawer(county: County, round_id: str, rater: str) -> None:
    """Go on when nobody is writing into the drawer any more who began before."""

    def look(_found: Document | None) -> Document:
        raise _Free

    with suppress(_Free):
        county.store.change(keys.drawer(round_id, rater), look)


class _Free(Exception):
    """The drawer is nobody's now, and nothing is to be written."""


def _drawer(county: County, round_id: str, rater: str, document: Document | None) -> Drawer:
    held = (document or {}).get("responses", {})
    if not isinstance(held, dict):
        raise StoreFailure("document-damaged", what="drawers")
    responses = tuple(stored(Response, each, "drawers") for each in held.values())
    amended = county.round(round_id) if responses else None
    if amended is not None and amended.amendments:
        responses = tuple(carried(county, amended, each) for each in responses)
    return Drawer(round=round_id, rater=rater, responses=responses)


def _name(subject: str, checklist: str, purpose: Purpose) -> str:
    return "/".join((purpose.value, checklist.split("|", maxsplit=1)[0], subject))


def _over(known: Mapping[str, Any], response: Response) -> dict[str, Any]:
    """The response as it is stored; fields that this version does not know stay, in it and in each answer."""
    fresh = response.model_dump(mode="json", exclude={"answers"})
    before = known.get("answers", {})
    answers = {
        criterion: {
            **{key: value for key, value in before.get(criterion, {}).items() if key not in Answer.model_fields},
            **answer.model_dump(mode="json", exclude_defaults=True),
        }
        for criterion, answer in response.answers.items()
    }
    return {**known, **fresh, "answers": answers}

"""When each person of a round was last reminded."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cadre_tui.model.fault import StoreFailure
from cadre_tui.services.county import County
from cadre_tui.store import keys


def reminded(county: County, round_id: str) -> Mapping[str, datetime]:
    """By person, in UTC; nobody who never was."""
    return moments(county.store.read(keys.reminders(round_id)))


def moments(document: Mapping[str, Any] | None) -> dict[str, datetime]:
    """What the stored document says.

    Raises:
        StoreFailure: it says something else.
    """
    people: Any = (document or {}).get("people", {})
    try:
        return {person: datetime.fromisoformat(at) for person, at in people.items()}
    except (AttributeError, TypeError, ValueError):
        raise StoreFailure("document-damaged", what="reminders") from None

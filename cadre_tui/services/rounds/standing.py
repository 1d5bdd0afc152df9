"""A round that does not move on while something is done."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from cadre_tui.services.county import County
from cadre_tui.store import Document, keys

T = TypeVar("T")


def while_it_stands(county: County, round_id: str, act: Callable[[], T]) -> T:
    """What ``act`` answers; until it has ended, nobody moves the round on. Nothing is written into the round itself.

    Raises:
        StoreFailure: somebody else holds it for too long.
    """
    answers: list[T] = []

    def hold(_found: Document | None) -> Document:
        answers.append(act())
        raise _Ended

    with suppress(_Ended):
        county.store.change(keys.round_rules(round_id), hold)
    return answers[0]


class _Ended(Exception):
    """It is done, and nothing is to be written."""

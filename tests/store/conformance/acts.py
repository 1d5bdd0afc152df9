"""What the tests of every engine do with a store."""

from collections.abc import Callable

import pytest

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.safekeeping import Flaw
from cadre_tui.store import Key, Store
from cadre_tui.words import refusals

THING, OTHER = Key("things", ("one",)), Key("things", ("two",))
BALLOTS = Key("ballots", ("r1", "g1"))
ODD = ("..", ".", "a/b", "../../etc/passwd", "a\0b", "张建国", ".hidden", "A b", "a b", "%2E", "长" * 200, "_")
"""Names out of the ordinary."""


def put(store: Store, key: Key, **document: object) -> None:
    store.change(key, lambda _found: document)


def contents(store: Store) -> dict[Key, bytes]:
    with store.snapshot() as documents:
        return dict(documents)


def found(store: Store) -> list[Flaw]:
    return list(store.examine(lambda _done, _of: None))


def refused(act: Callable[[], object]) -> str:
    """The code of what is told; each has a sentence."""
    with pytest.raises((StoreFailure, BadInput)) as told:
        act()
    assert refusals.sentence(told.value)
    return told.value.code

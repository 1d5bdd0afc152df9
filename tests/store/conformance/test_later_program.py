"""What a later program wrote is told as that, in whichever generation, and nothing of it is mended away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre_tui.model.safekeeping import Flaw
from cadre_tui.store import Store, envelope
from cadre_tui.store.envelope import SCHEMA
from cadre_tui.store.folder import checkup, layout
from cadre_tui.store.sql import checkup as rows
from cadre_tui.store.sql import engine as sql
from cadre_tui.store.sql import sqlite
from tests.store.conformance.acts import BALLOTS, OTHER, THING, contents, found, put, refused
from tests.store.engines import Engine


@pytest.fixture
def later(engine: Engine, folder: Path) -> Iterator[Store]:
    """A store in which a program with one more layout wrote, twice into one drawer."""
    first = engine.made(folder)
    put(first, OTHER, a=1)
    with pytest.MonkeyPatch.context() as patch:
        for module in (envelope, layout, checkup, rows, sql, sqlite):
            patch.setattr(module, "SCHEMA", SCHEMA + 1)
        patch.setattr(envelope, "STEPS", {**envelope.STEPS, SCHEMA: lambda found: {**found, "more": True}})
        store = engine.at(folder)
        put(store, THING, a=1)
        put(store, THING, a=2)
        put(store, BALLOTS, a=1)
        assert found(store) == []
    yield engine.at(folder)


class TestLaterProgram:
    """To be left alone is more than not to be written over."""

    def test_nothing_of_it_is_called_damaged(self, later: Store) -> None:
        told = found(later)
        assert {each.code for each in told} == {"drawer-newer"}
        assert not any(each.mendable for each in told)

    def test_what_it_has_damaged_is_for_it_to_mend(self, engine: Engine, folder: Path, later: Store) -> None:
        engine.spoil(folder, THING, lambda raw: raw[:-4])
        assert {each.code for each in found(later)} == {"drawer-newer"}, "its former generation is there, not lost"

    def test_nothing_is_mended_in_it(self, later: Store) -> None:
        before = contents(later)
        for code in ("former-damaged", "drawers-older", "drawer-damaged", "open-to-others"):
            assert refused(lambda: later.mend(Flaw(code=code, path="things/one.json"), "now")) == "store-newer"  # noqa: B023
        assert contents(later) == before

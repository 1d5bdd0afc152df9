"""A disk that is full or can only be read: nothing is lost, it is told which, and it is looked through and copied."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre_tui.store import Store
from tests.store.conformance.acts import BALLOTS, OTHER, THING, contents, found, put, refused
from tests.store.engines import Engine
from tests.store.mounted import Mounted, mounted
from tests.store.processes import ended_well, in_a_process, let_go

MUCH = "一份答卷里的话" * 600_000
"""More than the disk has room for, together with what lies there."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Mounted]:
    with mounted(tmp_path / "disk") as made:
        yield made


class TestUnwritable:
    """Nothing is simulated: the system refuses, whatever way an engine takes to the disk."""

    @pytest.mark.parametrize("killed", [False, True], ids=["ended", "killed"])
    @pytest.mark.parametrize("full", [False, True], ids=["read-only", "full"])
    def test_it_is_read_looked_through_and_copied_and_takes_nothing(
        self, engine: Engine, disk: Mounted, full: bool, killed: bool, tmp_path: Path
    ) -> None:
        folder = disk.path / "data"

        def fill() -> None:
            store = engine.made(folder)
            put(store, THING, a=1)
            put(store, THING, a=2)
            put(store, OTHER, b=1)
            put(store, BALLOTS, votes=[1])
            if killed:
                os.kill(os.getpid(), signal.SIGKILL)
            del store
            let_go()

        assert ended_well(in_a_process(fill)) is not killed
        if full:
            disk.fill()
        else:
            disk.only_read()
        store = engine.at(folder)
        self.nothing_is_lost(store)
        code = "store-disk-full" if full else "store-read-only"
        assert refused(lambda: put(store, THING, text=MUCH)) == code
        copy = engine.at(tmp_path / "copy")
        with store.snapshot() as documents:
            copy.fill(documents)
        assert contents(copy) == contents(store)
        self.nothing_is_lost(store)
        disk.mend()
        put(store, THING, a=3)
        assert engine.at(folder).read(THING) == {"a": 3}

    def nothing_is_lost(self, store: Store) -> None:
        """What was reported is there, and no trouble is told."""
        assert (store.read(THING), store.read(OTHER), store.read(BALLOTS)) == ({"a": 2}, {"b": 1}, {"votes": [1]})
        assert len(contents(store)) == 3
        assert found(store) == []

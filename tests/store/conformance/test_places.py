"""Where a store lies on each engine, who may enter, and how it is filled at one go."""

import os
import signal
import stat
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store import Key, Store
from cadre_tui.store.digests import Digests, Documents
from cadre_tui.store.envelope import packed
from tests.store.conformance.acts import ODD, THING, contents, found, put, refused
from tests.store.engines import Engine
from tests.store.processes import ended_well, in_a_process


class TestPlace:
    """Where it lies."""

    def test_a_place_that_is_not_there_is_no_empty_store(self, engine: Engine, folder: Path) -> None:
        store = engine.at(folder)
        for act in (
            lambda: store.read(THING),
            lambda: put(store, THING, a=1),
            lambda: list(store.below("things")),
            lambda: list(store.all_keys()),
            lambda: store.stamp(THING),
            lambda: store.stamps([THING]),
            lambda: contents(store),
            lambda: found(store),
        ):
            assert refused(act) == "store-missing"
        assert not folder.exists()

    def test_nobody_but_the_owner_may_enter_or_read(self, folder: Path, store: Store) -> None:
        for number in range(2):
            put(store, Key("drawers", ("2026-h1", "q1")), number=number)
        for path in folder.parent.rglob("*"):
            mode = stat.S_IMODE(path.stat().st_mode)
            assert mode == (0o700 if path.is_dir() else 0o600), path
        assert found(store) == []

    def test_what_others_could_read_is_told_and_closed(self, folder: Path, store: Store) -> None:
        put(store, THING, a=1)
        for path in folder.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        told = found(store)
        assert {each.code for each in told} == {"open-to-others"}
        for each in told:
            store.mend(each, "now")
        assert found(store) == []

    def test_making_it_again_changes_nothing(self, engine: Engine, folder: Path, store: Store) -> None:
        put(store, THING, a=1)
        engine.made(folder)
        assert store.read(THING) == {"a": 1}


class TestFilling:
    """A store made of documents at one go."""

    def documents(self) -> list[tuple[Key, bytes]]:
        keys = [Key("county"), *(Key("things", (name,)) for name in ODD)]
        return [(key, packed({"tables": {"document": {"1": {"n": n}}}})) for n, key in enumerate(keys)]

    def test_every_digest_is_the_same(self, engine: Engine, folder: Path) -> None:
        store = engine.at(folder)
        store.fill(iter(self.documents()))
        kept = [sha256(raw).hexdigest() for raw in contents(store).values()]
        assert sorted(kept) == sorted(sha256(raw).hexdigest() for _key, raw in self.documents())
        put(store, Key("county"), a=1)
        assert found(engine.at(folder)) == []
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")} == {0o600, 0o700}

    def test_nothing_is_written_over(self, engine: Engine, folder: Path, store: Store) -> None:
        put(store, Key("county"), a=1)
        before = contents(store)
        assert refused(lambda: engine.at(folder).fill(self.documents())) == "store-not-empty"
        assert contents(store) == before

    @pytest.mark.parametrize("there", [True, False])
    def test_stopped_on_the_way_nothing_is_left_and_it_can_be_begun_again(
        self, engine: Engine, folder: Path, there: bool
    ) -> None:
        if there:
            folder.mkdir(parents=True, mode=0o700)
            (folder / "cadre.log").write_text("")

        def stopped() -> Iterator[tuple[Key, bytes]]:
            yield from self.documents()[:5]
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            engine.at(folder).fill(stopped())
        with suppress(StoreFailure):  # a folder that was there before is an empty one again
            assert list(engine.at(folder).all_keys()) == []
        engine.at(folder).fill(self.documents())
        assert len(contents(engine.at(folder))) == len(self.documents())

    def test_killed_on_the_way_it_is_no_county_and_can_be_begun_again(self, engine: Engine, folder: Path) -> None:
        def killed() -> Iterator[tuple[Key, bytes]]:
            yield from self.documents()[:9]
            os.kill(os.getpid(), signal.SIGKILL)

        assert not ended_well(in_a_process(lambda: engine.at(folder).fill(killed())))
        with suppress(StoreFailure):
            assert engine.at(folder).read(Key("county")) is None
        engine.at(folder).fill(self.documents())
        assert len(contents(engine.at(folder))) == len(self.documents())
        assert found(engine.at(folder)) == []

    def test_what_is_not_what_was_put_in_is_thrown_away(
        self, engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A disk that gives back something else than was written."""
        noted = Digests.noted

        def other(self: Digests, documents: Documents) -> Iterator[tuple[Key, bytes]]:
            for key, _content in noted(self, documents):
                yield key, packed({"tables": {}})

        monkeypatch.setattr(Digests, "noted", other)
        assert refused(lambda: engine.at(folder).fill(self.documents())) == "store-not-kept"
        with suppress(StoreFailure):
            assert list(engine.at(folder).all_keys()) == []

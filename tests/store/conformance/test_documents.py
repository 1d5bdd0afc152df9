"""What a store must be. Whatever passes all that is in this folder may call itself an engine, and none else.

Here: what was put in comes out, and a stamp tells when it has changed.
"""

from contextlib import suppress
from pathlib import Path

import pytest

from cadre_tui.model.fault import BadInput
from cadre_tui.store import ENGINES as OPENED
from cadre_tui.store import Document, Key, Store
from tests.store.conformance.acts import BALLOTS, ODD, OTHER, THING, contents, put
from tests.store.engines import ENGINES, Engine


def test_every_engine_that_can_be_opened_is_put_through_this() -> None:
    assert {each.name for each in ENGINES} == set(OPENED)


class TestRoundTrip:
    """What was put in comes out, and nothing else."""

    def test_a_document_comes_out_as_it_was_put_in(self, engine: Engine, folder: Path, store: Store) -> None:
        document = {
            "name": "张建国\0",
            "points": "0.1",
            "none": None,
            "list": [1, {"a": True}],
            "[a1]": "[/x] 😀",
            "": 0.5,
        }
        assert store.read(THING) is None
        assert store.change(THING, lambda _found: document) == document
        assert store.read(THING) == document == engine.at(folder).read(THING)

    def test_an_edit_gets_the_newest_and_what_it_drops_is_gone(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        put(store, THING, a=1, b=2)
        seen: list[Document | None] = []
        engine.at(folder).change(THING, lambda found: seen.append(found) or {"b": 3})
        assert seen == [{"a": 1, "b": 2}]
        assert store.read(THING) == {"b": 3}

    def test_an_edit_that_raises_leaves_everything_as_it_was(self, store: Store) -> None:
        put(store, THING, a=[1])
        before = contents(store)

        def spoil(found: Document | None) -> Document:
            assert found is not None
            found["a"].append(2)
            raise BadInput("not-complete", count=1)

        for key in (THING, OTHER):
            with suppress(BadInput, AssertionError):
                store.change(key, spoil)
        with pytest.raises(TypeError):
            store.change(THING, lambda _found: {"a": object()})
        assert contents(store) == before

    @pytest.mark.parametrize("depth", [150, 225, 300])
    def test_what_is_nested_deep_is_read_as_it_was_written(self, store: Store, depth: int) -> None:
        nested: list[object] = []
        for _level in range(depth):
            nested = [nested]
        put(store, THING, nested=nested)
        assert store.read(THING) == {"nested": nested}

    def test_any_name_has_a_document_of_its_own(self, store: Store) -> None:
        keys = [Key("things", (name, other)) for name in ODD for other in ("x", name)]
        for number, key in enumerate(keys):
            put(store, key, number=number)
        assert [store.read(key) for key in keys] == [{"number": number} for number in range(len(keys))]
        listed = list(store.below("things"))
        assert len(listed) == len(keys) == len(list(store.all_keys())) == len(contents(store))
        assert sorted(each["number"] for key in listed if (each := store.read(key))) == list(range(len(keys)))

    def test_keys_are_listed_in_one_order_on_every_engine(self, store: Store) -> None:
        names = ["a", "a b", "a-b", "a.b", "A", "b", "a_b", "é"]
        for name in names:
            put(store, Key("drawers", ("r1", name)), a=1)
            put(store, Key("drawers", ("r1-x", name)), a=1)
        put(store, Key("drawers"), a=1)
        put(store, Key("drawersr1", ("x",)), a=1)
        sorted_by_name = ["é", "A", "a", "a b", "a-b", "a.b", "a_b", "b"]  # as "%C3%A9" and "a%20b" stand
        assert [key.of[1] for key in store.below("drawers", "r1")] == sorted_by_name
        assert len(list(store.below("drawers"))) == 2 * len(names)
        assert list(store.below("none")) == list(store.below("drawers", "r")) == []
        whole = list(store.all_keys())
        assert len(whole) == 2 * len(names) + 2
        assert set(whole) == set(contents(store))

    def test_the_bytes_are_the_same_on_every_engine(self, tmp_path: Path) -> None:
        held = []
        for each in ENGINES:
            store = each.made(tmp_path / each.name)
            put(store, THING, text="学习", more=[1, 2.5, None])
            store.change(THING, lambda found: {**(found or {}), "z": 1, "a": 2})
            put(store, BALLOTS, votes=["x"])
            held.append(contents(store))
        assert all(each == held[0] for each in held)


class TestStamps:
    """Whether a document has changed."""

    def test_another_one_whenever_it_has_changed_and_never_the_same_again(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        other, seen = engine.at(folder), {""}
        assert store.stamp(THING) == ""
        for number in range(6):
            put(other, THING, number=number % 2)
            assert store.stamp(THING) == other.stamp(THING)
            seen.add(store.stamp(THING))
            other.change(THING, lambda found: found or {})
            assert store.stamp(THING) in seen, "nothing has changed"
        assert len(seen) == 7

    def test_many_at_once_are_those_of_each(self, store: Store) -> None:
        wanted = [Key("drawers", ("r1", each)) for each in ("q1", "q 2", ".q3", "长" * 200)]
        for key in wanted[:-1]:
            put(store, key, a=1)
        asked = [*wanted, Key("drawers", ("r2", "q1")), THING, *(Key("x", (str(n),)) for n in range(1200))]
        assert store.stamps(asked) == [store.stamp(each) for each in asked]
        assert store.stamps([]) == []

    def test_a_store_that_took_the_place_of_another_has_other_stamps(self, engine: Engine, tmp_path: Path) -> None:
        """A program that is open while a county is restored under it must not take the one for the other."""
        one, other = tmp_path / "one", tmp_path / "other"
        put(engine.made(one), THING, a=1)
        put(engine.made(other), THING, a=2)
        store = engine.at(one)
        before = store.stamp(THING)
        one.rename(tmp_path / "gone")
        other.rename(one)
        assert store.read(THING) == {"a": 2}
        assert store.stamp(THING) != before
        put(store, THING, a=3)
        assert engine.at(one).read(THING) == {"a": 3}

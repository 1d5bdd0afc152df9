"""Every engine finds what was damaged, mends what it can, and minds what other versions wrote."""

import threading
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from cadre_tui.store import Key, Store
from cadre_tui.store.envelope import SCHEMA, packed, unpacked
from cadre_tui.store.names import key_of
from tests.store.conformance.acts import BALLOTS, OTHER, THING, contents, found, put, refused
from tests.store.engines import Engine
from tests.store.folder.test_released import ARCHIVES


class TestLayouts:
    """What other versions wrote."""

    def test_unknown_fields_survive_a_rewrite(self, engine: Engine, folder: Path) -> None:
        store = engine.at(folder)
        later = {"colour": "later", "tables": {"document": {"1": {"a": 1}, "2": {"x": 1}}, "more": {"1": {}}}}
        store.fill([(THING, packed(later))])
        store.change(THING, lambda found: {**(found or {}), "b": 2})
        envelope = unpacked(contents(store)[THING])
        assert envelope.pop("checksum")
        tables = {"document": {"1": {"a": 1, "b": 2}, "2": {"x": 1}}, "more": {"1": {}}}
        assert envelope == {"schema": SCHEMA, "colour": "later", "tables": tables, "name": "things/one"}

    @pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.stem)
    def test_a_released_store_is_read_and_brought_up_whole_at_the_first_write(
        self, engine: Engine, folder: Path, archive: Path
    ) -> None:
        with ZipFile(archive) as zipped:
            names = [each for each in zipped.namelist() if each.endswith(".json") and not each.startswith(".")]
            old = {key: zipped.read(each) for each in names if (key := key_of(each.removesuffix(".json")))}
        held = {key: unpacked(raw)["tables"]["document"]["1"] for key, raw in old.items()}
        store = engine.at(folder)
        store.fill(old.items())
        assert contents(store) == old
        assert {key: store.read(key) for key in old} == held
        (flaw,) = found(store)
        assert (flaw.code, flaw.harmless, flaw.values) == ("drawers-older", True, {"count": len(old)})
        engine.mark(folder, SCHEMA - 1)
        put(store, THING, a=1)
        assert {unpacked(raw)["schema"] for raw in contents(store).values()} == {SCHEMA}
        assert {key: store.read(key) for key in old} == held
        assert found(store) == []

    def test_old_documents_are_brought_up_by_mending_too(self, engine: Engine, folder: Path) -> None:
        store = engine.at(folder)
        store.fill([(key, b'{"schema": 1, "tables": {"document": {"1": {"a": 1}}}}') for key in (THING, BALLOTS)])
        (flaw,) = found(store)
        store.mend(flaw, "now")
        assert found(store) == [], "ballots have no former generation now either"
        assert store.read(THING) == store.read(BALLOTS) == {"a": 1}

    def test_a_later_store_is_not_written_also_where_it_became_so_under_our_hands(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        put(store, THING, a=1)
        engine.mark(folder, SCHEMA + 1)
        for program in (store, engine.at(folder)):
            for key in (THING, OTHER):
                assert refused(lambda: program.change(key, lambda _found: pytest.fail("wrote"))) == "store-newer"  # noqa: B023
            assert program.read(THING) == {"a": 1}, "what it can read it may"

    def test_a_later_document_is_told_as_that_and_left_alone(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        put(store, THING, a=1)
        later = b'{"schema": 99, "tables": {}}'
        engine.spoil(folder, THING, lambda _raw: later)
        told = refused(lambda: store.read(THING)), refused(lambda: put(store, THING, a=2))
        assert set(told) <= {"store-newer", "store-damaged"}
        assert contents(store) == {THING: later}
        assert {each.mendable for each in found(store)} == {False}


class TestDamage:
    """Checksums find it; the former generation mends it, and of what is anonymous there is none."""

    def test_every_damage_is_told_and_never_taken_for_an_empty_document(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        put(store, THING, name="张建国", more=[1, 2])
        (whole,) = contents(store).values()
        chance = Random(2026)
        spoilt = [b"", b"{", b"[]", b"\xff\xfe", b'{"schema": 1}', b"[" * 100_000, whole + b" ", whole[:-1]]
        for _each in range(40):
            flipped = bytearray(whole)
            flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
            spoilt.append(bytes(flipped))
        for content in spoilt:
            engine.spoil(folder, THING, lambda _raw, content=content: content)
            assert refused(lambda: store.read(THING)) == "store-damaged"
            assert refused(lambda: put(store, THING, a=2)) == "store-damaged"
            assert contents(store) == {THING: content}, "not written over"
            assert [each.code for each in found(store)] == ["drawer-lost"]

    def test_a_damaged_document_becomes_what_it_was_before_and_is_kept(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        for number in (1, 2):
            put(store, THING, number=number)
        engine.spoil(folder, THING, lambda raw: raw[:-9])
        (spoilt,) = contents(store).values()
        stamp = store.stamp(THING)
        (flaw,) = found(store)
        assert (flaw.code, flaw.mendable) == ("drawer-damaged", True)
        done = store.mend(flaw, "now")
        assert store.place is not None
        assert (store.place / done.kept).read_bytes() == spoilt
        assert store.read(THING) == {"number": 1}
        assert store.stamp(THING) != stamp
        assert found(store) == []
        assert store.mend(flaw, "now").kept == "", "a second time there is nothing to do"

    def test_of_anonymous_ballots_only_the_present_votes_are_anywhere(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        for number in range(4):
            put(store, BALLOTS, votes=[f"vote-{each}-{number}" for each in range(900 if number % 2 == 0 else 9)])
        everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        assert b"vote-7-3" in everything
        assert not [number for number in range(3) if b"vote-7-%d" % number in everything]
        engine.spoil(folder, BALLOTS, lambda raw: raw[:-9])
        assert [(each.code, each.mendable) for each in found(store)] == [("drawer-lost", False)]

    def test_people_at_work_are_no_flaw(self, engine: Engine, folder: Path, store: Store) -> None:
        stop = threading.Event()

        def work(name: str) -> None:
            number = 0
            while not stop.is_set():
                number += 1
                stop.wait(0.001)
                put(store, Key("things", (name,)), number=number)

        workers = [threading.Thread(target=work, args=(name,)) for name in ("one", "one", "two")]
        for each in workers:
            each.start()
        try:
            for _each in range(10):
                assert found(engine.at(folder)) == []
        finally:
            stop.set()
            for each in workers:
                each.join()

    def test_what_is_whole_and_another_s_is_damage(self, engine: Engine, folder: Path, store: Store) -> None:
        """Two files exchanged, one copied over another: the checksum of each is right."""
        for number in (1, 2):
            put(store, THING, number=number)
        put(store, OTHER, number=3)
        other = contents(store)[OTHER]
        engine.spoil(folder, THING, lambda _raw: other)
        assert refused(lambda: store.read(THING)) == refused(lambda: put(store, THING, a=1)) == "store-damaged"
        (flaw,) = found(store)
        assert (flaw.code, flaw.path.removesuffix(".json")) == ("drawer-damaged", "things/one")
        store.mend(flaw, "now")
        assert (store.read(THING), store.read(OTHER)) == ({"number": 1}, {"number": 3})

    def test_what_has_no_name_is_believed_and_gets_one(self, engine: Engine, folder: Path) -> None:
        """As the first versions of the program wrote."""
        store = engine.at(folder)
        store.fill([(THING, packed({"tables": {"document": {"1": {"a": 1}}}}))])
        assert (store.read(THING), found(store)) == ({"a": 1}, [])
        put(store, THING, a=2)
        assert unpacked(contents(store)[THING])["name"] == "things/one"

"""Readers never see half of a write, writers lose none, and what was reported as saved outlives its writer."""

import os
import signal
import threading
import time
from pathlib import Path
from random import Random

import pytest

from cadre_tui.store import Document, Key, Store
from cadre_tui.store.envelope import unpacked
from tests.store.conformance.acts import BALLOTS, OTHER, THING, contents, found, put, refused
from tests.store.engines import Engine
from tests.store.processes import ended_well, in_a_process

KILLS = int(os.environ.get("CADRE_KILLS", "40"))


class TestIsolation:
    """Readers never see half of a write, writers never lose one."""

    def test_no_update_is_lost_between_processes_and_threads(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        def count() -> None:
            mine = engine.at(folder)

            def more() -> None:
                for _each in range(15):
                    mine.change(THING, lambda found: {"count": (found or {"count": 0})["count"] + 1})

            threads = [threading.Thread(target=more) for _each in range(2)]
            for each in threads:
                each.start()
            for each in threads:
                each.join()

        assert all(map(ended_well, [in_a_process(count) for _each in range(3)]))
        assert store.read(THING) == {"count": 90}

    def test_a_reader_sees_whole_documents_while_they_are_written(self, engine: Engine, folder: Path) -> None:
        put(engine.made(folder), THING, number=0, text=[])

        def write() -> None:
            store = engine.at(folder, lasting=False)
            for number in range(60):
                put(store, THING, number=number, text=[str(number)] * (1000 + number % 7 * 500))

        writer = in_a_process(write)
        store, seen = engine.at(folder), set()
        while not os.waitpid(writer, os.WNOHANG)[0]:
            held = store.read(THING)
            assert held is not None
            assert set(held["text"]) <= {str(held["number"])}
            seen.add(held["number"])
        assert len(seen) > 3

    def test_two_documents_do_not_wait_for_each_other_and_one_not_for_ever(
        self, engine: Engine, folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(engine.patient, "PATIENCE", 0.1)
        other = engine.at(folder)

        def meanwhile(_found: Document | None) -> Document:
            assert refused(lambda: put(other, THING, a=2)) == "store-busy"
            put(other, OTHER, free=True)
            put(store, BALLOTS, free=True)
            assert other.read(THING) is None, "who reads does not wait"
            return {"a": 1}

        store.change(THING, meanwhile)
        assert store.read(THING) == {"a": 1}
        assert len(contents(store)) == 3

    def test_a_snapshot_is_one_moment_while_people_write(self, store: Store) -> None:
        """A writer counts up one document after the other: no snapshot holds the second ahead of the first."""
        stop, first, last = threading.Event(), Key("things", ("a",)), Key("things", ("z",))
        for number in range(60):
            put(store, Key("things", (f"m{number}",)), number=0)

        def work() -> None:
            number = 0
            while not stop.is_set():
                number += 1
                for key in (first, last):
                    put(store, key, number=number)

        worker = threading.Thread(target=work)
        worker.start()
        try:
            seen = []
            while store.read(last) is None:
                time.sleep(0.001)
            for _each in range(8):
                held = {key: unpacked(raw)["tables"]["document"]["1"] for key, raw in contents(store).items()}
                seen.append(held[first]["number"] - held[last]["number"])
        finally:
            stop.set()
            worker.join()
        assert set(seen) <= {0, 1}


class TestCrash:
    """What was reported as saved is found."""

    def test_a_killed_writer_takes_nothing_with_it_and_holds_nothing(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        """Forty writers, or as many as ``CADRE_KILLS`` says, each at a random moment."""
        chance = Random(2026)
        for each in range(KILLS):
            key = Key("drawers", ("r", str(each % 4)))
            reader, writer = os.pipe()

            def write(key: Key = key, writer: int = writer) -> None:
                mine = engine.at(folder)

                def more(newest: Document | None) -> Document:
                    number = 1 + (newest["number"] if newest else 0)
                    return {"number": number, "text": [str(number)] * (1000 + number % 7 * 500)}

                while True:
                    os.write(writer, b"%d\n" % mine.change(key, more)["number"])

            child = in_a_process(write)
            os.close(writer)
            told = os.read(reader, 1)
            time.sleep(chance.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            while piece := os.read(reader, 65536):
                told += piece
            os.close(reader)
            reported = int(told.rstrip(b"\n").split(b"\n")[-1])
            kept = engine.at(folder).read(key)
            assert kept is not None
            assert kept["number"] in (reported, reported + 1), "the last one may be there without having been told"
            assert kept["text"] == [str(kept["number"])] * (1000 + kept["number"] % 7 * 500)
        assert not [each for each in found(store) if not each.mendable]

    def test_an_edit_in_which_the_process_is_gone_has_not_happened(
        self, engine: Engine, folder: Path, store: Store
    ) -> None:
        put(store, THING, a=1)

        def die(_found: Document | None) -> Document:
            os.kill(os.getpid(), signal.SIGKILL)
            return {}

        assert not ended_well(in_a_process(lambda: engine.at(folder).change(THING, die)))
        store.change(THING, lambda found: {**(found or {}), "b": 2})
        assert store.read(THING) == {"a": 1, "b": 2}

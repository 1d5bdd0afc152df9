"""Processes that write at once lose nothing, and a process that is killed takes nothing with it."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from cadre_tui.store import Document, Key
from tests.store.places import THING, store_in

KILLS = int(os.environ.get("CADRE_KILLS", "40"))


def in_a_process(work: Callable[[], None]) -> int:
    """Do the work in a process of its own; answers its id."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        os._exit(1)


def ended_well(child: int) -> bool:
    return os.waitpid(child, 0)[1] == 0


def test_no_update_is_lost_between_processes(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store_in(folder)

    def count() -> None:
        store = store_in(folder)
        for _each in range(25):
            store.change(THING, lambda found: {"count": (found or {"count": 0})["count"] + 1})

    assert all(map(ended_well, [in_a_process(count) for _each in range(4)]))
    assert store_in(folder).read(THING) == {"count": 100}


def test_reported_saved_is_found_after_a_kill(tmp_path: Path) -> None:
    """Writers are killed at a random moment: what they reported is there, and nothing is half written.

    Forty of them, or as many as ``CADRE_KILLS`` says.
    """
    folder, chance = tmp_path / "data", Random(2026)
    store_in(folder)
    begun_anew = 0
    for each in range(KILLS):
        key = Key("drawers", ("r", str(each % 4)))
        found = store_in(folder).read(key)
        start = 0 if found is None else found["number"]
        reader, writer = os.pipe()

        def write(key: Key = key, writer: int = writer) -> None:
            store = store_in(folder)

            def more(newest: Document | None) -> Document:
                number = 1 + (newest["number"] if newest else 0)
                return {"number": number, "text": [str(number)] * (1000 + number % 7 * 500)}

            while True:
                os.write(writer, b"%d\n" % store.change(key, more)["number"])

        child = in_a_process(write)
        os.close(writer)
        first = os.read(reader, 1)
        time.sleep(chance.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told = first
        while piece := os.read(reader, 65536):
            told += piece
        os.close(reader)
        reported = int(told.rstrip(b"\n").split(b"\n")[-1])
        kept = store_in(folder).read(key)
        assert kept is not None
        assert kept["number"] in (reported, reported + 1), "the last one may be there without having been told"
        assert kept["text"] == [str(kept["number"])] * (1000 + kept["number"] % 7 * 500)
        assert reported > start
        begun_anew += start > 0
    assert begun_anew == KILLS - 4, "a lock that a dead process held blocked nobody"

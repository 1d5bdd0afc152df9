"""A damaged file is found, whichever bit of it; the generation before it stays, but never of what is anonymous."""

import json
import os
import resource
from pathlib import Path

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store import Key
from cadre_tui.store.envelope import Damaged, packed, unpacked
from cadre_tui.store.folder.engine import FolderStore
from cadre_tui.store.whole_file import former_of
from cadre_tui.words import refusals
from tests.store.folder.disks import Failing
from tests.store.places import THING, files, store_in
from tests.store.processes import ended_well, in_a_process

BALLOT = Key("ballots", ("r1", "g1"))
ENVELOPE = {"tables": {"document": {"1": {"name": "张建国", "list": [1, {"a": True}]}}}, "later": "x"}


def test_every_bit_that_turns_over_is_found() -> None:
    content = packed(ENVELOPE)
    assert unpacked(content)["tables"] == ENVELOPE["tables"]
    for at in range(len(content)):
        for bit in range(8):
            spoilt = bytearray(content)
            spoilt[at] ^= 1 << bit
            with pytest.raises(Damaged):
                unpacked(bytes(spoilt))


def test_a_file_that_was_cut_off_or_written_on_is_found() -> None:
    content = packed(ENVELOPE)
    for length in range(len(content)):
        with pytest.raises(Damaged):
            unpacked(content[:length])
    for more in (b"\0", b" ", b"}", content):
        with pytest.raises(Damaged):
            unpacked(content + more)


def test_a_file_whose_checksum_was_taken_out_is_no_file_of_an_earlier_version() -> None:
    envelope = json.loads(packed(ENVELOPE))
    del envelope["checksum"]
    with pytest.raises(Damaged):
        unpacked(json.dumps(envelope).encode())


@pytest.mark.parametrize("tables", ["x", [], {"document": []}])
def test_what_has_a_checksum_but_another_shape_is_damage(tables: object) -> None:
    with pytest.raises(Damaged):
        unpacked(packed({"tables": tables}))


def test_the_generation_before_stays_beside_the_present_one(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    for number in range(4):
        store.change(THING, lambda found, number=number: {"number": number})
        (file,) = files(tmp_path)
        former = former_of(file)
        assert former.exists() is (number > 0)
        if number:
            assert unpacked(former.read_bytes())["tables"]["document"]["1"] == {"number": number - 1}
            assert former.stat().st_mode & 0o777 == 0o600


def test_of_anonymous_ballots_no_former_generation_is_kept(tmp_path: Path) -> None:
    """Not under any name: only the present votes are anywhere in the folder."""
    store = store_in(tmp_path)
    for number in range(3):
        store.change(BALLOT, lambda found, number=number: {"votes": [f"vote-{each}" for each in range(number + 1)]})
    holding = [each for each in tmp_path.rglob("*") if each.is_file() and b"vote-" in each.read_bytes()]
    assert holding == files(tmp_path)
    assert len(holding) == 1


def test_a_disk_without_second_names_keeps_a_copy(tmp_path: Path) -> None:
    disk = Failing()
    store = FolderStore(tmp_path, disk=disk)
    store.change(THING, lambda found: {"number": 1})
    disk.fail_at("link", 1)  # EPERM
    store.change(THING, lambda found: {"number": 2})
    (file,) = files(tmp_path)
    former = former_of(file)
    assert unpacked(former.read_bytes())["tables"]["document"]["1"] == {"number": 1}
    assert former.stat().st_ino != file.stat().st_ino


def test_a_stamp_never_comes_twice_also_where_the_clock_goes_back(tmp_path: Path) -> None:
    """The same size, the same number of the file, the same moment: what told the time before is not believed."""
    store = store_in(tmp_path)
    stamps = []
    for number in range(30):
        store.change(THING, lambda found, number=number: {"number": 10 + number})
        (file,) = files(tmp_path)
        stamps.append(store.stamp(THING))
        if number % 3 == 2:  # an hour ahead: from here on the system's clock is behind what was written
            ahead = file.stat().st_mtime_ns + 3_600_000_000_000
            os.utime(file, ns=(ahead, ahead))
    assert len(set(stamps)) == 30
    times = [int(each.split("-")[1]) for each in stamps]
    assert times == sorted(times), "later is later"
    assert store.read(THING) == {"number": 39}


def test_a_file_that_may_grow_no_more_is_told_as_a_full_disk(tmp_path: Path) -> None:
    """A true refusal of the system's, in a process of its own: what was saved before is there, and can be read."""
    store = store_in(tmp_path)
    store.change(THING, lambda found: {"text": "short"})

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
        with pytest.raises(StoreFailure) as told:
            store.change(THING, lambda found: {"text": "长" * 4096})
        assert told.value.code == "store-disk-full"
        assert "磁盘已满" in refusals.sentence(told.value)
        store.change(THING, lambda found: {"text": "still short"})

    assert ended_well(in_a_process(fill))
    assert store.read(THING) == {"text": "still short"}
    assert not list(tmp_path.rglob("*.new"))

"""A writer is killed after its document has its name and before the former generation has its own."""

from contextlib import suppress
from pathlib import Path

import pytest

from cadre_tui.model.safekeeping import Flaw
from cadre_tui.store import Store
from cadre_tui.store.disk import DISK, Disk
from cadre_tui.store.folder.engine import FolderStore
from cadre_tui.store.whole_file import former_of, fresh_of, kept_of, settle_former
from tests.store.folder.disks import PowerCut, Watched
from tests.store.places import THING, store_in


class Killed(Watched):
    """The process is gone at the call of that name, the first or a later one."""

    def __init__(self, call: str, time: int) -> None:
        super().__init__()
        self._at = call, time
        self._gone = False

    def before(self, call: str) -> None:
        """Nothing after it happens."""
        self._gone = self._gone or (call, self.calls.count(call)) == self._at
        if self._gone:
            raise PowerCut


def write(folder: Path, number: int, disk: Disk = DISK) -> None:
    FolderStore(folder, disk=disk).change(THING, lambda _found: {"number": number})


def spoil(path: Path) -> None:
    """As when a bit of the document turns over; its file has no other name."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    other = path.with_name("other")
    other.write_bytes(content)
    other.chmod(0o600)
    other.rename(path)


def flaws(store: Store) -> list[Flaw]:
    return list(store.examine(lambda _done, _of: None))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The third generation is there, the second still lies where it was kept, and the first is the former one."""
    folder = tmp_path / "data"
    store_in(folder)
    write(folder, 1)
    write(folder, 2)
    with pytest.raises(PowerCut):
        write(folder, 3, Killed("rename", 2))
    assert b'{"number":2}' in kept_of(folder / "things" / "one.json").read_bytes()
    assert b'{"number":1}' in former_of(folder / "things" / "one.json").read_bytes()
    return folder


def test_what_is_mended_as_left_over_is_the_former_generation_from_then_on(folder: Path) -> None:
    store = FolderStore(folder)
    (left,) = flaws(store)
    store.mend(left, "now")
    assert flaws(store) == []
    spoil(folder / "things" / "one.json")
    for each in flaws(store):
        store.mend(each, "later")
    assert store.read(THING) == {"number": 2}


def test_a_document_that_is_damaged_meanwhile_becomes_the_one_just_before_it(folder: Path) -> None:
    spoil(folder / "things" / "one.json")
    store = FolderStore(folder)
    assert [each.code for each in flaws(store)] == ["drawer-damaged", "left-over"]
    for each in flaws(store):
        store.mend(each, "now")
    assert store.read(THING) == {"number": 2}
    assert flaws(store) == []


@pytest.mark.parametrize("next_one_waits", [True, False])
def test_half_of_a_copy_never_becomes_the_former_generation(folder: Path, next_one_waits: bool) -> None:
    """A disk that knows no second names gets a copy; the next generation waits as long as that is not whole."""
    path = folder / "things" / "one.json"
    kept_of(path).write_bytes(path.read_bytes()[:9])
    if next_one_waits:
        fresh_of(path).touch(0o600)
        settle_former(path)
    store = FolderStore(folder)
    for each in flaws(store):
        store.mend(each, "now")
    assert flaws(store) == []
    assert b'{"number":1}' in former_of(path).read_bytes()


@pytest.mark.parametrize("call", ["create", "write", "sync", "close", "link", "rename", "open_folder"])
@pytest.mark.parametrize("time", [1, 2, 3])
def test_whoever_writes_next_may_be_killed_too(folder: Path, call: str, time: int) -> None:
    with suppress(PowerCut):
        write(folder, 4, Killed(call, time))
    store = FolderStore(folder)
    now = (store.read(THING) or {})["number"]
    spoil(folder / "things" / "one.json")
    for each in flaws(store):
        store.mend(each, "now")
    assert store.read(THING) in ({"number": now - 1}, {"number": now}), "now: its file still had a second name"

"""A disk that takes nothing more is looked through and backed up like any other."""

import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.folder import engine
from cadre_tui.store.folder.engine import FolderStore
from cadre_tui.store.protocol import Store
from tests.store.places import THING, store_in

OTHER = THING._replace(of=("other",))
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = store_in(tmp_path / "data")
    made.change(THING, lambda found: {"a": 1})
    made.change(OTHER, lambda found: {"b": 2})
    return made


@pytest.fixture(params=[errno.EROFS, errno.ENOSPC], ids=["read-only", "full"])
def number(request: pytest.FixtureRequest, store: Store, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the system answers from now on to whatever would make a name or, read-only, open a file to be written."""
    number: int = request.param
    opened, read_only = os.open, number == errno.EROFS

    def refuse(*_what: Any, **_how: Any) -> None:
        raise OSError(number, os.strerror(number))

    def open_(path: Any, flags: int, *rest: Any, **how: Any) -> int:
        if flags & WRITES if read_only else flags & os.O_CREAT and not Path(path).exists():
            refuse()
        return opened(path, flags, *rest, **how)

    monkeypatch.setattr(os, "open", open_)
    for call in ("mkdir", "link", "rename", "replace"):
        monkeypatch.setattr(os, call, refuse)
    return number


def test_every_document_is_in_a_snapshot(number: int, store: Store) -> None:
    with store.snapshot() as documents:
        assert [key for key, _content in documents] == [*store.all_keys()]
    with pytest.raises(StoreFailure) as told:
        store.change(THING, lambda found: {"a": 2})
    assert told.value.code == ("store-disk-full" if number == errno.ENOSPC else "store-read-only")
    assert store.read(THING) == {"a": 1}


def test_nothing_is_wrong_with_it(number: int, store: Store) -> None:
    assert not list(store.examine(lambda _done, _of: None))


def test_who_writes_waits_until_all_is_read(
    number: int, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody may write there after all: a disk may be read-only for one program alone, a full one empties."""
    with store.snapshot() as documents:
        monkeypatch.undo()
        monkeypatch.setattr(engine, "PATIENCE", 0.05)
        told: list[str] = []

        def write() -> None:
            try:
                FolderStore(tmp_path / "data").change(THING, lambda found: {"a": 2})
            except StoreFailure as failure:
                told.append(failure.code)

        worker = threading.Thread(target=write)
        worker.start()
        worker.join()
        assert told == ["store-busy"]
        assert len(list(documents)) == 2
    FolderStore(tmp_path / "data").change(THING, lambda found: {"a": 2})
    assert store.read(THING) == {"a": 2}

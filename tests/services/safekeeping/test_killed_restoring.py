"""A restoring that is killed, at whichever call: it is no county and done again, or it is whole and left alone."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.services.county import open_county
from cadre_tui.services.safekeeping import backups, restoring
from cadre_tui.store import Store, keys, open_store
from cadre_tui.store.disk import Disk
from tests.services.safekeeping.test_backups import never
from tests.store.conformance.acts import contents, put
from tests.store.engines import ENGINES, Engine
from tests.store.places import store_in
from tests.store.processes import ended_well, in_a_process


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A backup of a few documents, with a file among the checklists."""
    store = store_in(tmp_path / "data")
    for key in (keys.COUNTY, keys.ROSTER, keys.account("q1")):
        put(store, key, name="清河")
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "own.toml").write_text("x")
    county = open_county(f"tinydb://{tmp_path}/data", plugins=False)
    backups.back_up(county, tmp_path / "b.zip", tmp_path / "checklists")
    return tmp_path / "b.zip"


def killed_at(last: int) -> None:
    """This process is, at the call of that number; the calls through the store's door, and those that tidy up."""
    calls = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return counting

    for name in [each for each in vars(Disk) if each[0] != "_"]:
        setattr(Disk, name, counted(getattr(Disk, name)))
    for name in ("rmdir", "rename", "chmod"):
        setattr(Path, name, counted(getattr(Path, name)))
    for module in ("cadre_tui.store.folder.filling", "cadre_tui.services.safekeeping.restoring"):
        loaded = __import__(module, fromlist=["rmtree"])
        loaded.rmtree = counted(loaded.rmtree)


def county_of(store: Store) -> bool:
    """Whether there is one."""
    try:
        return store.read(keys.COUNTY) is not None
    except StoreFailure:
        return False


@pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)
def test_at_every_call(kept: Path, tmp_path: Path, engine: Engine) -> None:
    restoring.restore(kept, tmp_path / "as-it-is", never)
    before, again, whole = contents(open_store(f"tinydb://{tmp_path}/as-it-is")), 0, 0
    for last in range(1, 300):
        back = tmp_path / str(last)
        store = None if engine.name == "tinydb" else engine.address(back)

        def restore(last: int = last, back: Path = back, store: str | None = store) -> None:
            killed_at(last)
            restoring.restore(kept, back, never, store)

        done = ended_well(in_a_process(restore))
        if county_of(open_store(engine.address(back))):
            whole += 1
            with pytest.raises(BadInput) as told:
                restoring.restore(kept, back, never, store)
            assert told.value.code == ("store-not-empty" if store else "restore-not-empty")
        else:
            again += 1
            restoring.restore(kept, back, never, store)
        assert contents(open_store(engine.address(back))) == before
        assert [each.name for each in (back / "checklists").iterdir()] == ["own.toml"]
        if done:
            break
    assert done
    assert again > 20
    assert whole > 2, "also after it had become one, on the way to being tidy"


def test_a_filling_that_fails_on_its_way_to_its_place_leaves_nothing(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = tmp_path / "back"
    back.mkdir()
    rename = Disk.rename

    def fails_for_one(self: Disk, path: Path, to: Path) -> None:
        if to.parent == back and to.name == "accounts":
            raise OSError(5, "Input/output error")
        rename(self, path, to)

    monkeypatch.setattr(Disk, "rename", fails_for_one)
    with pytest.raises(StoreFailure):
        restoring.restore(kept, back, never)
    assert list(back.iterdir()) == []
    monkeypatch.undo()
    assert restoring.restore(kept, back, never).documents

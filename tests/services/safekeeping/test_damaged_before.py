"""A document that is damaged where it lies: a backup holds it as it is and says so, a copy is not made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.services.county import County, open_county
from cadre_tui.services.safekeeping import backups, checkup, copying, restoring
from cadre_tui.store import Key
from tests.services.safekeeping.test_backups import never
from tests.services.small import Small, rules
from tests.store.conformance.acts import contents
from tests.store.engines import ENGINES, Engine

DRAWER = Key("drawers", ("r1", "gone"))


def a_bit(raw: bytes) -> bytes:
    return raw[:-3] + bytes([raw[-3] ^ 1]) + raw[-2:]


def no_text(raw: bytes) -> bytes:
    return raw[:40] + b"\xff\xfe" + raw[42:]


def cut_off(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


@pytest.fixture(params=ENGINES, ids=lambda each: each.name)
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.param
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "there"


@pytest.fixture
def county(small: Small, engine: Engine, folder: Path) -> County:
    """On each engine, with a drawer that has no former generation."""
    small.opened(rules())
    small.county.store.change(DRAWER, lambda _found: {"responses": {}})
    copying.copy(small.county, engine.address(folder))
    return open_county(engine.address(folder), quick_passwords=True)


@pytest.mark.parametrize("spoil", [a_bit, no_text, cut_off])
def test_a_backup_holds_it_as_it_is_and_so_does_what_is_restored(
    county: County, engine: Engine, folder: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    """On whichever engine: the rest must not be lost for it."""
    engine.spoil(folder, DRAWER, spoil)
    before = contents(county.store)
    found = backups.back_up(county, tmp_path / "b.zip")
    assert (found.damaged, found.documents) == (1, len(before))
    assert backups.verify(tmp_path / "b.zip", never).damaged == 1
    for other in ENGINES:
        back = tmp_path / other.name
        assert restoring.restore(tmp_path / "b.zip", back, never, other.address(back)).damaged == 1
        restored = open_county(other.address(back), quick_passwords=True)
        assert contents(restored.store) == before
        (flaw,) = checkup.look(restored).flaws
        assert (flaw.code, flaw.path.removesuffix(".json")) == ("drawer-lost", "drawers/r1/gone")


def test_a_copy_is_not_made_and_the_document_named(
    county: County, engine: Engine, folder: Path, tmp_path: Path
) -> None:
    """What it was before stays behind: first it is to be mended."""
    engine.spoil(folder, DRAWER, a_bit)
    with pytest.raises(StoreFailure) as told:
        copying.copy(county, f"tinydb://{tmp_path}/copy")
    assert (told.value.code, told.value.values["path"]) == ("store-damaged", "drawers/r1/gone")
    assert not (tmp_path / "copy").exists()


def test_what_a_later_program_wrote_is_in_no_backup_of_this_one(
    county: County, engine: Engine, folder: Path, tmp_path: Path
) -> None:
    engine.spoil(folder, DRAWER, lambda _raw: b'{"schema":99,"tables":{}}')
    for act in (
        lambda: backups.back_up(county, tmp_path / "b.zip"),
        lambda: copying.copy(county, f"tinydb://{tmp_path}/copy"),
    ):
        with pytest.raises(StoreFailure) as told:
            act()
        assert told.value.code == "store-newer"
    assert not list(tmp_path.glob("*b.zip*"))

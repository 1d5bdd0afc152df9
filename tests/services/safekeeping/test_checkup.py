"""The look at a county of which nothing can be read any more says so, and does not fail itself."""

from pathlib import Path
from random import Random

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.services.county import open_county
from cadre_tui.services.safekeeping import checkup
from cadre_tui.store import Key, open_store
from cadre_tui.store.envelope import SCHEMA, packed


@pytest.mark.parametrize("rest", [0.5, 0.0])
def test_a_database_that_was_cut_off_is_one_flaw(tmp_path: Path, rest: float) -> None:
    location = f"sqlite://{tmp_path}/there/county.db"
    chance = Random(2026)
    store = open_store(location)
    store.fill((Key("things", (str(each),)), _content(chance)) for each in range(40))
    file = tmp_path / "there" / "county.db"
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * rest)])
    county = open_county(location, plugins=False)
    with pytest.raises(StoreFailure):
        list(county.store.all_keys())
    found = checkup.look(county)
    assert [each.code for each in found.flaws if not each.harmless] == ["database-damaged"]
    assert not found.well
    assert not found.mendable


def _content(chance: Random) -> bytes:
    return packed({"schema": SCHEMA, "tables": {"document": {"1": {"text": chance.randbytes(2000).hex()}}}})

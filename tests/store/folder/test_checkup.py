"""A look finds whatever can be wrong with the files, and mending loses nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.safekeeping import Flaw
from cadre_tui.store import Key, Store
from cadre_tui.store.folder import checkup
from cadre_tui.store.locks import locked
from cadre_tui.store.whole_file import former_of, fresh_of
from tests.store.folder.test_released import ARCHIVES, documents, unpack
from tests.store.places import THING, store_in

BALLOT = Key("ballots", ("r1", "g1"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two generations of a thing, one of a drawer and of ballots."""
    made = store_in(tmp_path / "data")
    for number in (1, 2):
        made.change(THING, lambda found, number=number: {"number": number})
    made.change(Key("drawers", ("r1", "q 1")), lambda found: {"a": 1})
    made.change(BALLOT, lambda found: {"votes": ["x"]})
    return made


def found(store: Store) -> list[Flaw]:
    return list(store.examine(lambda done, of: None))


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


def mended(store: Store) -> dict[str, str]:
    return {each.code: store.mend(each, "now").kept for each in found(store) if each.mendable}


def test_nothing_is_wrong_with_what_the_store_wrote(store: Store) -> None:
    seen: list[tuple[int, int]] = []
    assert list(store.examine(lambda done, of: seen.append((done, of)))) == []
    assert seen[0][0] == 0
    assert len({of for _done, of in seen}) == 1
    assert set(store.all_keys()) == {THING, BALLOT, Key("drawers", ("r1", "q 1"))}


def test_a_damaged_drawer_becomes_what_it_was_before_and_is_kept(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "data" / "things" / "one.json"
    spoil(file)
    spoilt = file.read_bytes()
    assert [(each.code, each.mendable) for each in found(store)] == [("drawer-damaged", True)]
    kept = mended(store)["drawer-damaged"]
    assert (tmp_path / "data" / kept).read_bytes() == spoilt
    assert store.read(THING) == {"number": 1}
    assert found(store) == []
    assert set(store.all_keys()) == {THING, BALLOT, Key("drawers", ("r1", "q 1"))}, "what is kept is no document"


@pytest.mark.parametrize("make", [spoil, lambda path: path.write_bytes(path.read_bytes()[:9]), Path.unlink])
def test_where_both_generations_are_gone_only_a_backup_helps(
    store: Store, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    file = tmp_path / "data" / "things" / "one.json"
    make(former_of(file))
    spoil(file)
    told = found(store)
    assert ("drawer-lost", False) in [(each.code, each.mendable) for each in told]
    before = file.read_bytes()
    mended(store)
    assert file.read_bytes() == before


def test_a_drawer_that_is_gone_comes_back_from_its_former_generation(store: Store, tmp_path: Path) -> None:
    (tmp_path / "data" / "things" / "one.json").unlink()
    assert [each.code for each in found(store)] == ["drawer-missing"]
    mended(store)
    assert store.read(THING) == {"number": 1}
    assert found(store) == []


def test_what_a_killed_writer_left_goes_but_not_from_under_one_at_work(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkup, "PATIENCE", 0.05)
    file = tmp_path / "data" / "things" / "one.json"
    fresh_of(file).write_bytes(b"half")
    fresh_of(file).chmod(0o600)
    with locked(tmp_path / "data" / ".locks" / "things" / "one.lock", 1):
        (told,) = found(store)
    assert (told.code, told.path) == ("lock-held", ".locks/things/one.lock")
    assert [each.code for each in found(store)] == ["left-over"]
    mended(store)
    assert not fresh_of(file).exists()
    assert store.read(THING) == {"number": 2}


def test_a_spoilt_former_generation_is_put_aside(store: Store, tmp_path: Path) -> None:
    former = former_of(tmp_path / "data" / "things" / "one.json")
    spoil(former)
    assert [each.code for each in found(store)] == ["former-damaged"]
    assert mended(store)["former-damaged"].startswith(".damaged/now/things/")
    assert not former.exists()
    assert found(store) == []


def test_a_former_generation_of_ballots_is_found_and_goes_for_good(store: Store, tmp_path: Path) -> None:
    former = former_of(tmp_path / "data" / "ballots" / "r1" / "g1.json")
    former.write_bytes((tmp_path / "data" / "ballots" / "r1" / "g1.json").read_bytes())
    former.chmod(0o600)
    assert [each.code for each in found(store)] == ["former-kept"]
    assert mended(store) == {"former-kept": ""}
    assert not former.exists()
    assert not (tmp_path / "data" / ".damaged").exists()


def test_what_others_could_read_is_closed(store: Store, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "things" / "one.json").chmod(0o644)
    (data / "drawers").chmod(0o750)
    told = found(store)
    assert {(each.code, each.path) for each in told} == {
        ("open-to-others", "things/one.json"),
        ("open-to-others", "drawers"),
    }
    mended(store)
    assert found(store) == []
    for mode, harmless in ((0o755, True), (0o770, False)):  # nothing in the folder lets anybody in
        data.chmod(mode)
        assert [(each.code, each.path, each.harmless) for each in found(store)] == [("open-to-others", ".", harmless)]
    mended(store)
    assert (data / "drawers").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator can give a file away")
def test_what_belongs_to_another_account_is_given_back(store: Store, tmp_path: Path) -> None:
    os.chown(tmp_path / "data" / "things" / "one.json", 65534, 65534)
    assert [each.code for each in found(store)] == ["of-another"]
    mended(store)
    assert found(store) == []


def test_what_a_newer_program_wrote_is_left_alone(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "data" / "things" / "one.json"
    file.write_bytes(b'{"schema": 9, "tables": {}}')
    assert [(each.code, each.mendable, each.values["schema"]) for each in found(store)] == [
        ("drawer-newer", False, 9)
    ]


def test_what_lies_beside_the_documents_is_not_looked_at(store: Store, tmp_path: Path) -> None:
    for name in ("checklists/x.json", "outbox/zhang/y.json", "demo/county.json", "cadre.log", "backup.zip"):
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert found(store) == []


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.stem)
def test_a_store_of_an_earlier_version_is_written_anew_and_the_old_files_stay(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "data"
    unpack(archive, folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    store, held = store_in(folder), documents(folder)
    old = {path: path.read_bytes() for path in folder.rglob("*.json")}
    (flaw,) = found(store)
    assert (flaw.code, flaw.harmless, flaw.values) == ("drawers-older", True, {"count": len(held)})
    store.mend(flaw, "now")
    assert found(store) == []
    assert documents(folder) == held
    assert {path: former_of(path).read_bytes() for path in old} == old


def test_what_a_killed_backup_left_is_found_but_not_while_one_is_made(store: Store, tmp_path: Path) -> None:
    with store.snapshot() as documents:
        assert len(list(documents)) == 3
        assert (tmp_path / "data" / ".snapshots").exists()
        assert found(store) == []
    assert not (tmp_path / "data" / ".snapshots").exists()
    (tmp_path / "data" / ".snapshots" / "abcd").mkdir(0o700, parents=True)
    (tmp_path / "data" / ".snapshots").chmod(0o700)
    assert [each.code for each in found(store)] == ["snapshot-left"]
    mended(store)
    assert found(store) == []


def test_a_former_generation_of_a_later_program_is_all_there_is_and_is_told_as_that(
    store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "data" / "things" / "one.json"
    former_of(file).write_bytes(b'{"schema": 9, "tables": {}}')
    assert found(store) == []
    file.unlink()
    assert [(each.code, each.path) for each in found(store)] == [("drawer-newer", "things/one.json")]


def test_nothing_is_mended_while_a_later_program_brings_the_store_up(store: Store, tmp_path: Path) -> None:
    """The mark comes last; what all programs read at their start comes first."""
    (tmp_path / "data" / "county.json").write_bytes(b'{"schema": 9, "tables": {}}')
    with pytest.raises(StoreFailure) as told:
        store.mend(Flaw(code="drawers-older"), "now")
    assert told.value.code == "store-newer"


def test_a_former_generation_of_another_is_no_help(store: Store, tmp_path: Path) -> None:
    """It would make one person's answers another's."""
    file = tmp_path / "data" / "things" / "one.json"
    store.change(Key("things", ("two",)), lambda found: {"number": 7})
    former_of(file).write_bytes((tmp_path / "data" / "things" / "two.json").read_bytes())
    assert [(each.code, each.path) for each in found(store)] == [("former-damaged", "things/.one.json.former")]
    spoil(file)
    assert ("drawer-lost", "things/one.json") in [(each.code, each.path) for each in found(store)]

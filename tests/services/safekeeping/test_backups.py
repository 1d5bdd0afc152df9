"""A backup is one moment, whole, and comes back as it was; what is not a whole one never comes back at all."""

import json
import os
import signal
import threading
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from cadre_tui.model.fault import BadInput, CadreError, NotRight, StoreFailure
from cadre_tui.services.county import County, open_county
from cadre_tui.services.safekeeping import archive, backups, checkup, passphrase, restoring
from cadre_tui.services.safekeeping.archive import Archive, is_plain
from cadre_tui.store import Key
from cadre_tui.store.digests import Digests
from cadre_tui.store.envelope import packed
from tests.services.small import Clock, Small, county_in, rules
from tests.store.engines import ENGINES, Engine
from tests.store.places import files, store_in
from tests.store.processes import ended_well, in_a_process

WORD = "correct horse battery staple"
MADE = datetime(2026, 3, 1, tzinfo=UTC)


def never() -> str:
    pytest.fail("asked for a passphrase")


@pytest.fixture
def saved(small: Small) -> Small:
    """With a round, and documents whose names are out of the ordinary."""
    small.opened(rules())
    for name in ("..", "a/b", ".hidden", "长" * 200, "A b%"):
        small.county.store.change(Key("drawers", ("r1", name)), lambda found: {"responses": {}})
    return small


@pytest.fixture
def kept(saved: Small, tmp_path: Path) -> Path:
    """A backup of it."""
    backups.back_up(saved.county, tmp_path / "b.zip", saved.folder / "checklists")
    return tmp_path / "b.zip"


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in (*files(folder), *(folder / "checklists").glob("*"))
    }


def test_every_digest_is_the_same_after_a_restoring(saved: Small, tmp_path: Path) -> None:
    before = digests(saved.folder)
    found = backups.back_up(saved.county, tmp_path / "b.zip", saved.folder / "checklists")
    assert found.documents + found.checklists == len(before)
    assert (tmp_path / "b.zip").stat().st_mode & 0o777 == 0o600
    assert not (saved.folder / ".snapshots").exists()
    back = tmp_path / "deep" / "back"
    assert restoring.restore(tmp_path / "b.zip", back, never) == backups.verify(tmp_path / "b.zip", never) == found
    assert digests(back) == before
    assert {oct(path.stat().st_mode & 0o777) for path in (back, *back.rglob("*"))} == {"0o700", "0o600"}
    assert checkup.look(backups_county(back)).well


def backups_county(folder: Path) -> County:
    return county_in(folder, Clock())


def test_a_backup_is_one_moment_while_people_write(saved: Small, tmp_path: Path) -> None:
    """A writer counts up one document after the other: no backup holds the second ahead of the first."""
    store, stop = saved.county.store, threading.Event()
    first, second = Key("things", ("a",)), Key("things", ("z",))
    for number in range(120):  # between the two, so that something can happen meanwhile
        store.change(Key("things", (f"m{number}",)), lambda found: {"number": 0})

    def work() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            for key in (first, second):
                store.change(key, lambda found, number=number: {"number": number})

    worker = threading.Thread(target=work)
    worker.start()
    try:
        seen = []
        for _each in range(15):
            with store.snapshot() as documents:
                held = {key: json.loads(content)["tables"]["document"]["1"] for key, content in documents}
            if second in held:
                seen.append((held[first]["number"], held[second]["number"]))
    finally:
        stop.set()
        worker.join()
    assert len(seen) > 10
    assert all(one - other in (0, 1) for one, other in seen), seen


def test_who_writes_one_document_while_writing_another_never_waits_for_a_backup(tmp_path: Path) -> None:
    store, stop = store_in(tmp_path / "data"), threading.Event()
    taken = threading.Event()

    def look() -> None:
        while not stop.is_set():
            with store.snapshot() as documents:
                list(documents)
            taken.set()

    looker = threading.Thread(target=look)
    looker.start()
    try:
        taken.wait(10)
        for number in range(50):

            def outer(found: object, number: int = number) -> dict[str, object]:
                store.change(Key("audit", (str(number),)), lambda _found: {"number": number})
                return {"count": number}

            store.change(Key("audit-head"), outer)
    finally:
        stop.set()
        looker.join()
    assert store.read(Key("audit-head")) == {"count": 49}


def test_with_a_passphrase_nothing_can_be_read_without_it(saved: Small, tmp_path: Path) -> None:
    """Each opening is made slow on purpose, so there are but three."""
    file = tmp_path / "b.age"
    found = backups.back_up(saved.county, file, secret=lambda: WORD)
    assert found.encrypted
    assert b"manifest" not in file.read_bytes()
    with pytest.raises(BadInput) as told:
        restoring.restore(file, tmp_path / "back", lambda: "wrong horse battery staple")
    assert told.value.code == "passphrase-wrong"
    assert not (tmp_path / "back").exists()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(NotRight) as told_of_it:
        backups.verify(file, lambda: WORD)
    assert told_of_it.value.code == "backup-damaged"


def test_a_short_passphrase_makes_no_backup(saved: Small, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as told:
        backups.back_up(saved.county, tmp_path / "b", secret=lambda: "x" * (passphrase.SHORTEST - 1))
    assert told.value.code == "passphrase-short"
    assert not (tmp_path / "b").exists()


def test_nothing_is_written_over(saved: Small, kept: Path, tmp_path: Path) -> None:
    before = kept.read_bytes()
    for file, code in ((kept, "backup-exists"), (tmp_path / "none" / "b.zip", "backup-no-folder")):
        with pytest.raises(BadInput) as told:
            backups.back_up(saved.county, file)
        assert told.value.code == code
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("x")
    for folder in (tmp_path / "full", saved.folder, kept):
        with pytest.raises(BadInput) as told:
            restoring.restore(kept, folder, never)
        assert told.value.code == "restore-not-empty"
    assert kept.read_bytes() == before
    assert [each.name for each in (tmp_path / "full").iterdir()] == ["mine"]


def test_a_disk_that_gives_back_something_else_is_found(
    saved: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte in the middle is another one when it is read back: there is no backup then."""
    written = archive.write

    def spoilt(file: BinaryIO, *what: Any) -> archive.Manifest:
        manifest = written(file, *what)
        file.seek(200)
        byte = file.read(1)
        file.seek(200)
        file.write(bytes([byte[0] ^ 1]))
        return manifest

    monkeypatch.setattr(backups, "write", spoilt)
    with pytest.raises(StoreFailure) as told:
        backups.back_up(saved.county, tmp_path / "b.zip")
    assert told.value.code == "backup-not-kept"
    assert not list(tmp_path.glob("*b.zip*"))


def test_no_more_than_one_document_is_held_at_a_time(saved: Small, tmp_path: Path) -> None:
    """A county of three hundred times what its largest document takes, packed hardly smaller."""
    chance = Random(2026)
    for number in range(60):
        text = chance.randbytes(100_000).hex()
        saved.county.store.change(Key("things", (str(number),)), lambda found, text=text: {"text": text})
    tracemalloc.start()
    try:
        backups.back_up(saved.county, tmp_path / "b.zip")
        restoring.restore(tmp_path / "b.zip", tmp_path / "back", never)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "b.zip").stat().st_size > 5_000_000
    assert most < 2_500_000


@pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)
def test_a_restoring_that_was_killed_is_no_county_and_can_be_done_again(
    kept: Path, tmp_path: Path, engine: Engine
) -> None:
    """Killed when all is unpacked and nothing has its name yet."""
    back = tmp_path / "back"
    store = None if engine.name == "tinydb" else engine.address(back)

    def killed(self: Digests, *_kept: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def restore() -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Digests, "must_be_those_of", killed)
            restoring.restore(kept, back, never, store)

    assert not ended_well(in_a_process(restore))
    assert (back / restoring.UNDER_WAY).is_dir()
    assert not (back / "county.json").exists()
    restoring.restore(kept, back, never, store)
    county = open_county(store or engine.address(back), quick_passwords=True)
    assert checkup.look(county).well
    assert len(list((back / "checklists").iterdir())) > 0
    with pytest.raises(BadInput):
        restoring.restore(kept, back, never, store)


def test_a_restoring_elsewhere_writes_over_no_checklists(kept: Path, tmp_path: Path) -> None:
    data = tmp_path / "mine"
    (data / "checklists").mkdir(parents=True)
    (data / "checklists" / "own.toml").write_text("x")
    with pytest.raises(BadInput) as told:
        restoring.restore(kept, data, never, f"sqlite://{data}/county.db")
    assert told.value.code == "restore-not-empty"
    assert [each.name for each in data.rglob("*")] == ["checklists", "own.toml"]


def test_every_damage_is_found_and_nothing_comes_back(kept: Path, tmp_path: Path) -> None:
    """Cut off anywhere, and a bit turned over anywhere."""
    whole, chance = kept.read_bytes(), Random(2026)
    expected = backups.verify(kept, never)
    harmless = 0
    for _each in range(150):
        spoilt = bytearray(whole)
        spoilt[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        kept.write_bytes(spoilt)
        try:
            assert backups.verify(kept, never) == expected  # a bit that means nothing: a time, an attribute
            harmless += 1
        except (NotRight, BadInput):
            pass
    assert harmless < 60
    for bit in range(8 * 22):  # the archive's last lines say where the rest is, and may say: before the beginning
        spoilt = bytearray(whole)
        spoilt[-1 - bit // 8] ^= 1 << bit % 8
        kept.write_bytes(spoilt)
        with suppress(NotRight):
            assert backups.verify(kept, never) == expected
    for length in (0, 1, 30, len(whole) // 2, len(whole) - 1):
        kept.write_bytes(whole[:length])
        with pytest.raises(NotRight):
            restoring.restore(kept, tmp_path / "back", never)
        assert not (tmp_path / "back").exists()


def forged(path: Path, change: Callable[[dict[str, object], dict[str, bytes]], object]) -> Path:
    """The backup as somebody makes it who wants to do harm."""
    with ZipFile(path) as zipped:
        entries = {each: zipped.read(each) for each in zipped.namelist()}
    manifest = json.loads(entries.pop(archive.MANIFEST))
    change(manifest, entries)
    with ZipFile(path, "w", ZIP_DEFLATED) as zipped:
        for name, content in {**entries, archive.MANIFEST: json.dumps(manifest).encode()}.items():
            zipped.writestr(name, content)
    return path


def entry(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "size": len(content), "digest": sha256(content).hexdigest()}


TRICKS = (
    "../evil",
    "/etc/evil",
    "a/../../evil",
    "..",
    "",
    "a//b",
    ".locks/x",
    "things/.x.json.former",
    "C:\\x",
    "a\0b",
)


@pytest.mark.parametrize("name", TRICKS)
@pytest.mark.parametrize("part", ["documents", "checklists"])
def test_no_name_leads_out(kept: Path, tmp_path: Path, name: str, part: str) -> None:
    content = packed({"tables": {}})

    def add(manifest: dict[str, object], entries: dict[str, bytes]) -> None:
        manifest[part] = [*manifest[part], entry(name, content)]  # type: ignore[misc]
        entries[f"{part}/{name}" + (".json" if part == "documents" else "")] = content

    before = set(tmp_path.rglob("*"))
    with pytest.raises(NotRight) as told:
        restoring.restore(forged(kept, add), tmp_path / "back", never)
    assert told.value.code == "backup-damaged"
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda manifest, entries: entries.update({"more": b"x"}), "backup-damaged"),
        (lambda manifest, entries: entries.popitem(), "backup-damaged"),
        (lambda manifest, entries: manifest.update(format="zip"), "backup-none"),
        (lambda manifest, entries: manifest.update(documents=[{"name": 1}]), "backup-none"),
        (lambda manifest, entries: manifest.update(version=2), "backup-newer"),
        (lambda manifest, entries: manifest["documents"][0].update(digest="0" * 64), "backup-damaged"),
        (lambda manifest, entries: manifest["documents"][0].update(size=1), "backup-damaged"),
        (lambda manifest, entries: manifest["documents"][0].update(size=10**15), "backup-too-large"),
    ],
)
def test_what_the_manifest_and_the_entries_say_must_agree(
    kept: Path, tmp_path: Path, change: Callable[[dict[str, object], dict[str, bytes]], object], code: str
) -> None:
    with pytest.raises(CadreError) as told:
        restoring.restore(forged(kept, change), tmp_path / "back", never)
    assert told.value.code == code
    assert not (tmp_path / "back").exists()


def test_a_bomb_is_not_unpacked() -> None:
    """Forty megabytes of nothing in a file of forty kilobytes, honestly said: more than any backup unpacks to."""
    content = b"\0" * 40_000_000
    file = BytesIO()
    archive.write(file, [("things/one", content)], [], MADE, "0")
    with pytest.raises(NotRight) as told:
        Archive(file, "bomb")
    assert told.value.code == "backup-too-large"


def test_a_bomb_that_lies_about_its_size_is_read_no_further_than_it_says(kept: Path, tmp_path: Path) -> None:
    content = b"\0" * 40_000_000

    def add(manifest: dict[str, object], entries: dict[str, bytes]) -> None:
        manifest["documents"] = [*manifest["documents"], {**entry("things/x", content), "size": 10}]  # type: ignore[misc]
        entries["documents/things/x.json"] = content

    with pytest.raises(NotRight) as told:
        backups.verify(forged(kept, add), never)
    assert told.value.code == "backup-damaged"


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip" * 99, b"age-encryption.org/v1\n-> X25519 abc\n"])
def test_what_is_no_backup_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x"
    file.write_bytes(content)
    with pytest.raises((NotRight, BadInput)):
        backups.verify(file, lambda: WORD)


def test_where_there_is_no_county_there_is_no_backup(tmp_path: Path) -> None:
    county = backups_county(tmp_path / "data")
    with pytest.raises(StoreFailure):
        backups.back_up(county, tmp_path / "b.zip")
    assert list(tmp_path.iterdir()) == []


def test_plain_paths_are_plain() -> None:
    assert is_plain("county/表.toml")
    assert not any(map(is_plain, ("a/" * 9 + "b", "x" * 201, "a\nb", "~/..", "a:b")))

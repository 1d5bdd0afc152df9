"""SQLite alone: its log may be cut off anywhere, its file may be anything, and its errors tell no answer."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy.exc import OperationalError

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.store import Document, Key, Store, open_store
from cadre_tui.store.sql import sqlite_trouble
from cadre_tui.words import refusals, safekeeping
from tests.store.conformance.acts import THING, contents, found, put, refused
from tests.store.engines import DATABASE, ENGINES
from tests.store.processes import ended_well, in_a_process

SQLITE = next(each for each in ENGINES if each.name == "sqlite")
ANSWER = "一份答卷里的话"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Store:
    return SQLITE.made(folder)


def test_the_log_cut_off_anywhere_after_what_was_reported_holds_it(
    folder: Path, store: Store, tmp_path: Path
) -> None:
    """As after a loss of power: what was not synced when “saved” was told may be gone, or a part of it."""
    log, lengths = folder / f"{DATABASE}-wal", []
    for number in range(6):
        put(store, THING, number=number, text=ANSWER * 300)
        lengths.append(log.stat().st_size)
    assert lengths == sorted(set(lengths)), "each commit is appended"
    for reported, length in enumerate(lengths):
        upto = lengths[reported + 1] if reported + 1 < len(lengths) else length + 1
        for cut in {length, *range(length, upto, 1021), upto - 1}:
            there = tmp_path / f"{reported}-{cut}"
            there.mkdir()
            copy(folder / DATABASE, there)
            (there / log.name).write_bytes(log.read_bytes()[:cut])
            held = SQLITE.at(there).read(THING)
            assert held == {"number": reported, "text": ANSWER * 300}


def test_a_commit_waits_for_the_disk_unless_it_need_not_last(folder: Path, tmp_path: Path) -> None:
    for lasting, level in ((True, 2), (False, 0)):
        store = SQLITE.made(tmp_path / str(lasting), lasting=lasting)
        assert store._database._pragma("synchronous") == level  # type: ignore[attr-defined]


def test_a_full_disk_leaves_the_old_document_and_is_told(folder: Path, store: Store) -> None:
    put(store, THING, text="short")
    pages = store._database._pragma("page_count")  # type: ignore[attr-defined]
    store._database._pragma(f"max_page_count={pages + 1}")  # type: ignore[attr-defined]
    assert refused(lambda: put(store, THING, text=ANSWER * 9000)) == "store-disk-full"
    assert store.read(THING) == {"text": "short"}
    put(store, THING, text="still short")
    assert SQLITE.at(folder).read(THING) == {"text": "still short"}


def test_a_disk_without_room_to_begin_is_full_and_not_broken(tmp_path: Path) -> None:
    cause = sqlite3.OperationalError("disk I/O error")
    cause.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert sqlite_trouble.told(OperationalError("", {}, cause), tmp_path / DATABASE, 1).code == "store-disk-full"
    cause.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    cause.sqlite_errorname = "SQLITE_IOERR_READ"
    assert sqlite_trouble.told(OperationalError("", {}, cause), tmp_path / DATABASE, 1).code == "store-unreachable"


def nothing(file: Path) -> None:
    file.write_bytes(b"")


def noise(file: Path) -> None:
    file.write_bytes(b"not a database " * 999)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:6000])


def of_another_program(file: Path) -> None:
    file.unlink()
    sqlite3.connect(file).execute("CREATE TABLE notes (text)").connection.close()


@pytest.mark.parametrize("spoil", [nothing, noise, cut, of_another_program])
def test_a_file_that_is_no_store_is_told_as_damage(folder: Path, spoil: Callable[[Path], None]) -> None:
    def fill() -> None:
        put(SQLITE.made(folder), THING, text=ANSWER * 3000)

    assert ended_well(in_a_process(fill))
    for log in folder.glob("*-*"):
        log.unlink()
    spoil(folder / DATABASE)
    (folder / DATABASE).chmod(0o600)
    store = SQLITE.at(folder)
    assert refused(lambda: store.read(THING)) == "store-damaged"
    assert refused(lambda: put(store, THING, a=1)) == "store-damaged"
    (flaw,) = found(store)
    assert flaw.code == "database-damaged"
    assert not flaw.mendable
    assert safekeeping.sentence(flaw)


def test_pages_that_were_mixed_up_are_found(folder: Path, store: Store) -> None:
    """A whole row under another's name: its envelope is sound, and yet it is not what was written there."""
    put(store, THING, a=1)
    put(store, Key("things", ("two",)), a=2)
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("UPDATE drawers SET content = (SELECT content FROM drawers WHERE name = 'things/two')")
    connection.close()
    assert refused(lambda: store.read(THING)) == "store-damaged"
    assert [each.path for each in found(store)] == ["things/one"]


def test_a_writer_who_minds_no_lock_is_noticed_and_not_written_over(folder: Path, store: Store) -> None:
    put(store, THING, a=1)

    def meanwhile(_found: Document | None) -> Document:
        with sqlite3.connect(folder / DATABASE) as connection:
            connection.execute("UPDATE drawers SET generation = generation + 1")
        connection.close()
        return {"a": 2}

    with pytest.raises(StoreFailure):
        store.change(THING, meanwhile)
    assert store.read(THING) == {"a": 1}


def test_no_error_tells_an_answer(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the error beneath it, which ``--debug`` shows."""
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("DROP TABLE drawers")
    connection.close()
    with pytest.raises(StoreFailure) as told:
        put(store, THING, text=ANSWER)
    seen: BaseException | None = told.value
    while seen is not None:
        assert ANSWER not in f"{seen} {seen.args}"
        seen = seen.__context__
    assert ANSWER not in refusals.sentence(told.value)


def test_a_hanging_program_is_told(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cadre_tui.store.sql.sqlite_file.HANGS", 0.05)

    def hang(_found: Document | None) -> Document:
        (flaw,) = found(SQLITE.at(folder))
        assert (flaw.code, flaw.path) == ("lock-held", f".{DATABASE}.locks/things/one.lock")
        return {}

    store.change(THING, hang)
    assert found(store) == []


def test_what_a_cut_off_filling_left_is_told_and_goes(folder: Path, store: Store) -> None:
    left = folder / f".{DATABASE}.filling"
    left.write_bytes(b"half")
    (flaw,) = found(store)
    assert (flaw.code, flaw.mendable) == ("left-over", True)
    store.mend(flaw, "now")
    assert not left.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator can become another account")
def test_another_account_is_refused() -> None:
    with TemporaryDirectory() as name:  # unlike pytest's own one that others can reach
        folder = Path(name) / "data"
        put(SQLITE.made(folder), THING, a=1)
        for path in (folder.parent, folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)

        def look() -> None:
            os.setgid(65534)
            os.setuid(65534)
            assert refused(lambda: put(SQLITE.at(folder), THING, a=2)) == "store-forbidden"

        assert ended_well(in_a_process(look))


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("sqlite:///", "store-no-folder"),
        ("sqlite://host/x/y.db", "store-no-folder"),
        ("sqlite:///county.db", "store-no-file"),
        ("sqlite:///var/lib/", "store-no-file"),
        ("sqlite:////tmp", "store-no-file"),
        ("sqlite+aiosqlite:///a/b", "store-unknown-engine"),
        ("postgresql://host/county", "store-unknown-engine"),
    ],
)
def test_an_address_that_names_no_file_is_refused(location: str, code: str) -> None:
    with pytest.raises(BadInput) as told:
        open_store(location)
    assert told.value.code == code
    assert location in refusals.sentence(told.value)


def test_three_slashes_or_four_name_the_same_file_whatever_its_name(tmp_path: Path) -> None:
    file = f"{tmp_path}/学习%20%231?a%2541.db"
    store = open_store(f"sqlite://{file}")
    store.make()
    put(store, THING, a=1)
    assert contents(open_store(f"sqlite:///{file}")) == contents(store)
    assert (tmp_path / "学习 #1?a%41.db").is_file()


def test_who_does_not_use_it_does_not_load_it(tmp_path: Path) -> None:
    asked = (
        "import sys; from cadre_tui.store import open_store; "
        f"s = open_store('{{}}://{tmp_path}/d/x'); s.make(); "
        "print('sqlalchemy' in sys.modules, 'tinydb' in sys.modules)"
    )
    for engine, loaded in (("tinydb", "False True"), ("sqlite", "True False")):
        command = [sys.executable, "-c", asked.format(engine).replace("/d/", f"/{engine}/")]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == loaded


def test_rows_that_no_program_wrote_are_told_and_end_nothing(folder: Path, store: Store) -> None:
    """As of a page that was zeroed: neither a name nor a generation."""
    put(store, THING, a=1)
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.executescript(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '');
            """
        )
    connection.close()
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("INSERT INTO drawers VALUES (NULL, NULL, NULL, NULL, NULL), ('things/two', 'x', 1, 2, 3)")
    connection.close()
    there = SQLITE.at(folder)
    assert there.read(THING) == {"a": 1}
    assert list(there.all_keys()) == [THING, Key("things", ("two",))]
    assert refused(lambda: there.read(Key("things", ("two",)))) == "store-damaged"
    assert {("drawer-lost", "things/two"), ("drawer-lost", "None")} <= {
        (each.code, each.path) for each in found(there)
    }


@pytest.mark.parametrize(
    "spoil", ["DELETE FROM layout", "UPDATE layout SET schema = 'x'", "INSERT INTO layout VALUES (2)"]
)
def test_a_layout_that_says_nothing_is_damage(folder: Path, store: Store, spoil: str) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute(spoil)
    connection.close()
    assert refused(lambda: put(store, THING, a=1)) == "store-damaged"
    assert [each.code for each in found(store)] == ["database-damaged"]


def test_a_filling_leaves_nothing_beside_the_database(folder: Path) -> None:
    SQLITE.at(folder).fill([])
    assert {each.name for each in folder.iterdir()} <= {DATABASE, f".{DATABASE}.locks"}

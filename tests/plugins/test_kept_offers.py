"""What is kept of checklists: a list of unchanged files reads none of them, and whatever changes is seen at once."""

import json
import multiprocessing
import os
import stat
import time
from pathlib import Path

import pytest

from cadre_tui import checklists
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import BadInput
from cadre_tui.plugins.known import kept_offers, loading
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.kept_offers import KeptOffers
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.plugins.known.offer import Offer, Told


@pytest.fixture(autouse=True)
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as changed long ago, so that no test waits; the tests of that rule set their own clock."""
    monkeypatch.setattr(
        loading, "KeptOffers", lambda folder: KeptOffers(folder, lambda: time.time_ns() + 10 * kept_offers.AT_REST)
    )


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "cadre"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read whole."""
    names: list[str] = []
    listed = checklists.listed
    monkeypatch.setattr(checklists, "listed", lambda path: names.append(Path(path).name) or listed(path))
    return names


def catalogue(tmp_path: Path, cache: Path | None) -> Catalogue:
    return load_catalogue([tmp_path / "drop"], plugins=False, cache=cache)


def offers(tmp_path: Path, cache: Path | None) -> tuple[Offer, ...]:
    return catalogue(tmp_path, cache).offers()


def test_unchanged_files_are_offered_without_being_read(write, tmp_path: Path, cache: Path, read: list[str]) -> None:
    write("drop/one.toml")
    write("drop/two.toml", called="test.two")
    first = offers(tmp_path, cache)
    assert len(read) == 4
    assert offers(tmp_path, cache) == first == offers(tmp_path, None)
    assert len(read) == 8  # the four that were read without a cache
    assert stat.S_IMODE((cache / "offers.json").stat().st_mode) == 0o600
    assert [each.name for each in cache.iterdir()] == ["offers.json"]


def test_a_checklist_itself_is_read_from_its_file(write, tmp_path: Path, cache: Path, read: list[str]) -> None:
    write("drop/one.toml")
    offers(tmp_path, cache)
    read.clear()
    known = catalogue(tmp_path, cache)
    assert known.checklist("test.one").digest == known.offers()[-1].digest
    assert read == ["one.toml"]


def test_another_content_of_the_same_size_is_seen(write, tmp_path: Path, cache: Path) -> None:
    path = write("drop/one.toml", title="甲表")
    before, about = offers(tmp_path, cache)[-1], path.stat()
    write("drop/one.toml", title="乙表")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (about.st_size, about.st_mtime_ns)
    after = offers(tmp_path, cache)[-1]
    assert after.title is not None
    assert after.title.say("zh") == "乙表"
    assert after.digest != before.digest


def test_a_file_put_in_the_place_of_another_is_seen(write, tmp_path: Path, cache: Path) -> None:
    path = write("drop/one.toml", points=10)
    before = offers(tmp_path, cache)[-1]
    write("new.toml", points=20).replace(path)
    after = offers(tmp_path, cache)[-1]
    assert after.digest not in ("", before.digest)
    path.write_text("schema = ", "utf-8")
    assert [each.code for each in offers(tmp_path, cache)[-1].faults] == [codes.NOT_TOML]


def test_a_conflict_with_a_fresh_file_is_found(write, tmp_path: Path, cache: Path) -> None:
    write("drop/a.toml", points=10)
    assert offers(tmp_path, cache)[-1].problem is None
    write("drop/b.toml", points=20)
    for _ in range(2):  # one kept and one fresh, then both kept
        found = [each.problem.code for each in offers(tmp_path, cache) if each.problem]
        assert found == ["checklist-conflict"] * 2


def test_a_file_that_became_another_checklist_is_not_given_under_its_old_name(
    write, tmp_path: Path, cache: Path
) -> None:
    write("drop/one.toml")
    offers(tmp_path, cache)
    known = catalogue(tmp_path, cache)
    known.offers()
    write("drop/one.toml", called="test.two")
    with pytest.raises(BadInput) as refused:
        known.checklist("test.one")
    assert refused.value.code == "checklist-unknown"


def test_overlays_and_faulty_files_and_what_needs_a_plugin_are_read_each_time(
    write, tmp_path: Path, cache: Path, read: list[str]
) -> None:
    base = write("drop/base.toml")
    overlay = 'schema = 1\nid = "test.over"\nversion = "1"\ntitle = "表"\n[overlay]\nbase = "test.one|2026.1"\n'
    (tmp_path / "drop" / "over.toml").write_text(overlay, "utf-8")
    needing = base.read_text("utf-8").replace("yes_no", "far.kind").replace("test.one", "test.far")
    (tmp_path / "drop" / "far.toml").write_text(needing, "utf-8")
    (tmp_path / "drop" / "wrong.toml").write_text("schema = 1\n", "utf-8")
    first = offers(tmp_path, cache)
    kept = json.loads((cache / "offers.json").read_text("utf-8"))["offers"]
    assert {Path(each).name for each in kept} >= {"base.toml"}
    assert not {Path(each).name for each in kept} & {"over.toml", "far.toml", "wrong.toml"}
    again = offers(tmp_path, cache)
    assert [(each.name, each.digest, each.base, each.needs) for each in again] == [
        (each.name, each.digest, each.base, each.needs) for each in first
    ]
    assert {each.needs for each in again} == {(), ("far",)}


def test_a_file_changed_a_moment_ago_is_not_kept(write, tmp_path: Path, cache: Path) -> None:
    path = write("drop/one.toml")
    changed = max(path.stat().st_mtime_ns, path.stat().st_ctime_ns)
    assert KeptOffers(cache, lambda: changed + kept_offers.AT_REST).before(path) is None
    assert KeptOffers(cache, lambda: changed - 1).before(path) is None  # a clock that was put back
    assert KeptOffers(cache, lambda: changed + kept_offers.AT_REST + 1).before(path) is not None


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    write, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, listed = write("drop/one.toml"), checklists.listed

    def slow(file: Path) -> object:
        found = listed(file)
        if file == path:
            write("drop/one.toml", points=20)
        return found

    monkeypatch.setattr(checklists, "listed", slow)
    offers(tmp_path, cache)
    assert str(path) not in json.loads((cache / "offers.json").read_text("utf-8"))["offers"]


def test_another_version_of_the_program_reads_everything_anew(
    write, tmp_path: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("drop/one.toml")
    offers(tmp_path, cache)
    read.clear()
    monkeypatch.setattr(kept_offers, "__version__", "9999.1")
    offers(tmp_path, cache)
    assert "one.toml" in read


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept.write_bytes(b"\xff{"),
        lambda kept: kept.write_text("[" * 100_000),
        lambda kept: kept.write_text("[]"),
        lambda kept: kept.write_text(kept.read_text().replace('"told": {', '"told": {"more": 1, ')),
        lambda kept: kept.write_text(kept.read_text().replace('"id": "', '"id": 7, "x": "')),
        lambda kept: kept.write_text(kept.read_text().replace('"stamp": [', '"stamp": ["')),
        lambda kept: kept.chmod(0o666),
        lambda kept: (kept.rename(kept.with_name("elsewhere")), kept.symlink_to("elsewhere")),
        lambda kept: (kept.unlink(), kept.mkdir()),
        lambda kept: (kept.unlink(), os.mkfifo(kept)),
    ],
)
def test_a_damaged_or_foreign_cache_is_as_if_there_were_none(write, tmp_path, cache, read, damage) -> None:
    write("drop/one.toml")
    first = offers(tmp_path, cache)
    damage(cache / "offers.json")
    read.clear()
    assert offers(tmp_path, cache) == first
    assert "one.toml" in read


def test_a_folder_that_cannot_be_written_is_no_hindrance(write, tmp_path: Path) -> None:
    write("drop/one.toml")
    (tmp_path / "file").touch()
    assert offers(tmp_path, tmp_path / "file" / "cadre") == offers(tmp_path, None)


def test_files_that_have_gone_are_dropped_and_no_more_are_kept_than_the_most(
    write, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = write("drop/gone.toml", called="test.gone")
    write("drop/one.toml")
    offers(tmp_path, cache)
    gone.unlink()
    write("drop/two.toml", called="test.two")
    offers(tmp_path, cache)
    kept = json.loads((cache / "offers.json").read_text("utf-8"))["offers"]
    assert {"one.toml", "two.toml"} <= {Path(each).name for each in kept}
    assert str(gone) not in kept
    monkeypatch.setattr(kept_offers, "MOST", 2)
    write("drop/three.toml", called="test.three")
    offers(tmp_path, cache)
    assert len(json.loads((cache / "offers.json").read_text("utf-8"))["offers"]) == 2


def _list(folder: Path, cache: Path, times: int) -> None:
    for _ in range(times):
        kept = KeptOffers(cache, lambda: time.time_ns() + 10 * kept_offers.AT_REST)
        for file in folder.iterdir():
            before = kept.before(file)
            assert before
            kept.note(file, before, _told(file))
        kept.keep()


def _told(file: Path) -> Told:
    read = checklists.listed(file)
    return Told(
        id=read.id,
        version=read.version,
        title=read.title,
        publisher=None,
        levels=(),
        purpose=(),
        digest=read.digest,
    )


def test_two_processes_that_keep_at_once_do_no_harm(write, tmp_path: Path, cache: Path) -> None:
    for side in ("left", "right"):
        for number in range(3):
            write(f"{side}/{number}.toml", called=f"test.{side}-{number}")
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_list, args=(tmp_path / side, cache, 20)) for side in ("left", "right")]
    for each in processes:
        each.start()
    while any(each.is_alive() for each in processes):
        if (cache / "offers.json").exists():
            json.loads((cache / "offers.json").read_text("utf-8"))
    assert [each.exitcode for each in processes] == [0, 0]
    kept = KeptOffers(cache)
    for side in ("left", "right"):
        told = [kept.of(file) for file in (tmp_path / side).iterdir()]
        assert {each.id for each in told if each} <= {f"test.{side}-{number}" for number in range(3)}
    assert [each.name for each in cache.iterdir()] == ["offers.json"]
